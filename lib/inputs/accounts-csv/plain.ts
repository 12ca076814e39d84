import { type Cell, exportFormat, textOf } from './export-format';

const ACTIVE = ['', 'actief', 'active', 'ja', 'yes', 'true', 'waar', 'enabled', 'ingeschakeld'];
const DISABLED = [
  ...['inactief', 'inactive', 'nee', 'no', 'false', 'onwaar', 'disabled', 'uitgeschakeld'],
  ...['geblokkeerd', 'blocked', 'suspended', 'opgeschort', 'archived', 'gearchiveerd'],
];

const statusOf = (cell: Cell | null): 'active' | 'disabled' | Cell => {
  const word = textOf(cell).toLowerCase();
  if (cell === null || ACTIVE.includes(word)) return 'active';
  return DISABLED.includes(word) ? 'disabled' : cell;
};

/** A list made by hand, as Excel saves it in the Netherlands or elsewhere: Dutch or English headings in any order. */
export const plain = exportFormat({
  name: 'plain',
  columns: {
    signIn: ['Gebruikersnaam', 'Aanmeldnaam', 'Inlognaam', 'Username', 'Sign-in', 'Login'],
    displayName: ['Naam', 'Volledige naam', 'Weergavenaam', 'Name', 'Full name', 'Display name'],
    givenName: ['Voornaam', 'Roepnaam', 'First name', 'Given name'],
    familyPrefix: ['Tussenvoegsel', 'Tussenvoegsels', 'Voorvoegsel'],
    familyName: ['Achternaam', 'Last name', 'Surname', 'Family name'],
    email: ['E-mailadres', 'E-mail', 'Mail', 'Email address'],
    mobile: [
      'Mobiel',
      'Mobiele telefoon',
      'Mobiel nummer',
      'Mobile',
      'Mobile phone',
      'Mobile number',
    ],
    phone: ['Telefoon', 'Telefoonnummer', 'Vast nummer', 'Phone', 'Telephone', 'Phone number'],
    factors: ['Tweede factor', 'Second factor', '2FA', 'MFA'],
    status: ['Status', 'Actief', 'Active'],
    language: ['Taal', 'Language'],
  },
  recognisedBy: ['signIn'],
  required: [['signIn'], ['displayName', 'familyName', 'givenName']],
  madeByHand: true,
  read: (cell) => ({
    signIn: cell('signIn'),
    signInIsEmail: false,
    displayName: cell('displayName'),
    givenName: cell('givenName'),
    familyPrefix: cell('familyPrefix'),
    familyName: cell('familyName'),
    externalId: null,
    language: cell('language'),
    guest: null,
    status: statusOf(cell('status')),
    emails: [cell('email')],
    emailLists: [],
    mobiles: [cell('mobile')],
    landlines: [cell('phone')],
    factors: cell('factors'),
    hasSecondFactor: false,
  }),
});
