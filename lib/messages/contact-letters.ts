import type { Words } from './words';

/** What recovery contacts are written, and what the desk sees of them. */
export const nl = {
  desk: {
    title: 'Herstelcontacten',
    none: 'Geen herstelcontacten.',
    caption: 'Herstelcontacten van dit account',
    contact: 'Herstelcontact',
    status: 'Stand',
    since: 'Sinds',
    invite: 'Herstelcontact uitnodigen',
    page: {
      title: 'Herstelcontact uitnodigen namens de accounthouder',
      consequence:
        'De persoon krijgt een uitnodiging per e-mail. De accounthouder krijgt meteen bericht op elk contactgegeven en kan het stoppen. Na een ja geldt dezelfde wachttijd als altijd: niemand kan die verkorten of overslaan.',
      holder: 'Accounthouder',
      organisation: 'Organisatie',
      name: 'Naam van het herstelcontact',
      nameHint: 'Zoals de accounthouder deze persoon noemt.',
      address: 'E-mailadres',
      addressHint:
        'Zoals de accounthouder het opgeeft. Het mag geen adres van het account zelf zijn.',
      submit: 'Uitnodiging sturen',
      back: 'Terug naar het account',
    },
  },
  letters: {
    hello: 'Dag {contact},',
    organisation: 'Organisatie',
    until: 'Antwoorden kan tot',
    link: 'Openen doet nog niets. Op de pagina lees je alles en kies je zelf:',
    typed: 'Werkt de link niet? Ga naar {page} en vul deze code in:',
    footer:
      'Regain, namens {organisation}. Een herstelcontact krijgt nooit toegang tot een account. Niemand vraagt je om een wachtwoord of om geld.',
    invitation: {
      subject: '{holder} vraagt je als herstelcontact',
      title: '{holder} vraagt je als herstelcontact',
      text: '{holder} heeft een account bij {organisation} en wil jou als herstelcontact. Kan {holder} zich ooit niet meer aanmelden, dan kun jij bevestigen dat het echt {holder} is.',
      means:
        'Je krijgt geen toegang tot het account en ziet er niets van. Je bent nergens toe verplicht. Hebben jullie hier niet over gesproken? Zeg dan nee.',
      wait: 'Zeg je ja, dan geldt nog een wachttijd van hooguit een week.',
      button: 'Lezen en antwoorden',
    },
    reminder: {
      subject: 'Je bent nog herstelcontact van {holder}',
      title: 'Je bent nog herstelcontact van {holder}',
      text: 'Eén keer per jaar herinneren we je eraan dat je herstelcontact bent van {holder} bij {organisation}.',
      means:
        'Je hoeft niets te doen. Wil je het niet meer zijn? Dan stop je op de pagina hieronder.',
      button: 'Bekijken of stoppen',
    },
    question: {
      subject: '{holder} vraagt je om hulp',
      title: '{holder} vraagt je om hulp',
      text: '{holder} vraagt om het account bij {organisation} weer te kunnen openen. Jij bent herstelcontact.',
      means:
        'Bel zelf, op een nummer dat je al had, of ga langs. Je krijgt dan een code van zes cijfers. Word jij hierover gebeld? Hang op en bel zelf.',
      button: 'Lezen en bevestigen',
    },
    ended: {
      subject: 'Je bent geen herstelcontact meer van {holder}',
      title: 'Je bent geen herstelcontact meer',
      text: 'Je bent geen herstelcontact meer van {holder} bij {organisation}. Je hoeft niets te doen, en krijgt hierover geen berichten meer.',
      button: 'Bekijken',
    },
    newsSubject: 'Bericht over een herstelcontact van je account bij {organisation}',
    newsTitle: 'Over een herstelcontact van je account',
    newsMeans:
      'Een herstelcontact kan helpen bevestigen dat jij het bent, en krijgt nooit toegang tot je account.',
    newsSms: '{organisation}: {said}',
    news: {
      invited: 'Een beheerder heeft {contact} namens jou uitgenodigd als herstelcontact.',
      accepted: '{contact} heeft ja gezegd en wordt je herstelcontact. Telt mee vanaf {when}.',
      'counts-soon': '{contact} telt vanaf {when} mee als je herstelcontact.',
      counts: '{contact} telt nu mee als je herstelcontact.',
      declined: '{contact} wil geen herstelcontact van je worden.',
      ended: '{contact} is geen herstelcontact meer van je.',
      year: '{contact} is nog steeds je herstelcontact. Klopt dat nog?',
    },
    stop: {
      title: 'Wil je dit niet, of was jij dit niet?',
      text: 'Stop dit herstelcontact dan hier, met één knop, zonder aan te melden.',
      button: 'Herstelcontact stoppen',
      sms: 'Niet goed? Stop het op {page} met {code}',
    },
  },
} as const;

