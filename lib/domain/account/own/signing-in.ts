import { ENTRIES_PER_TICKET, TICKET_LIFE } from '../../access/sign-in';
import { throttleOf } from '../../challenge/challenge';
import { days, hours, plus } from '../../time';
import { type Account, type ContactPoint, onFile } from '../account';
import { type Factor, type FactorKind, isNewStep, isUsable } from '../factor';
import { sentLastHour, withFailure, withoutFailures, withSend } from '../guard';
import {
  type NoteSignIn,
  type OwnCommandOf,
  type OwnDecision,
  type OwnFacts,
  type OwnRefusal,
  type OwnRow,
  type OwnVerdict,
  ownDecided,
  refuseOwn,
} from './command';
import type { OwnAccount } from './own';
import { type SignInWay, standIns } from './standing-in';

type Outcome = OwnDecision | OwnRefusal;

/** design.md §4. */
export const DEVICE_TRUSTED = days(30);
/** design.md §4: shown once, each used once. */
export const BACKUP_CODES = 10;

/** design.md §4: once, within the hour. */
export const PASS_LIFE = hours(1);

/** Best first: what cannot be talked out of anyone before what can. */
const ORDER: readonly FactorKind[] = [
  'security-key',
  'authenticator-app',
  'push',
  'sms',
  'voice',
  'email-code',
  'backup-codes',
  'temporary-pass',
];

/** The contact point that a factor's codes go to. */
export const pointOf = (account: Account, factor: Factor): ContactPoint | undefined =>
  onFile(account).find(({ id }) => id === factor.contactPointId);

export const backupCodesLeft = (own: OwnAccount, factorId: string): number =>
  BACKUP_CODES - (own.backupCodesUsed[factorId]?.length ?? 0);

/** All that decides what can be signed in with. */
export type SignInLooked = Pick<OwnFacts, 'account' | 'own' | 'policy' | 'now'>;

const works = (factor: Factor, { account, own, policy, now }: SignInLooked): boolean => {
  switch (factor.kind) {
    case 'sms':
      return pointOf(account, factor)?.smsCapable === true;
    case 'voice':
      return pointOf(account, factor) !== undefined;
    case 'email-code':
      return policy.emailCodesAllowed && pointOf(account, factor) !== undefined;
    case 'push':
      return own.devices.some(({ id }) => id === factor.deviceId);
    case 'backup-codes':
      return backupCodesLeft(own, factor.id) > 0;
    case 'temporary-pass':
      return plus(factor.addedAt, PASS_LIFE) > now;
    case 'authenticator-app':
    case 'security-key':
      return true;
  }
};

/** What this account can sign in with, the preferred one first: exactly what it has set up, and nothing else. */
export const signInFactors = (looked: SignInLooked): Factor[] =>
  looked.account.factors
    .filter((factor) => isUsable(factor) && works(factor, looked))
    .sort(
      (a, b) =>
        Number(b.id === looked.own.preferredFactorId) -
          Number(a.id === looked.own.preferredFactorId) ||
        ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind),
    );

/** The same; and where there is nothing at all, what stands in for it (decision 0012). */
export const signInWays = (looked: SignInLooked): SignInWay[] => {
  const factors = signInFactors(looked);
  return factors.length > 0 ? factors : standIns(looked);
};

/** Failures are counted on the contact point that a code goes to, else on the factor (R12). */
export const restsOn = (factor: Factor): string => factor.contactPointId ?? factor.id;

/** Whether the ticket still opens anything. One that an older password gave is over: its thief would be let in yet. */
export const ticketRefusal = ({ ticket, now, account, own }: OwnFacts): OwnRefusal | undefined => {
  if (!ticket || ticket.used || ticket.expiresAt <= now) return refuseOwn('ticket-over');
  if (ticket.wrongEntries >= ENTRIES_PER_TICKET) return refuseOwn('ticket-over');
  const givenAt = plus(ticket.expiresAt, -TICKET_LIFE);
  if (own.passwordChangedAt && own.passwordChangedAt > givenAt) return refuseOwn('ticket-over');
  // A late veto closed the account (R26); only the desk opens it again.
  return account.guard.suspension ? refuseOwn('account-suspended') : undefined;
};

/** R12: whether an entry over this factor may not be judged now. */
export const throttled = (
  factor: Factor,
  { account, now }: Pick<OwnFacts, 'account' | 'now'>,
): OwnRefusal | undefined => {
  const throttle = throttleOf(account.guard, restsOn(factor), now);
  if (throttle === 'confirm-anew') return refuseOwn('confirm-anew');
  return throttle && refuseOwn('sign-in-wait', throttle.retryAt);
};

