import type { RowEvent } from '../../audit/event';
import { onFile } from '../account';
import { type Factor, isUsable, staysByItself } from '../factor';
import type { AccountChange, ChangeInWords, NewFactor } from './account-change';
import {
  isOwnRefusal,
  type OwnDecision,
  type OwnEffect,
  type OwnFacts,
  type OwnLetter,
  type OwnRefusal,
  type OwnRow,
  refuseOwn,
} from './command';
import { endOwnContact, inviteOwnContact } from './recovery-contacts';
import { type SignInLooked, signInFactors } from './signing-in';

const MOST_FACTORS = 10;
const MOST_POINTS = 10;

type Facts = SignInLooked;

/** Who may vouch has rules of its own; here it is only asked whether and what. */
const ofContact = (
  change: Extract<AccountChange, { kind: 'invite-contact' | 'end-contact' }>,
  facts: OwnFacts,
): OwnDecision | OwnRefusal =>
  change.kind === 'invite-contact'
    ? inviteOwnContact({ ...change, type: change.kind }, facts)
    : endOwnContact({ ...change, type: change.kind }, facts);

const leavesAWayIn = (facts: Facts, going: readonly string[]): boolean =>
  signInFactors(facts).some(({ id, kind }) => staysByItself(kind) && !going.includes(id));

const usable = ({ account }: Facts): Factor[] => account.factors.filter(isUsable);
const usableFactor = (facts: Facts, id: string): Factor | undefined =>
  usable(facts).find((factor) => factor.id === id);

const factorsOn = (facts: Facts, contactPointId: string): Factor[] =>
  usable(facts).filter((factor) => factor.contactPointId === contactPointId);

/** Whether a factor of this kind can rest on this contact point or device, and nothing does yet. */
const addable = (factor: NewFactor, facts: Facts): OwnRefusal | undefined => {
  const { account, own, policy } = facts;
  const { kind, contactPointId, deviceId } = factor;
  if (usable(facts).length >= MOST_FACTORS) return refuseOwn('too-many-factors');
  const same = usable(facts).some(
    (known) =>
      known.id === factor.id ||
      (known.kind === kind &&
        ((contactPointId !== undefined && known.contactPointId === contactPointId) ||
          (deviceId !== undefined && known.deviceId === deviceId))),
  );
  if (same) return refuseOwn('already-there');
  if (kind === 'push')
    return own.devices.some(({ id }) => id === deviceId) ? undefined : refuseOwn('not-found');
  if (kind !== 'sms' && kind !== 'voice' && kind !== 'email-code') return undefined;
  if (kind === 'email-code' && !policy.emailCodesAllowed)
    return refuseOwn('email-codes-not-allowed');
  const point = onFile(account).find(({ id }) => id === contactPointId);
  if (!point || (point.kind === 'email') !== (kind === 'email-code'))
    return refuseOwn('contact-point-unknown');
  // A landline takes calls only.
  return kind === 'sms' && !point.smsCapable ? refuseOwn('contact-point-unknown') : undefined;
};

/** Why this change cannot be made now, if so. Asked when it is wished, and again when a wait is over. */
export const changeRefused = (change: AccountChange, facts: OwnFacts): OwnRefusal | undefined => {
  const { account } = facts;
  switch (change.kind) {
    case 'add-factor':
      return addable(change.factor, facts);
    case 'rename-factor':
      return usableFactor(facts, change.factorId) ? undefined : refuseOwn('not-found');
    case 'remove-factor':
      if (!usableFactor(facts, change.factorId)) return refuseOwn('not-found');
      return leavesAWayIn(facts, [change.factorId]) ? undefined : refuseOwn('last-factor');
    case 'new-backup-codes':
    case 'change-password':
      return undefined;
    case 'add-contact-point': {
      if (onFile(account).length >= MOST_POINTS) return refuseOwn('too-many-contact-points');
      const known = onFile(account).some(({ address }) => address === change.point.address);
      return known ? refuseOwn('already-there') : undefined;
    }
    case 'remove-contact-point': {
      const { contactPointId } = change;
      if (!onFile(account).some(({ id }) => id === contactPointId)) return refuseOwn('not-found');
      // Nobody could be told of anything any more.
      if (onFile(account).length === 1) return refuseOwn('last-contact-point');
      const going = factorsOn(facts, contactPointId).map(({ id }) => id);
      return leavesAWayIn(facts, going) ? undefined : refuseOwn('last-factor');
    }
    case 'invite-contact':
    case 'end-contact': {
      const outcome = ofContact(change, facts);
      return isOwnRefusal(outcome) ? outcome : undefined;
    }
  }
};

