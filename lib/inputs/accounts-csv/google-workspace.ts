import { type Cell, exportFormat, textOf } from './export-format';

/** Google ends access in every status but the first; a word that is not known here must not open an account. */
const statusOf = (cell: Cell | null): 'active' | 'disabled' | Cell => {
  const word = textOf(cell).toLowerCase();
  if (cell === null || word === '' || word === 'active') return 'active';
  return ['suspended', 'archived', 'inactive', 'deleted'].includes(word) ? 'disabled' : cell;
};

/** Admin console → Users → Download users. The primary address is sign-in and mailbox in one. Passwords are not read. */
export const googleWorkspace = exportFormat({
  name: 'google-workspace',
  columns: {
    givenName: ['First Name'],
    familyName: ['Last Name'],
    email: ['Email Address'],
    status: ['Status'],
    orgUnit: ['Org Unit Path'],
    recoveryEmail: ['Recovery Email'],
    homeEmail: ['Home Secondary Email'],
    workEmail: ['Work Secondary Email'],
    recoveryPhone: ['Recovery Phone'],
    workPhone: ['Work Phone'],
    homePhone: ['Home Phone'],
    mobilePhone: ['Mobile Phone'],
    enrolled: ['2sv Enrolled'],
  },
  recognisedBy: ['email', 'orgUnit'],
  required: [['email'], ['givenName'], ['familyName'], ['status']],
  madeByHand: false,
  read: (cell) => ({
    signIn: cell('email'),
    signInIsEmail: true,
    displayName: null,
    givenName: cell('givenName'),
    familyPrefix: null,
    familyName: cell('familyName'),
    externalId: null,
    language: null,
    guest: null,
    status: statusOf(cell('status')),
    emails: [cell('email'), cell('recoveryEmail'), cell('homeEmail'), cell('workEmail')],
    emailLists: [],
    mobiles: [cell('recoveryPhone'), cell('mobilePhone')],
    landlines: [cell('workPhone'), cell('homePhone')],
    factors: null,
    // Dutch Excel turns True into WAAR when the file is saved again.
    hasSecondFactor: ['true', 'waar'].includes(textOf(cell('enrolled')).toLowerCase()),
  }),
});