/** Sends a code to the contact point of a factor; the one before it is dead (R11). Three an hour per contact point. */
export const sendSignInCode = (
  { factorId, from }: OwnCommandOf<'send-sign-in-code'>,
  facts: OwnFacts,
): Outcome => {
  const { account, now, policy, ticket } = facts;
  const over = ticketRefusal(facts);
  if (over || !ticket) return over ?? refuseOwn('ticket-over');
  const factor = signInWays(facts).find(({ id }) => id === factorId);
  const point = factor && pointOf(account, factor);
  if (!point || (factor.kind !== 'sms' && factor.kind !== 'voice' && factor.kind !== 'email-code'))
    return refuseOwn('factor-unavailable');
  // A code that could not be entered in its time would only use up the budget.
  const wait = throttled(factor, facts);
  if (wait) return wait;
  const sent = sentLastHour(account.guard, point.id, 'signIn', now);
  if (sent.length >= policy.codesPerHour)
    return refuseOwn('too-many-codes', plus(sent[0] ?? now, hours(1)));
  const life = factor.kind === 'email-code' ? policy.emailCodeLife : policy.phoneCodeLife;
  const code = {
    id: facts.newId(),
    number: (ticket.code?.number ?? 0) + 1,
    factorId,
    contactPointId: point.id,
    ...(from ? { from } : {}),
    sentAt: now,
    expiresAt: plus(now, life),
  };
  return ownDecided(
    [
      {
        type: 'sign-in-code-sent',
        ...factorOf(factor),
        contactPointId: point.id,
        number: code.number,
      },
    ],
    {
      rows: [{ kind: 'ticket-code', code }],
      guard: withSend(account.guard, point.id, 'signIn', now),
      effects: [
        {
          kind: 'send-sign-in-code',
          id: facts.newId(),
          ticketHash: ticket.hash,
          codeId: code.id,
          number: code.number,
          contactPointId: point.id,
          via: factor.kind,
        },
      ],
      answer: { sent: code },
    },
  );
};

/** Whether what was shown is the newest, in its time and unused; whether it is right the verdict says. */
const isRight = (factor: Factor, verdict: OwnVerdict, { ticket, own, now }: OwnFacts): boolean => {
  if (!verdict.matches) return false;
  switch (factor.kind) {
    case 'sms':
    case 'voice':
    case 'email-code':
      return (
        ticket?.code?.factorId === factor.id &&
        ticket.code.id === verdict.code?.id &&
        ticket.code.number === verdict.code.number &&
        ticket.code.expiresAt > now
      );
    case 'push':
      return ticket?.push?.factorId === factor.id && ticket.push.answer === 'yes';
    case 'backup-codes':
      return (
        verdict.number !== undefined &&
        !(own.backupCodesUsed[factor.id] ?? []).includes(verdict.number)
      );
    case 'authenticator-app':
    case 'security-key':
      return isNewStep(factor, verdict.step);
    case 'temporary-pass':
      return true;
  }
};

/** There is nothing to compare with: no guess was judged, so none counts. */
const nothingSent = (factor: Factor, { ticket, now }: OwnFacts): OwnRefusal | undefined => {
  if (factor.kind === 'push')
    return ticket?.push?.factorId === factor.id && ticket.push.answer === 'yes'
      ? undefined
      : refuseOwn('push-over');
  if (factor.kind !== 'sms' && factor.kind !== 'voice' && factor.kind !== 'email-code')
    return undefined;
  if (ticket?.code?.factorId !== factor.id) return refuseOwn('no-code-sent');
  return ticket.code.expiresAt > now ? undefined : refuseOwn('code-expired');
};

/** What stands in for a factor is none: it stands in no row and no event as one. */
const factorOf = ({ id, standsIn }: SignInWay): { factorId?: string } =>
  standsIn ? {} : { factorId: id };

/** What was shown, as the holder's own history tells it. */
const shownIn = ({ id, standsIn }: SignInWay): { factorId?: string; contactPointId?: string } =>
  standsIn ? { contactPointId: id } : { factorId: id };

const wrong = (
  factor: SignInWay,
  { session }: OwnCommandOf<'enter-second-factor'>,
  { account, ticket, now }: OwnFacts,
): OwnDecision =>
  ownDecided(
    [
      {
        type: 'holder-signed-in',
        signInId: session.signInId,
        ...factorOf(factor),
        outcome: 'refused',
      },
    ],
    {
      rows: [
        { kind: 'ticket-wrong' },
        {
          kind: 'sign-in',
          id: session.signInId,
          device: session.device,
          outcome: 'wrong-factor',
          ...shownIn(factor),
        },
      ],
      guard: withFailure(account.guard, restsOn(factor), now),
      answer: {
        matched: false,
        entriesLeft: ENTRIES_PER_TICKET - (ticket?.wrongEntries ?? 0) - 1,
      },
    },
  );

/** Whatever the case makes of it, it hears of it, also when this process dies at once (R28). */
const toldToCase = (
  factor: SignInWay,
  signInId: string,
  { account, now, newId }: OwnFacts,
): NoteSignIn[] => {
  const caseId = account.guard.accessCaseId;
  if (!caseId || factor.standsIn) return [];
  return [{ kind: 'note-sign-in', id: newId(), caseId, signInId, factorId: factor.id, at: now }];
};

