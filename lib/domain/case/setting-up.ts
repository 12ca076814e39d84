import { type Account, onFile } from '../account/account';
import { isSent, isUsable, type SentKind } from '../account/factor';
import { sentLastHour } from '../account/guard';
import type { NewPoint } from '../account/own/account-change';
import type { CaseEvent } from '../audit/event';
import { retryAtOf } from '../challenge/challenge';
import { type Duration, hours, plus } from '../time';
import type { Case, Enrolment, EnrolmentCode, SetUp } from './case';
import { lacksSecret } from './collecting';
import {
  type CommandOf,
  type Decision,
  decided,
  type Effect,
  type Refusal,
  type RowChange,
  refuse,
} from './command';
import type { Facts } from './facts';
import { factorsGoing, kindsToSetUp, pointsGoing } from './measure';
import { notices } from './notices';
import { effectOf, givingOf, goingOf, stepsOf } from './steps';
import { throttled } from './throttled';

type Outcome = Decision | Refusal;

/** R17. */
export const ENROLMENT_OPEN: Duration = hours(72);
/** design.md §3: told this long before it closes. */
export const ENROLMENT_REMINDER: Duration = hours(24);

/** Opens what the holder has to set up: the first thing that is not yet, told everywhere. */
export const openEnrolment = (
  c: Case,
  facts: Facts,
  renewed: boolean,
): { events: CaseEvent[]; effects: Effect[] } => {
  const kind = kindsToSetUp(c.measures)[c.enrolment?.done?.length ?? 0];
  if (!kind) return { events: [], effects: [] };
  const told = notices('enrolment-ready', c, facts);
  return {
    events: [
      {
        type: 'enrolment-opened',
        kind,
        opensAt: facts.now,
        closesAt: plus(facts.now, ENROLMENT_OPEN),
        renewed,
      },
      ...told.events,
    ],
    effects: told.effects,
  };
};

/** Contested under way, by a late veto on an earlier case: only a case with an identity check in person goes on (R26). */
export const contestedMeanwhile = (c: Case, { account, now }: Facts): Refusal | undefined => {
  const { contestedUntil } = account.guard;
  const seen = c.proofs.some((p) => p.status === 'given' && p.identityCheck?.mode === 'in-person');
  return contestedUntil && contestedUntil > now && !seen ? refuse('contested') : undefined;
};

const enrolmentClosed = (c: Case, facts: Facts): Refusal | undefined => {
  if (c.enrolment?.confirmedAt) return refuse('enrolment-used');
  if (c.status !== 'executing' || !c.enrolment || c.enrolment.closesAt <= facts.now)
    return refuse('enrolment-closed');
  return contestedMeanwhile(c, facts) ?? lacksSecret(c, facts);
};

/** Numbers and mailboxes that are not on file have no name of their own to count on: all count together (R12). */
const NEW_ADDRESS = 'new-address';

/** There is nothing that a new address could be confirmed anew by: it only waits longer and longer. */
const slowed = (restsOn: string, facts: Facts): Refusal | undefined => {
  if (restsOn !== NEW_ADDRESS) return throttled(restsOn, facts);
  const retryAt = retryAtOf(facts.account.guard, restsOn, facts.now);
  return retryAt === undefined ? undefined : refuse('wait-before-retry', { retryAt });
};

type To = { contactPointId: string; restsOn: string; via: SentKind; point?: NewPoint };

const viaOf = (kind: Enrolment['kind'], point: NewPoint, byVoice = false): SentKind => {
  if (point.kind === 'email') return 'email-code';
  // A landline takes calls only.
  return kind === 'voice' || byVoice || !point.smsCapable ? 'voice' : 'sms';
};

/** Where the code that confirms goes, and why nowhere. */
const destination = (
  c: Case,
  { kind, to }: CommandOf<'start-enrolment'>,
  { account, policy }: Facts,
): To | Refusal => {
  if (kind === 'email-code' && !policy.emailCodesAllowed) return refuse('email-codes-not-allowed');
  if (!to) return refuse('contact-point-unknown');
  const asPoint = kind === 'email' || kind === 'email-code' ? 'email' : 'phone';
  if ('point' in to) {
    if (to.point.kind !== asPoint) return refuse('contact-point-unknown');
    if (kind === 'sms' && !to.point.smsCapable) return refuse('contact-point-unknown');
    const known = onFile(account).find(({ address }) => address === to.point.address);
    if (!known)
      return {
        contactPointId: to.point.id,
        restsOn: NEW_ADDRESS,
        via: viaOf(kind, to.point, to.byVoice),
        point: to.point,
      };
    return isSent(kind) ? knownPoint(c, kind, known.id, account) : refuse('address-on-file');
  }
  return isSent(kind)
    ? knownPoint(c, kind, to.contactPointId, account)
    : refuse('contact-point-unknown');
};