/** How a change is named, where it may be told. */
export const inWords = (change: AccountChange, { account }: Facts): ChangeInWords => {
  switch (change.kind) {
    case 'add-factor':
      return { change: change.kind, factor: change.factor.kind };
    case 'rename-factor':
    case 'remove-factor': {
      const factor = account.factors.find(({ id }) => id === change.factorId);
      return { change: change.kind, ...(factor ? { factor: factor.kind } : {}) };
    }
    case 'add-contact-point':
      return { change: change.kind, point: change.point.kind };
    case 'remove-contact-point': {
      const point = account.contactPoints.find(({ id }) => id === change.contactPointId);
      return { change: change.kind, ...(point ? { point: point.kind } : {}) };
    }
    default:
      return { change: change.kind };
  }
};

type Made = { events: RowEvent[]; rows: OwnRow[]; effects?: OwnEffect[]; letter?: OwnLetter };

export const removing = (factors: readonly Factor[]): Pick<Made, 'events' | 'rows'> => ({
  events: factors.map(({ id, kind }) => ({
    type: 'holder-factor-removed',
    factorId: id,
    factor: kind,
  })),
  rows: factors.map(({ id }) => ({ kind: 'factor-removed', factorId: id })),
});

/** Every other session ends when the password changes: it may be changed because somebody else knew it. */
const otherSessions = ({ own, session }: OwnFacts): string[] =>
  own.sessions.map(({ id }) => id).filter((id) => id !== session?.id);

/** The change itself: rows, events, and what the owner is told. It must have been found possible before. */
export const changeMade = (change: AccountChange, facts: OwnFacts): Made => {
  switch (change.kind) {
    case 'add-factor': {
      const { id, kind } = change.factor;
      return {
        events: [{ type: 'holder-factor-added', factorId: id, factor: kind }],
        rows: [{ kind: 'factor-added', factor: change.factor }],
        letter: { about: 'factor-added', factor: kind },
      };
    }
    case 'rename-factor':
      return {
        events: [{ type: 'holder-factor-renamed', factorId: change.factorId }],
        rows: [{ kind: 'factor-renamed', factorId: change.factorId, label: change.label }],
      };
    case 'remove-factor': {
      const factor = usableFactor(facts, change.factorId);
      if (!factor) return { events: [], rows: [] };
      return { ...removing([factor]), letter: { about: 'factor-removed', factor: factor.kind } };
    }
    case 'new-backup-codes': {
      const old = usable(facts).filter(({ kind }) => kind === 'backup-codes');
      return {
        events: [{ type: 'backup-codes-renewed', factorId: change.factorId }],
        rows: [...removing(old).rows, { kind: 'backup-codes-added', factorId: change.factorId }],
        letter: { about: 'backup-codes-renewed' },
      };
    }
    case 'change-password': {
      const ended = otherSessions(facts);
      return {
        events: [{ type: 'holder-password-changed', sessionsEnded: ended.length }],
        rows: [
          { kind: 'password-changed', hash: change.passwordHash },
          { kind: 'tickets-ended' },
          { kind: 'sessions-ended', ids: ended },
        ],
        letter: { about: 'password-changed' },
      };
    }
    case 'add-contact-point': {
      const { id, kind } = change.point;
      return {
        events: [{ type: 'contact-point-added', contactPointId: id, kind }],
        rows: [{ kind: 'contact-point-added', point: change.point }],
        letter: { about: 'contact-point-added', point: kind },
      };
    }
    case 'remove-contact-point': {
      const { contactPointId } = change;
      const kind = onFile(facts.account).find(({ id }) => id === contactPointId)?.kind ?? 'email';
      const gone = removing(factorsOn(facts, contactPointId));
      return {
        events: [{ type: 'contact-point-removed', contactPointId, kind }, ...gone.events],
        rows: [{ kind: 'contact-point-removed', contactPointId }, ...gone.rows],
        letter: { about: 'contact-point-removed', point: kind },
      };
    }
    case 'invite-contact':
    case 'end-contact': {
      const outcome = ofContact(change, facts);
      return isOwnRefusal(outcome) ? { events: [], rows: [] } : outcome;
    }
  }
};