/** What a right factor uses up: a step, a counter, one backup code. */
const usedUp = (factor: Factor, { step, number, credential }: OwnVerdict): OwnRow[] => [
  ...(step === undefined ? [] : [{ kind: 'factor-step' as const, factorId: factor.id, step }]),
  ...(credential === undefined
    ? []
    : [{ kind: 'factor-credential' as const, factorId: factor.id, credential }]),
  ...(factor.kind === 'backup-codes' && number !== undefined
    ? [{ kind: 'backup-code-used' as const, factorId: factor.id, number }]
    : []),
  ...(factor.kind === 'temporary-pass'
    ? [{ kind: 'factor-removed' as const, factorId: factor.id }]
    : []),
];

/**
 * A right second factor on a ticket begins the session, or gives the one that the ticket renews a new token; a wrong
 * one counts. Each step, code, counter and backup code is taken once.
 */
export const enterSecondFactor = (
  command: OwnCommandOf<'enter-second-factor'>,
  facts: OwnFacts,
): Outcome => {
  const { account, own, ticket } = facts;
  const { verdict, session } = command;
  const over = ticketRefusal(facts);
  if (over || !ticket) return over ?? refuseOwn('ticket-over');
  const factor = signInWays(facts).find(({ id }) => id === verdict.factorId);
  if (!factor) return refuseOwn('factor-unavailable');
  const refused = throttled(factor, facts) ?? nothingSent(factor, facts);
  if (refused) return refused;
  if (!isRight(factor, verdict, facts)) return wrong(factor, command, facts);
  const renews = own.sessions.find(({ id }) => id === ticket.sessionId);
  if (ticket.sessionId && !renews) return refuseOwn('ticket-over');
  const left = backupCodesLeft(own, factor.id) - 1;
  // There is no second factor yet that a trusted device could skip.
  const trust = factor.standsIn ? undefined : command.trust;
  const shown = factorOf(factor);
  return ownDecided(
    [
      { type: 'holder-signed-in', signInId: session.signInId, ...shown, outcome: 'ok' },
      renews
        ? { type: 'holder-authenticated-again', ...shown }
        : { type: 'holder-session-started', ...shown },
      ...(factor.kind === 'backup-codes'
        ? [{ type: 'backup-code-used' as const, factorId: factor.id, left }]
        : []),
      ...(trust ? [{ type: 'device-trusted' as const, deviceId: trust.id }] : []),
    ],
    {
      rows: [
        { kind: 'ticket-used' },
        ...usedUp(factor, verdict),
        {
          kind: 'sign-in',
          id: session.signInId,
          device: session.device,
          outcome: 'ok',
          ...shownIn(factor),
        },
        renews
          ? {
              kind: 'session-renewed',
              sessionId: renews.id,
              tokenHash: session.tokenHash,
              ...shown,
              ...(factor.givenByCase ? { givenByCase: factor.givenByCase } : {}),
            }
          : {
              kind: 'session-begun',
              session,
              ...shownIn(factor),
              ...(factor.givenByCase ? { givenByCase: factor.givenByCase } : {}),
            },
        ...(trust
          ? [{ kind: 'device-trusted' as const, device: trust, life: DEVICE_TRUSTED }]
          : []),
      ],
      guard: withoutFailures(account.guard, restsOn(factor)),
      effects: toldToCase(factor, renews?.signInId ?? session.signInId, facts),
      answer: { matched: true },
    },
  );
};

/**
 * A trusted device lets in without a second factor, and says so. Its token is new each time; in another browser than
 * the one that was trusted it opens nothing and is trusted no longer.
 */
export const skipSecondFactor = (
  { device, session }: OwnCommandOf<'skip-second-factor'>,
  facts: OwnFacts,
): Outcome => {
  const over = ticketRefusal(facts);
  if (over || facts.ticket?.sessionId) return over ?? refuseOwn('factor-unavailable');
  const known = facts.own.devices.find(({ id }) => id === device.id);
  if (!known) return refuseOwn('factor-unavailable');
  if (known.agentHash !== device.agentHash)
    return ownDecided([{ type: 'device-revoked', deviceId: known.id, reason: 'other-browser' }], {
      rows: [{ kind: 'devices-revoked', ids: [known.id] }],
      answer: { matched: false },
    });
  return ownDecided(
    [
      { type: 'holder-signed-in', signInId: session.signInId, outcome: 'ok' },
      { type: 'holder-session-started', deviceId: known.id },
    ],
    {
      rows: [
        { kind: 'ticket-used' },
        { kind: 'sign-in', id: session.signInId, device: session.device, outcome: 'ok' },
        { kind: 'session-begun', session, trustedDeviceId: known.id },
        { kind: 'device-used', deviceId: known.id, tokenHash: device.newTokenHash },
      ],
      answer: { matched: true },
    },
  );
};