/** A contact point on file takes the codes of a new factor; not one that was lost, goes, or has this factor already. */
const knownPoint = (
  c: Case,
  kind: SentKind,
  contactPointId: string,
  account: Account,
): To | Refusal => {
  const point = onFile(account).find(({ id }) => id === contactPointId);
  const lost = c.reported.includes(contactPointId) || account.guard.reported[contactPointId];
  const fits =
    point &&
    (point.kind === 'email') === (kind === 'email-code') &&
    (kind !== 'sms' || point.smsCapable);
  if (!fits || lost || pointsGoing(c.measures).includes(contactPointId))
    return refuse('contact-point-unknown');
  const going = factorsGoing(c.measures);
  const same = account.factors.some(
    (f) => isUsable(f) && f.kind === kind && f.contactPointId === point.id && !going.includes(f.id),
  );
  return same
    ? refuse('address-on-file')
    : { contactPointId: point.id, restsOn: point.id, via: kind };
};

/** The next code; the one before it is dead (R11). As many an hour as of other codes (design.md §4). */
const newCode = (
  before: EnrolmentCode | undefined,
  { contactPointId, restsOn, via }: To,
  facts: Facts,
): { events: CaseEvent[]; effects: Effect[] } | Refusal => {
  const { account, now, policy } = facts;
  const slow = slowed(restsOn, facts);
  if (slow) return slow;
  const sent = sentLastHour(account.guard, restsOn, 'holder', now);
  if (sent.length >= policy.codesPerHour)
    return refuse('too-many-codes', { retryAt: plus(sent[0] ?? now, hours(1)) });
  const code: EnrolmentCode = {
    id: facts.newId(),
    number: (before?.number ?? 0) + 1,
    via,
    restsOn,
    contactPointId,
    expiresAt: plus(now, via === 'email-code' ? policy.emailCodeLife : policy.phoneCodeLife),
    wrongEntries: 0,
    digits: policy.codeDigits,
  };
  return {
    events: [{ type: 'enrolment-code-sent', code }],
    effects: [
      {
        kind: 'send-enrolment-code',
        id: facts.newId(),
        codeId: code.id,
        number: code.number,
        contactPointId,
      },
    ],
  };
};

/** Begins to set up the new factor, number or mailbox. Opening it uses nothing up: only confirming does (R17). */
export const startEnrolment = (
  c: Case,
  command: CommandOf<'start-enrolment'>,
  facts: Facts,
): Outcome => {
  const closed = enrolmentClosed(c, facts);
  if (closed) return closed;
  const { factorId, kind, label, sealed, device } = command;
  if (c.enrolment?.kind !== kind || kind === 'password') return refuse('enrolment-closed');
  const asPoint = kind === 'email' || kind === 'phone';
  if (!asPoint && !isSent(kind)) {
    const row: RowChange = { kind: 'pending-factor', factorId, factorKind: kind, label, sealed };
    return decided([{ type: 'enrolment-started', kind, factorId }], {
      rows: [{ ...row, ...(device ? { device } : {}) }],
    });
  }
  const to = destination(c, command, facts);
  if ('refused' in to) return to;
  const { contactPointId, point } = to;
  const coded = newCode(c.enrolment.code, to, facts);
  if ('refused' in coded) return coded;
  const started: CaseEvent = {
    type: 'enrolment-started',
    kind,
    factorId: asPoint ? contactPointId : factorId,
    ...(point && !asPoint ? { newPointId: point.id } : {}),
  };
  const factor: RowChange[] = asPoint
    ? []
    : [{ kind: 'pending-factor', factorId, factorKind: kind, label, sealed, contactPointId }];
  return decided([started, ...coded.events], {
    rows: [...(point ? [{ kind: 'pending-point' as const, point }] : []), ...factor],
    effects: coded.effects,
  });
};

/** The same number or mailbox, another code; a number may be called instead. */
export const sendEnrolmentCode = (
  c: Case,
  { byVoice }: CommandOf<'send-enrolment-code'>,
  facts: Facts,
): Outcome => {
  const closed = enrolmentClosed(c, facts);
  if (closed) return closed;
  const before = c.enrolment?.code;
  if (!before) return refuse('no-code-sent');
  const calls = byVoice && before.via !== 'email-code';
  const coded = newCode(before, { ...before, via: calls ? 'voice' : before.via }, facts);
  return 'refused' in coded ? coded : decided(coded.events, { effects: coded.effects });
};

/** Only the newest code, in its time, and not after too many wrong ones (R11, R12). */
const codeRefused = (
  { code }: Enrolment,
  { verdict }: CommandOf<'confirm-enrolment'>,
  facts: Facts,
): Refusal | undefined => {
  if (!code) return undefined;
  const slow = slowed(code.restsOn, facts);
  if (slow) return slow;
  if (code.wrongEntries >= facts.policy.entriesPerCode) return refuse('code-used-up');
  const newest = verdict.code?.id === code.id && verdict.code.number === code.number;
  return newest && code.expiresAt > facts.now ? undefined : refuse('code-expired');
};

