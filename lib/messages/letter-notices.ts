import type { Words } from './words';

/** Notices of a case: to every contact point of the account holder. */
export const nl = {
  notice: {
    'wait-started': {
      subject: 'De wachttijd voor je account bij {organisation} loopt',
      title: 'De wachttijd is begonnen',
      text: 'Het herstel van je account is goedgekeurd. Er verandert niets zolang de wachttijd loopt.',
      calm: 'Heb je dit zelf gevraagd? Dan hoef je nu alleen te wachten.',
      sms: '{organisation}: je account wordt hersteld, niet eerder dan {when}.',
      smsHeavy: '{organisation}: gevraagd is {measures}. Gebeurt niet eerder dan {when}.',
    },
    'wait-half-time': {
      subject: 'Nog even: je account bij {organisation} wordt hersteld',
      title: 'De wachttijd is voor de helft om',
      text: 'Het herstel van je account gaat door als de wachttijd om is. Tot dan verandert er niets.',
      calm: 'Heb je dit zelf gevraagd? Dan hoef je nu alleen te wachten.',
      sms: '{organisation}: de helft van de wachttijd is om. Je account wordt hersteld, niet eerder dan {when}.',
      smsHeavy:
        '{organisation}: gevraagd is {measures}. De helft van de wachttijd is om. Gebeurt niet eerder dan {when}.',
    },
    'wait-daily': {
      subject: 'Elke dag een bericht: je account bij {organisation} wordt hersteld',
      title: 'De wachttijd loopt nog',
      text: 'Zolang de wachttijd loopt, schrijven we je elke dag, omdat we je langs geen andere weg konden bereiken. Tot dan verandert er niets.',
      calm: 'Heb je dit zelf gevraagd? Dan hoef je nu alleen te wachten.',
      sms: '{organisation}: je account wordt hersteld, niet eerder dan {when}. Je krijgt dit elke dag.',
      smsHeavy:
        '{organisation}: gevraagd is {measures}. Gebeurt niet eerder dan {when}. Je krijgt dit elke dag.',
    },
    'loss-reported': {
      subject: 'Iets van je account bij {organisation} is als kwijt opgegeven',
      title: 'Er is iets als kwijt opgegeven',
      text: 'Bij het herstel van je account is opgegeven dat dit kwijt of gestolen is. Het telt niet meer als bewijs.',
      calm: 'Heb je dit zelf opgegeven? Dan hoef je niets te doen.',
      sms: '{organisation}: bij het herstel van je account is als kwijt opgegeven: {lost}.',
    },
    'enrolment-ready': {
      subject: 'Je kunt verder met je account bij {organisation}',
      title: 'Je bent aan de beurt',
      text: 'De wachttijd is om. Je kunt nu {setUp}, op hetzelfde scherm waarop je je eerste code hebt ingevuld.',
      calm: 'Ben je dat scherm kwijt? Bel de helpdesk op het nummer dat je al kent. Je krijgt er nooit een link voor.',
      sms: '{organisation}: je kunt nu {setUp}, tot {when}, op het scherm van je eerste code.',
    },
    'enrolment-ends-soon': {
      subject: 'Nog een dag: je account bij {organisation}',
      title: 'Je hebt nog tot morgen',
      text: 'Je moet nog {setUp}. Doe het op hetzelfde scherm waarop je je eerste code hebt ingevuld. Daarna stopt het herstel.',
      calm: 'Ben je dat scherm kwijt? Bel de helpdesk op het nummer dat je al kent. Je krijgt er nooit een link voor.',
      sms: '{organisation}: je moet nog {setUp}, voor {when}, anders stopt het herstel.',
    },
    'measures-done': {
      subject: 'Je account bij {organisation} is veranderd',
      title: 'Je account is hersteld',
      text: 'Het herstel is klaar. Alle apparaten die werden vertrouwd zijn vergeten, en overal is afgemeld.',
      calm: 'Heb je dit zelf gevraagd? Meld je dan gewoon weer aan.',
      sms: '{organisation}: je account is hersteld en overal afgemeld.',
    },
    'case-ended': {
      subject: 'Het herstel van je account bij {organisation} is gestopt',
      title: 'Het herstel is gestopt',
      outcome: {
        solved: 'Het herstel was niet meer nodig. Er is niets veranderd.',
        cancelled: 'Het herstel gaat niet door. Wat nog niet gedaan was, gebeurt niet meer.',
        declined: 'De tweede persoon die moest meekijken, gaf geen akkoord. Er is niets veranderd.',
        vetoed:
          'Iemand koos “Dit was ik niet”. Daarom is het herstel gestopt. Wat nog niet gedaan was, gebeurt niet meer.',
        locked:
          'Iemand koos “Dit was ik niet”. Je account is op slot en overal is afgemeld, tot een beheerder heeft gekeken.',
        expired:
          'Het herstel is te lang blijven liggen en daarom gestopt. Wat nog niet gedaan was, gebeurt niet meer.',
      },
      calm: 'Kun je nog steeds niet in je account? Bel de helpdesk op het nummer dat je al kent.',
      sms: '{organisation}: het herstel van je account is gestopt.',
    },
    'pause-asked': {
      subject: 'Het herstel van je account bij {organisation} staat stil',
      title: 'Het herstel staat stil',
      text: 'Iemand heeft zich aangemeld bij je account terwijl het herstel liep. Daarom wachten we op een antwoord.',
      calm: 'Was jij die aanmelding, en heb je om dit herstel gevraagd? Kies dan “Ga door” op het scherm waarop je je aanmeldde. Zonder antwoord stopt het herstel.',
      sms: '{organisation}: aanmelding bij je account terwijl het herstel loopt. Het staat stil tot {when}.',
    },
  },
} as const;

