import type { EnrollableKind } from '../domain/account/factor';
import type { SetUpKind } from '../domain/case/measure';
import type { Words } from './words';

/**
 * What a case changes, and what its holder has to do for it: the same words in a letter and on the holder's page (R5).
 * They go into SMS texts, so they keep to the characters of one.
 */
export const nl = {
  measures: {
    add: '{enrol} instellen',
    addCodes: 'nieuwe back-upcodes klaarzetten',
    addPass: 'een tijdelijke pas klaarzetten',
    replace: 'je {factor} vervangen door {enrol}',
    replaceSame: 'je {factor} vervangen door een nieuwe',
    remove: 'je {factor} weghalen',
    changePoint: {
      email: 'je e-mailadres vervangen door een ander',
      phone: 'je telefoonnummer vervangen door een ander',
    },
    newPassword: 'een nieuw wachtwoord kiezen',
    none: 'je account herstellen',
  },
  /** As part of a measure. */
  enrols: {
    'authenticator-app': 'een nieuwe authenticator-app',
    'security-key': 'een nieuwe beveiligingssleutel',
    sms: 'codes per sms',
    voice: 'codes per telefoontje',
    'email-code': 'codes per e-mail',
    push: 'meldingen op een apparaat',
    'backup-codes': 'nieuwe back-upcodes',
    'temporary-pass': 'een tijdelijke pas',
  } satisfies Record<EnrollableKind, string>,
  /** As what the holder does. */
  setUp: {
    'authenticator-app': 'je nieuwe authenticator-app instellen',
    'security-key': 'je nieuwe beveiligingssleutel instellen',
    sms: 'je codes per sms instellen',
    voice: 'je codes per telefoontje instellen',
    'email-code': 'je codes per e-mail instellen',
    push: 'je meldingen instellen',
    'backup-codes': 'je nieuwe back-upcodes ophalen',
    'temporary-pass': 'je tijdelijke pas ophalen',
    email: 'je nieuwe e-mailadres opgeven',
    phone: 'je nieuwe telefoonnummer opgeven',
    password: 'je nieuwe wachtwoord kiezen',
  } satisfies Record<SetUpKind, string>,
  /** What becomes of the old, before it happens and after. */
  means: {
    email:
      'Daarna gaan codes naar een ander e-mailadres. Wie het oude leest, krijgt nog 90 dagen bericht, maar geen code meer.',
    phone:
      'Daarna gaan codes naar een ander telefoonnummer. Wie het oude heeft, krijgt nog 90 dagen bericht, maar geen code meer.',
    password: 'Daarna werkt je oude wachtwoord niet meer.',
  },
  meant: {
    email: 'Codes gaan nu naar een ander e-mailadres. Het oude krijgt nog 90 dagen bericht.',
    phone: 'Codes gaan nu naar een ander telefoonnummer. Het oude krijgt nog 90 dagen bericht.',
    password: 'Je oude wachtwoord werkt niet meer.',
  },
} as const;

export const en: Words<typeof nl> = {
  measures: {
    add: 'set up {enrol}',
    addCodes: 'prepare new backup codes',
    addPass: 'prepare a temporary pass',
    replace: 'replace your {factor} with {enrol}',
    replaceSame: 'replace your {factor} with a new one',
    remove: 'remove your {factor}',
    changePoint: {
      email: 'replace your e-mail address with another',
      phone: 'replace your phone number with another',
    },
    newPassword: 'choose a new password',
    none: 'recover your account',
  },
  enrols: {
    'authenticator-app': 'a new authenticator app',
    'security-key': 'a new security key',
    sms: 'codes by text message',
    voice: 'codes by phone call',
    'email-code': 'codes by e-mail',
    push: 'prompts on a device',
    'backup-codes': 'new backup codes',
    'temporary-pass': 'a temporary pass',
  },
  setUp: {
    'authenticator-app': 'set up your new authenticator app',
    'security-key': 'set up your new security key',
    sms: 'set up your codes by text message',
    voice: 'set up your codes by phone call',
    'email-code': 'set up your codes by e-mail',
    push: 'set up your prompts',
    'backup-codes': 'fetch your new backup codes',
    'temporary-pass': 'fetch your temporary pass',
    email: 'give your new e-mail address',
    phone: 'give your new phone number',
    password: 'choose your new password',
  },
  means: {
    email:
      'After that codes go to another e-mail address. Whoever reads the old one is told for 90 more days, but gets no more codes.',
    phone:
      'After that codes go to another phone number. Whoever has the old one is told for 90 more days, but gets no more codes.',
    password: 'After that your old password no longer works.',
  },
  meant: {
    email: 'Codes now go to another e-mail address. The old one is told for 90 more days.',
    phone: 'Codes now go to another phone number. The old one is told for 90 more days.',
    password: 'Your old password no longer works.',
  },
};
