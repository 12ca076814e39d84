/** Invented people for a desk to try things with. Their passwords and seeds are known to everyone: local only. */

export const PASSWORD = 'herstel-met-zorg';

export const ORGANISATIONS = {
  zorgpunt: {
    id: '0190a000-0000-7000-8000-000000000001',
    name: 'Zorgpunt',
    ownMailDomain: 'zorgpunt.example',
    helpdeskPhone: '+31 30 123 45 00',
  },
  gemeente: {
    id: '0190a000-0000-7000-8000-000000000002',
    name: 'Gemeente Voorbeeld',
    ownMailDomain: 'gemeente.example',
    helpdeskPhone: '+31 30 123 46 00',
  },
} as const;

export type OrganisationKey = keyof typeof ORGANISATIONS;
type Role =
  | 'agent'
  | 'functional-administrator'
  | 'auditor'
  | 'stand-in'
  | 'platform-administrator';

export type StaffPerson = {
  key: string;
  name: string;
  signIn: string;
  roles: { role: Role; organisation?: OrganisationKey }[];
  /** Base32 seed of the authenticator app. */
  seed: string;
};

export const STAFF: readonly StaffPerson[] = [
  {
    key: 'noor',
    name: 'Noor Jacobs',
    signIn: 'noor@helpdesk.example',
    roles: [
      { role: 'agent', organisation: 'zorgpunt' },
      { role: 'agent', organisation: 'gemeente' },
    ],
    seed: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PX2',
  },
  {
    key: 'daan',
    name: 'Daan Willems',
    signIn: 'daan@helpdesk.example',
    roles: [{ role: 'agent', organisation: 'zorgpunt' }],
    seed: 'KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZL3',
  },
  {
    key: 'saskia',
    name: 'Saskia Bakker',
    signIn: 'saskia.bakker@zorgpunt.example',
    roles: [{ role: 'functional-administrator', organisation: 'zorgpunt' }],
    seed: 'MFRGGZDFMZTWQ2LKMFRGGZDFMZTWQ2L4',
  },
  {
    key: 'pim',
    name: 'Pim Smit',
    signIn: 'pim.smit@zorgpunt.example',
    roles: [{ role: 'functional-administrator', organisation: 'zorgpunt' }],
    seed: 'NFXHI33SMVTWC5DJNFXHI33SMVTWC5D5',
  },
  {
    key: 'tess',
    name: 'Tess Mulder',
    signIn: 'tess@buren.example',
    roles: [{ role: 'stand-in', organisation: 'zorgpunt' }],
    seed: 'OBSXG5DJNRWGKZLOOBSXG5DJNRWGKZL6',
  },
  {
    key: 'kees',
    name: 'Kees de Groot',
    signIn: 'kees.degroot@gemeente.example',
    roles: [{ role: 'functional-administrator', organisation: 'gemeente' }],
    seed: 'PFXWC43UMFZGK3THPFXWC43UMFZGK3T7',
  },
  {
    key: 'iris',
    name: 'Iris Peters',
    signIn: 'iris.peters@gemeente.example',
    roles: [{ role: 'functional-administrator', organisation: 'gemeente' }],
    seed: 'QFXWC43UMFZGK3THPFXWC43UMFZGK3TA',
  },
  {
    key: 'mila',
    name: 'Mila Visser',
    signIn: 'mila@audit.example',
    roles: [
      { role: 'auditor', organisation: 'zorgpunt' },
      { role: 'auditor', organisation: 'gemeente' },
    ],
    seed: 'RFXWC43UMFZGK3THPFXWC43UMFZGK3TB',
  },
  {
    key: 'olaf',
    name: 'Olaf Brouwer',
    signIn: 'olaf@platform.example',
    roles: [{ role: 'platform-administrator' }],
    seed: 'SFXWC43UMFZGK3THPFXWC43UMFZGK3TC',
  },
];

export type Holder = {
  key: string;
  name: string;
  signIn: string;
  organisation: OrganisationKey;
  emails: readonly string[];
  phones: readonly string[];
  removedEmails?: readonly string[];
  /** Base32 seed of an authenticator app. */
  app?: string;
  /** The app is known to be on another device than the phone number. */
  appOnTablet?: boolean;
  sms?: boolean;
  voice?: boolean;
  emailCode?: boolean;
  backupCodes?: boolean;
  devices?: number;
  disabled?: boolean;
  privileged?: boolean;
  imported?: boolean;
  staffKey?: string;
};