export const en: Words<typeof nl> = {
  notice: {
    'wait-started': {
      subject: 'The waiting period for your account at {organisation} has started',
      title: 'The waiting period has started',
      text: 'The recovery of your account was approved. Nothing changes while the waiting period runs.',
      calm: 'Did you ask for this yourself? Then all you have to do now is wait.',
      sms: '{organisation}: your account will be recovered, not before {when}.',
      smsHeavy: '{organisation}: asked is to {measures}. It happens not before {when}.',
    },
    'wait-half-time': {
      subject: 'A reminder: your account at {organisation} will be recovered',
      title: 'Half of the waiting period is over',
      text: 'The recovery of your account goes on when the waiting period is over. Until then nothing changes.',
      calm: 'Did you ask for this yourself? Then all you have to do now is wait.',
      sms: '{organisation}: half of the waiting period is over. Your account will be recovered, not before {when}.',
      smsHeavy:
        '{organisation}: asked is to {measures}. Half of the waiting period is over. It happens not before {when}.',
    },
    'wait-daily': {
      subject: 'A daily notice: your account at {organisation} will be recovered',
      title: 'The waiting period is still running',
      text: 'While the waiting period runs we write to you every day, because we could not reach you any other way. Until then nothing changes.',
      calm: 'Did you ask for this yourself? Then all you have to do now is wait.',
      sms: '{organisation}: your account will be recovered, not before {when}. You get this every day.',
      smsHeavy:
        '{organisation}: asked is to {measures}. It happens not before {when}. You get this every day.',
    },
    'loss-reported': {
      subject: 'Something of your account at {organisation} was reported as lost',
      title: 'Something was reported as lost',
      text: 'In the recovery of your account this was reported as lost or stolen. It no longer counts as proof.',
      calm: 'Did you report this yourself? Then there is nothing for you to do.',
      sms: '{organisation}: in the recovery of your account this was reported as lost: {lost}.',
    },
    'enrolment-ready': {
      subject: 'You can go on with your account at {organisation}',
      title: 'It is your turn',
      text: 'The waiting period is over. You can now {setUp}, on the same screen on which you entered your first code.',
      calm: 'Have you lost that screen? Call the helpdesk on the number that you already know. You never get a link for this.',
      sms: '{organisation}: you can now {setUp}, until {when}, on the screen of your first code.',
    },
    'enrolment-ends-soon': {
      subject: 'One more day: your account at {organisation}',
      title: 'You have until tomorrow',
      text: 'You still have to {setUp}. Do it on the same screen on which you entered your first code. After that the recovery stops.',
      calm: 'Have you lost that screen? Call the helpdesk on the number that you already know. You never get a link for this.',
      sms: '{organisation}: you still have to {setUp}, before {when}, or the recovery stops.',
    },
    'measures-done': {
      subject: 'Your account at {organisation} was changed',
      title: 'Your account was recovered',
      text: 'The recovery is finished. All devices that were trusted are forgotten, and all sessions were signed out.',
      calm: 'Did you ask for this yourself? Then simply sign in again.',
      sms: '{organisation}: your account was recovered and signed out everywhere.',
    },
    'case-ended': {
      subject: 'The recovery of your account at {organisation} has stopped',
      title: 'The recovery has stopped',
      outcome: {
        solved: 'The recovery was no longer needed. Nothing was changed.',
        cancelled: 'The recovery does not go on. What was not done yet will not be done.',
        declined: 'The second person who had to look at it did not approve. Nothing was changed.',
        vetoed:
          'Somebody chose “This was not me”. That is why the recovery has stopped. What was not done yet will not be done.',
        locked:
          'Somebody chose “This was not me”. Your account is locked and signed out everywhere, until an administrator has looked.',
        expired:
          'The recovery was left for too long and has stopped. What was not done yet will not be done.',
      },
      calm: 'Can you still not get into your account? Call the helpdesk on the number that you already know.',
      sms: '{organisation}: the recovery of your account has stopped.',
    },
    'pause-asked': {
      subject: 'The recovery of your account at {organisation} is on hold',
      title: 'The recovery is on hold',
      text: 'Somebody signed in to your account while it was being recovered. That is why we wait for an answer.',
      calm: 'Was it you who signed in, and did you ask for this recovery? Then choose “Go on” on the screen where you signed in. Without an answer the recovery stops.',
      sms: '{organisation}: a sign-in to your account while it is being recovered. The recovery is on hold until {when}.',
    },
  },
};
