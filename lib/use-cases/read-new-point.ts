import type { ContactPointKind } from '../domain/account/account';
import type { NewPoint } from '../domain/account/own/account-change';
import { wordsOfAccount } from '../domain/account/search-words';
import { type EmailProblem, opensWithAccount, readEmailAddress } from '../inputs/email-address';
import {
  isCountry,
  numberAsRead,
  type PhoneProblem,
  readPhoneNumber,
} from '../inputs/phone-number';
import type { CaseRead } from '../ports/store';
import type { Scope } from '../ports/world';
import type { Ports } from './gate';

export type AddressProblem = EmailProblem | PhoneProblem;

/** A mailbox, or a number in any writing, read with the organisation's country. */
export const readNewPoint = async (
  { accounts, secrets }: Ports,
  scope: Scope,
  { account, organisation }: Pick<CaseRead, 'account' | 'organisation'>,
  { kind, text }: { kind: ContactPointKind; text: string },
): Promise<NewPoint | { problem: AddressProblem }> => {
  const words = (emails: string[], numbers: string[]) =>
    wordsOfAccount({ displayName: '', signIn: '', emails, numbers });
  if (kind === 'email') {
    const email = readEmailAddress(text);
    if ('problem' in email) return email;
    const { address } = email;
    const domain = await accounts.importSettings(scope, organisation.id);
    return {
      id: secrets.newId(),
      kind,
      address,
      smsCapable: false,
      // Without the settings of the organisation it counts for nothing: the safer of the two (R7).
      opensWithAccount: domain ? opensWithAccount(address, account.signIn, domain) : true,
      words: words([address], []),
    };
  }
  const { country } = organisation;
  if (!isCountry(country)) return { problem: 'phone-unknown-country' };
  const phone = readPhoneNumber(text, country);
  if ('problem' in phone) return phone;
  return {
    id: secrets.newId(),
    kind,
    address: phone.e164,
    smsCapable: phone.kind !== 'landline',
    opensWithAccount: false,
    words: words([], numberAsRead(phone.e164)),
  };
};
