import type { FactorKind } from '../../domain/account/factor';
import { wordsOfAccount } from '../../domain/account/search-words';
import type { ImportedAccount } from '../../inputs/accounts-csv/imported-account';
import { numberAsRead } from '../../inputs/phone-number';
import type { NewAccount } from '../../ports/accounts';

type Points = NewAccount['contactPoints'];

/** Where the codes of a factor go: the address that it can use. With two of them nobody knows which. */
const addressOf = (kind: FactorKind, points: Points): string | null => {
  const usable = points.filter(
    (point) =>
      (kind === 'sms' && point.smsCapable) ||
      (kind === 'voice' && point.kind === 'phone') ||
      (kind === 'email-code' && point.kind === 'email'),
  );
  return usable.length === 1 ? (usable[0]?.id ?? null) : null;
};

/** The rows that one line of a file becomes. Factors come without a secret: only that they are there is known. */
export const newAccountOf = (account: ImportedAccount, newId: () => string): NewAccount => {
  const { signIn, displayName, locale, disabled, externalId, contactPoints, factors } = account;
  const points = contactPoints.map((point) => ({ id: newId(), ...point }));
  const addresses = (kind: 'email' | 'phone') =>
    contactPoints.filter((point) => point.kind === kind).map(({ address }) => address);
  return {
    id: newId(),
    personId: newId(),
    signIn,
    displayName,
    locale,
    disabled,
    externalId,
    words: wordsOfAccount({
      displayName,
      signIn,
      emails: addresses('email'),
      numbers: addresses('phone').flatMap(numberAsRead),
    }),
    contactPoints: points,
    factors: factors.map((kind) => ({
      id: newId(),
      kind,
      contactPointId: addressOf(kind, points),
    })),
  };
};