/** Each stands for a situation that a helpdesk meets. */
export const HOLDERS: readonly Holder[] = [
  {
    // New phone, old app gone, number kept.
    key: 'anouk',
    name: 'Anouk de Vries',
    signIn: 'anouk.devries@zorgpunt.example',
    organisation: 'zorgpunt',
    emails: ['anouk.devries@zorgpunt.example', 'anouk.prive@example.net'],
    phones: ['+31612345601'],
    app: 'TFXWC43UMFZGK3THPFXWC43UMFZGK3TD',
    backupCodes: true,
    devices: 2,
    imported: true,
  },
  {
    // Never had a second factor: one means is enough.
    key: 'bjorn',
    name: 'Björn Østergård',
    signIn: 'bjorn.ostergard@zorgpunt.example',
    organisation: 'zorgpunt',
    emails: ['bjorn@example.dk'],
    phones: ['+4520123456'],
  },
  {
    // App on a tablet that is still there: a remaining factor.
    key: 'esra',
    name: 'Esra van den Berg',
    signIn: 'esra.vandenberg@zorgpunt.example',
    organisation: 'zorgpunt',
    emails: ['esra@example.org'],
    phones: ['+31612345609'],
    app: 'UFXWC43UMFZGK3THPFXWC43UMFZGK3TE',
    appOnTablet: true,
    sms: true,
    devices: 1,
    imported: true,
  },
  {
    // An address was taken off file lately: it is told, and can only pause.
    key: 'mirthe',
    name: 'Mirthe Hoekstra',
    signIn: 'mirthe.hoekstra@zorgpunt.example',
    organisation: 'zorgpunt',
    emails: ['mirthe@example.com'],
    phones: ['+31612345610'],
    removedEmails: ['mirthe.oud@example.com'],
    app: 'VFXWC43UMFZGK3THPFXWC43UMFZGK3TF',
    imported: true,
  },
  {
    // Three channels: one stays without a proof, so the clock waits for a notice over it.
    key: 'fleur',
    name: 'Fleur Dekker',
    signIn: 'fleur.dekker@zorgpunt.example',
    organisation: 'zorgpunt',
    emails: ['fleur@example.net', 'fleur.dekker@example.org'],
    phones: ['+31612345611'],
    app: 'WFXWC43UMFZGK3THPFXWC43UMFZGK3TG',
    devices: 3,
    imported: true,
  },
  {
    // The desk's own administrator as an account holder.
    key: 'saskia-account',
    name: 'Saskia Bakker',
    signIn: 'saskia.bakker@zorgpunt.example',
    organisation: 'zorgpunt',
    emails: ['s.bakker@example.net'],
    phones: ['+31612345603'],
    sms: true,
    imported: true,
    staffKey: 'saskia',
  },
  {
    key: 'jan',
    name: 'Jan van der Meer',
    signIn: 'jan.vandermeer@zorgpunt.example',
    organisation: 'zorgpunt',
    emails: ['jan@example.net'],
    phones: ['+31612345604'],
    disabled: true,
    imported: true,
  },
  {
    key: 'rolf',
    name: 'Rolf Beheer',
    signIn: 'rolf.beheer@zorgpunt.example',
    organisation: 'zorgpunt',
    emails: ['rolf@example.net'],
    phones: ['+31612345612'],
    app: 'XFXWC43UMFZGK3THPFXWC43UMFZGK3TH',
    privileged: true,
    imported: true,
  },
  {
    key: 'fatima',
    name: 'Fatima Jansen',
    signIn: 'f.jansen@gemeente.example',
    organisation: 'gemeente',
    emails: ['fatima.jansen@example.net'],
    phones: ['+31612345605'],
    app: 'YFXWC43UMFZGK3THPFXWC43UMFZGK3TI',
    sms: true,
    devices: 1,
    imported: true,
  },
  {
    key: 'thijs',
    name: 'Thijs Kok',
    signIn: 't.kok@gemeente.example',
    organisation: 'gemeente',
    emails: ['thijs.kok@example.net'],
    phones: [],
    app: 'ZFXWC43UMFZGK3THPFXWC43UMFZGK3TJ',
    imported: true,
  },
  {
    // Signs in to the own pages with whatever there is.
    key: 'lotte',
    name: 'Lotte Meijer',
    signIn: 'lotte.meijer@gemeente.example',
    organisation: 'gemeente',
    emails: ['lotte.meijer@example.net'],
    phones: ['+31612345620'],
    app: '2FXWC43UMFZGK3THPFXWC43UMFZGK3TK',
    sms: true,
    voice: true,
    emailCode: true,
    backupCodes: true,
    imported: true,
  },
  {
    // The phone is gone, and its number with it: codes have to go to another.
    key: 'wouter',
    name: 'Wouter Prins',
    signIn: 'wouter.prins@zorgpunt.example',
    organisation: 'zorgpunt',
    emails: ['wouter@example.net', 'wouter.prins@example.org'],
    phones: ['+31612345630'],
    app: '3FXWC43UMFZGK3THPFXWC43UMFZGK3TL',
    imported: true,
  },
  {
    // Another number, while codes still go to the old one.
    key: 'ruben',
    name: 'Ruben Vos',
    signIn: 'ruben.vos@zorgpunt.example',
    organisation: 'zorgpunt',
    emails: ['ruben@example.net', 'ruben.vos@example.org'],
    phones: ['+31612345631'],
    sms: true,
    imported: true,
  },
  {
    // Forgot the password.
    key: 'yara',
    name: 'Yara Kuiper',
    signIn: 'yara.kuiper@zorgpunt.example',
    organisation: 'zorgpunt',
    emails: ['yara@example.net', 'yara.kuiper@example.org'],
    phones: ['+31612345632'],
    app: '4FXWC43UMFZGK3THPFXWC43UMFZGK3TM',
    imported: true,
  },
  {
    // Wants to be asked on the tablet at home.
    key: 'timo',
    name: 'Timo Hendriks',
    signIn: 'timo.hendriks@zorgpunt.example',
    organisation: 'zorgpunt',
    emails: ['timo@example.net', 'timo.hendriks@example.org'],
    phones: ['+31612345633'],
    app: '5FXWC43UMFZGK3THPFXWC43UMFZGK3TN',
    imported: true,
  },
  {
    // Everything was stolen, with the password written on it.
    key: 'hanna',
    name: 'Hanna Bosch',
    signIn: 'hanna.bosch@zorgpunt.example',
    organisation: 'zorgpunt',
    emails: ['hanna@example.net', 'hanna.bosch@example.org'],
    phones: ['+31612345634'],
    app: '6FXWC43UMFZGK3THPFXWC43UMFZGK3TO',
    imported: true,
  },
];