/**
 * Factors whose codes went to a contact point that goes are set up anew on the one that comes: only for what was shown
 * to arrive there. A number that was called may be a landline, and codes by SMS to it would keep the owner out (R29).
 */
const moving = (
  c: Case,
  { kind, factorId, code }: Enrolment,
  { account, newId }: Facts,
): { ids: string[]; rows: RowChange[] } => {
  if (kind !== 'email' && kind !== 'phone') return { ids: [], rows: [] };
  const named = factorsGoing(c.measures);
  const called = code?.via === 'voice';
  const moved = account.factors
    .filter(
      ({ id, contactPointId, ...rest }) =>
        contactPointId !== undefined &&
        pointsGoing(c.measures).includes(contactPointId) &&
        isUsable({ id, ...rest }) &&
        !named.includes(id),
    )
    .map((factor) =>
      called && factor.kind === 'sms' ? { ...factor, kind: 'voice' as const } : factor,
    );
  const rows = moved
    .filter((factor, i) => moved.findIndex((other) => other.kind === factor.kind) === i)
    .map((factor) => ({
      kind: 'pending-factor' as const,
      factorId: newId(),
      factorKind: factor.kind,
      label: factor.label,
      sealed: '',
      ...(factorId ? { contactPointId: factorId } : {}),
    }));
  return { ids: rows.map((row) => row.factorId), rows };
};

const keptWith = (command: CommandOf<'confirm-enrolment'>): RowChange[] => {
  const { credential, passwordHash, synced = false, verdict } = command;
  const { factorId, step } = verdict;
  return [
    ...(credential ? [{ kind: 'factor-credential' as const, factorId, credential, synced }] : []),
    ...(step === undefined ? [] : [{ kind: 'factor-step' as const, factorId, step }]),
    ...(passwordHash
      ? [{ kind: 'pending-password' as const, settingId: factorId, hash: passwordHash }]
      : []),
  ];
};

/** It works: what comes next is opened, or, when everything was set up, the measures run. */
export const confirmEnrolment = (
  c: Case,
  command: CommandOf<'confirm-enrolment'>,
  facts: Facts,
): Outcome => {
  const closed = enrolmentClosed(c, facts);
  if (closed) return closed;
  const { factorId, matches } = command.verdict;
  const { enrolment } = c;
  if (!enrolment) return refuse('enrolment-closed');
  const isPassword = enrolment.kind === 'password';
  if (isPassword ? !command.passwordHash : enrolment.factorId !== factorId)
    return refuse('enrolment-closed');
  const refused = codeRefused(enrolment, command, facts);
  if (refused) return refused;
  const counted = enrolment.code ? { restsOn: enrolment.code.restsOn } : {};
  if (!matches)
    return decided([{ type: 'enrolment-refused', factorId, ...counted }], {
      answer: { matched: false },
    });
  const { ids: movedFactorIds, rows } = moving(c, enrolment, facts);
  const { kind, newPointId, closesAt, renewed, done = [] } = enrolment;
  const confirmed: CaseEvent = {
    type: 'enrolment-confirmed',
    factorId,
    kind,
    ...counted,
    ...(movedFactorIds.length > 0 ? { movedFactorIds } : {}),
  };
  const setUp: SetUp[] = [
    ...done,
    { kind, id: factorId, ...(newPointId ? { newPointId } : {}), movedFactorIds },
  ];
  const next = kindsToSetUp(c.measures)[setUp.length];
  const kept = { rows: [...keptWith(command), ...rows], answer: { matched: true } };
  // Nothing takes effect before all of it works: a case never leaves half of what it was to give (R29).
  if (next)
    return decided(
      [confirmed, { type: 'enrolment-opened', kind: next, opensAt: facts.now, closesAt, renewed }],
      kept,
    );
  const steps = stepsOf([...setUp.flatMap(givingOf), ...goingOf(c)], facts);
  const idle = c.steps.every((s) => s.status === 'done' || s.status === 'dropped');
  return decided([confirmed, { type: 'steps-planned', steps }], {
    ...kept,
    effects: idle ? effectOf(steps[0], facts) : [],
  });
};

/** What time does to an executing case: a reminder before its enrolment closes, and its end. */
export const wakeEnrolment = (c: Case, facts: Facts): Decision => {
  const { enrolment } = c;
  if (!enrolment || enrolment.confirmedAt) return decided([]);
  if (enrolment.closesAt <= facts.now) {
    const told = notices('case-ended', c, facts);
    return decided([{ type: 'case-expired', from: 'enrolment' }, ...told.events], {
      effects: told.effects,
    });
  }
  if (!enrolment.toldOfEnd && plus(enrolment.closesAt, -ENROLMENT_REMINDER) <= facts.now) {
    const told = notices('enrolment-ends-soon', c, facts);
    return decided([{ type: 'enrolment-end-told' }, ...told.events], { effects: told.effects });
  }
  return decided([]);
};
