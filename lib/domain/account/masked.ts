import type { ContactPoint } from './account';

const HIDDEN = '•••';

/** `j•••@example.org`: enough to talk about it, not enough to write to it (R38). */
const maskedMailbox = (address: string): string => {
  const at = address.lastIndexOf('@');
  return at < 1 ? HIDDEN : `${address.slice(0, 1)}${HIDDEN}${address.slice(at)}`;
};

/** `••••• ••01`: the two digits that people know their own number by. */
const maskedNumber = (number: string): string => `••••• ••${number.slice(-2)}`;

/** A contact point as staff and events see it (R38, R45). */
export const maskedContactPoint = ({ kind, address }: Pick<ContactPoint, 'kind' | 'address'>) =>
  kind === 'email' ? maskedMailbox(address) : maskedNumber(address);

/** A sign-in as agents see it: an address like a mailbox, a name by its first letter (R38). */
export const maskedSignIn = (signIn: string): string =>
  signIn.includes('@') ? maskedMailbox(signIn) : `${signIn.slice(0, 1)}${HIDDEN}`;
