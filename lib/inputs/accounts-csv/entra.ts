import { type Cell, exportFormat, textOf } from './export-format';

/** Only True is an open account (WAAR after Dutch Excel saved the file again); anything unexpected is refused rather than opened. */
const statusOf = (cell: Cell | null): 'active' | 'disabled' | Cell => {
  const word = textOf(cell).toLowerCase();
  if (word === 'true' || word === 'waar') return 'active';
  if (word === 'false' || word === 'onwaar') return 'disabled';
  return cell ?? { field: 'accountEnabled', text: '' };
};

/** A guest's account, password and factors live in another organisation's directory. */
const guestCell = (userType: Cell | null, signIn: Cell | null): Cell | null => {
  const text = textOf(signIn);
  if (userType && textOf(userType).toLowerCase() === 'guest')
    return { field: userType.field, text };
  return /#ext#/i.test(text) ? signIn : null;
};

/** Entra admin centre → Users → Download users. It says nothing of second factors. */
export const entra = exportFormat({
  name: 'entra',
  columns: {
    signIn: ['userPrincipalName'],
    displayName: ['displayName'],
    givenName: ['givenName'],
    familyName: ['surname'],
    mail: ['mail'],
    alternate: ['alternateEmailAddress'],
    mobile: ['mobilePhone'],
    telephone: ['telephoneNumber'],
    id: ['id', 'objectId'],
    userType: ['userType'],
    enabled: ['accountEnabled'],
  },
  recognisedBy: ['signIn'],
  required: [['signIn'], ['displayName'], ['userType'], ['enabled']],
  madeByHand: false,
  read: (cell) => ({
    signIn: cell('signIn'),
    signInIsEmail: true,
    displayName: cell('displayName'),
    givenName: cell('givenName'),
    familyPrefix: null,
    familyName: cell('familyName'),
    externalId: cell('id'),
    language: null,
    guest: guestCell(cell('userType'), cell('signIn')),
    status: statusOf(cell('enabled')),
    emails: [cell('mail')],
    emailLists: [cell('alternate')],
    mobiles: [cell('mobile')],
    landlines: [cell('telephone')],
    factors: null,
    hasSecondFactor: false,
  }),
});
