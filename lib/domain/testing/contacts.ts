import type { Account } from '../account/account';
import { type ContactFacts, inviteContact } from '../account/contact-life';
import { isOwnRefusal, type OwnDecision, type OwnRefusal } from '../account/own/command';
import type { RecoveryContact } from '../account/recovery-contact';
import { defaultPolicy, type Policy } from '../policy/policy';
import { days, type Instant, plus } from '../time';
import { ago, anAccount, START } from './accounts';

export const MIRJAM: RecoveryContact = {
  id: 'mirjam',
  name: 'Mirjam',
  address: 'mirjam@example.org',
  invitedBy: 'holder',
  invitedAt: START,
  expiresAt: plus(START, days(7)),
};
export const accepted: RecoveryContact = {
  ...MIRJAM,
  acceptedAt: START,
  countsFrom: plus(START, days(7)),
};
export const active: RecoveryContact = {
  ...MIRJAM,
  invitedAt: ago(days(20)),
  expiresAt: ago(days(13)),
  acceptedAt: ago(days(18)),
  countsFrom: ago(days(11)),
  toldSoonAt: ago(days(12)),
  activeAt: ago(days(11)),
};

export const withContacts = (...recoveryContacts: RecoveryContact[]): Account =>
  anAccount({ recoveryContacts });

let made = 0;
export const factsOf = (
  account: Account,
  now: Instant = START,
  more: Partial<Policy> = {},
): ContactFacts => ({
  now,
  account,
  policy: { ...defaultPolicy(), ...more },
  newId: () => `id-${made++}`,
});

export const ok = (outcome: OwnDecision | OwnRefusal): OwnDecision => {
  if (isOwnRefusal(outcome)) throw new Error(outcome.refused);
  return outcome;
};
/** The contact as the decision leaves it; as it was where nothing changed. */
export const next = (
  outcome: OwnDecision | OwnRefusal,
  before?: RecoveryContact,
): RecoveryContact => {
  const row = ok(outcome).rows.find(({ kind }) => kind === 'recovery-contact');
  const contact = row?.kind === 'recovery-contact' ? row.contact : before;
  if (!contact) throw new Error('no contact');
  return contact;
};
export const mails = ({ effects }: OwnDecision) =>
  effects.flatMap((effect) => (effect.kind === 'tell-contact' ? [effect.mail] : []));
export const news = ({ effects }: OwnDecision) =>
  effects.flatMap((effect) =>
    effect.kind === 'tell-of-contact' ? [`${effect.news} → ${effect.contactPointId}`] : [],
  );
export const types = ({ events }: OwnDecision) => events.map(({ type }) => type);

export const invite = (
  account: Account,
  address: string,
  more: { now?: Instant; accounts?: number; policy?: Partial<Policy> } = {},
) =>
  inviteContact(
    { contactId: `new-${made++}`, name: 'Iemand', address },
    'holder',
    more.accounts ?? 0,
    factsOf(account, more.now, more.policy),
  );
export const refusedAs = (outcome: OwnDecision | OwnRefusal) =>
  isOwnRefusal(outcome) ? outcome.refused : 'accepted';

export const others = (n: number, of: Partial<RecoveryContact> = {}): RecoveryContact[] =>
  Array.from({ length: n }, (_, i) => ({
    ...active,
    id: `other-${i}`,
    address: `other-${i}@example.org`,
    ...of,
  }));