export const en: Words<typeof nl> = {
  desk: {
    title: 'Recovery contacts',
    none: 'No recovery contacts.',
    caption: 'Recovery contacts of this account',
    contact: 'Recovery contact',
    status: 'Status',
    since: 'Since',
    invite: 'Invite a recovery contact',
    page: {
      title: 'Invite a recovery contact on behalf of the account holder',
      consequence:
        'The person gets an invitation by e-mail. The account holder is told at once at every contact point and can stop it. After a yes the same waiting period holds as always: nobody can shorten or skip it.',
      holder: 'Account holder',
      organisation: 'Organisation',
      name: 'Name of the recovery contact',
      nameHint: 'As the account holder calls this person.',
      address: 'E-mail address',
      addressHint:
        'As the account holder gives it. It must not be an address of the account itself.',
      submit: 'Send the invitation',
      back: 'Back to the account',
    },
  },
  letters: {
    hello: 'Dear {contact},',
    organisation: 'Organisation',
    until: 'You can answer until',
    link: 'Opening it does nothing yet. On the page you read everything and choose for yourself:',
    typed: 'Does the link not work? Go to {page} and fill in this code:',
    footer:
      'Regain, on behalf of {organisation}. A recovery contact never gets access to an account. Nobody asks you for a password or for money.',
    invitation: {
      subject: '{holder} asks you as recovery contact',
      title: '{holder} asks you as recovery contact',
      text: '{holder} has an account at {organisation} and would like you as recovery contact. If {holder} can ever no longer sign in, you can confirm that it is really {holder}.',
      means:
        'You get no access to the account and see nothing of it. You are obliged to nothing. Did you not talk about this together? Then say no.',
      wait: 'If you say yes, there is still a waiting period of at most a week.',
      button: 'Read and answer',
    },
    reminder: {
      subject: 'You are still a recovery contact of {holder}',
      title: 'You are still a recovery contact of {holder}',
      text: 'Once a year we remind you that you are a recovery contact of {holder} at {organisation}.',
      means: 'You need not do anything. Do you no longer want it? Then stop on the page below.',
      button: 'Look or stop',
    },
    question: {
      subject: '{holder} asks you for help',
      title: '{holder} asks you for help',
      text: '{holder} asks to be able to open the account at {organisation} again. You are a recovery contact.',
      means:
        'Call yourself, on a number that you already had, or go and see each other. You then get a code of six digits. Are you being called about this? Hang up and call back yourself.',
      button: 'Read and confirm',
    },
    ended: {
      subject: 'You are no longer a recovery contact of {holder}',
      title: 'You are no longer a recovery contact',
      text: 'You are no longer a recovery contact of {holder} at {organisation}. You need not do anything, and get no more messages about it.',
      button: 'Look',
    },
    newsSubject: 'About a recovery contact of your account at {organisation}',
    newsTitle: 'About a recovery contact of your account',
    newsMeans:
      'A recovery contact can help to confirm that it is you, and never gets access to your account.',
    newsSms: '{organisation}: {said}',
    news: {
      invited: 'An administrator invited {contact} on your behalf as recovery contact.',
      accepted: '{contact} said yes and becomes your recovery contact. Counts from {when}.',
      'counts-soon': '{contact} counts as your recovery contact from {when}.',
      counts: '{contact} now counts as your recovery contact.',
      declined: '{contact} does not want to be your recovery contact.',
      ended: '{contact} is no longer your recovery contact.',
      year: '{contact} is still your recovery contact. Is that still right?',
    },
    stop: {
      title: 'Do you not want this, or was this not you?',
      text: 'Then stop this recovery contact here, with one button, without signing in.',
      button: 'Stop the recovery contact',
      sms: 'Not right? Stop it at {page} with {code}',
    },
  },
};
