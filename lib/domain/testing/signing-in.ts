import type { Account } from '../account/account';
import {
  isOwnRefusal,
  type OwnCommand,
  type OwnFacts,
  type OwnVerdict,
} from '../account/own/command';
import { decideOwn } from '../account/own/decide-own';
import type { AccountTicket, OwnAccount, OwnSession } from '../account/own/own';
import { defaultPolicy } from '../policy/policy';
import { days, minutes, plus } from '../time';
import { aFactor, ago, aKey, anAccount, START } from './accounts';

/** Signs in with whatever there is; `phone` is a trusted device that is asked, `laptop` one that is not. */
export const anOwner = (more: Partial<Account> = {}): Account =>
  anAccount({
    factors: [
      aFactor('app', { lastStep: 100 }),
      aKey('key', { lastStep: 7 }),
      aFactor('push', { kind: 'push', deviceId: 'phone', label: 'Phone' }),
      aFactor('sms', { kind: 'sms', contactPointId: 'mobile' }),
      aFactor('voice', { kind: 'voice', contactPointId: 'mobile' }),
      aFactor('mail', { kind: 'email-code', contactPointId: 'home' }),
      aFactor('codes', { kind: 'backup-codes' }),
    ],
    ...more,
  });

/** Its one open case that may give access. */
export const withOpenCase = (account = anOwner()): Account => ({
  ...account,
  guard: { ...account.guard, accessCaseId: 'case-1' },
});

const device = (id: string) => ({
  id,
  label: id,
  agentHash: `agent-${id}`,
  trustedAt: ago(days(3)),
  expiresAt: plus(START, days(27)),
});

export const anOwnAccount = (more: Partial<OwnAccount> = {}): OwnAccount => ({
  devices: [device('phone'), device('laptop')],
  sessions: [],
  backupCodesUsed: {},
  waitingChanges: [],
  confirmedAt: {},
  ...more,
});

export const aSession = (more: Partial<OwnSession> = {}): OwnSession => ({
  id: 'session',
  device: 'Firefox, Linux',
  address: '192.0.2.1',
  startedAt: ago(minutes(10)),
  lastSeenAt: START,
  signInId: 'first-sign-in',
  ...more,
});

export const aTicket = (more: Partial<AccountTicket> = {}): AccountTicket => ({
  hash: 'ticket',
  wrongEntries: 0,
  expiresAt: plus(START, minutes(10)),
  used: false,
  ...more,
});

export const someFacts = (more: Partial<OwnFacts> = {}): OwnFacts => {
  let ids = 0;
  return {
    now: START,
    account: anOwner(),
    own: anOwnAccount(),
    policy: defaultPolicy(),
    ticket: aTicket(),
    newId: () => `id-${++ids}`,
    ...more,
  };
};

export const aNewSession = {
  id: 'new-session',
  signInId: 'new-sign-in',
  tokenHash: 'token-hash',
  device: 'Firefox, Linux',
  address: '192.0.2.1',
};

export const show = (verdict: OwnVerdict): OwnCommand => ({
  type: 'enter-second-factor',
  verdict,
  session: aNewSession,
});

/** The code of the refusal, or else the decision. */
export const decidedOn = (command: OwnCommand, facts: OwnFacts) => {
  const outcome = decideOwn(command, facts);
  return isOwnRefusal(outcome) ? outcome.refused : outcome;
};

/** In a word: let in, wrong, or why it was not judged. */
export const cameOf = (command: OwnCommand, facts: OwnFacts): unknown => {
  const outcome = decidedOn(command, facts);
  return typeof outcome === 'string' ? outcome : outcome.answer.matched;
};
