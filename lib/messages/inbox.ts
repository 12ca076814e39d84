import type { Words } from './words';

/** The page of a desk on one machine: what arrived, the codes of its people, and its clock. */
export const nl = {
  title: 'Postvak',
  intro:
    'Alleen op deze machine. Hier komt aan wat de balie verstuurt, en hier staan de codes van de proefpersonen. Er gaat niets naar buiten.',
  refresh: 'Vernieuwen',
  clock: {
    title: 'De klok van de balie',
    now: 'Nu is het <when></when>.',
    alarm: 'De volgende wekker gaat <when></when>.',
    noAlarm: 'Er is geen wekker.',
    forward: 'De klok gaat alleen vooruit.',
    hour: '+1 uur',
    day: '+24 uur',
    toAlarm: 'Naar de volgende wekker',
  },
  codes: {
    title: 'Authenticator-codes van nu',
    hint: 'Elke code werkt één keer. Is hij gebruikt? Wacht tot de volgende en vernieuw de pagina.',
    staff: 'Medewerkers',
    accounts: 'Accounthouders',
    left: 'nog {time}',
    none: 'Niemand heeft een authenticator-app.',
  },
  signIn: {
    title: 'Aanmelden als accounthouder',
    hint: 'Zoals iemand die zijn tweede factor nog heeft. Loopt er een herstel voor dit account, dan komt het stil te staan.',
    account: 'Account',
    choose: 'Kies een account',
    code: 'Code uit de authenticator-app',
    button: 'Aanmelden',
    done: 'Aangemeld. Er loopt geen herstel dat hierop wacht.',
    askedTitle: 'Er loopt een herstel',
    asked:
      'Je bent aangemeld als {who}, terwijl je account wordt hersteld. Ben jij daarmee bezig? Zonder antwoord stopt het herstel <when></when>.',
    goOn: 'Ga door',
    notMe: 'Dit was ik niet',
  },
  messages: {
    title: 'Mail en sms',
    empty: 'Nog niets ontvangen.',
    emptyHint: 'Verstuur een code of vraag een akkoord; ververs dan deze pagina.',
    mail: 'mail',
    sms: 'sms',
    to: 'Aan {to}',
    at: 'ontvangen <when></when> (klok van deze machine)',
  },
} as const;

export const en: Words<typeof nl> = {
  title: 'Inbox',
  intro:
    'Only on this machine. What the desk sends arrives here, and here are the codes of the people to try it with. Nothing leaves.',
  refresh: 'Refresh',
  clock: {
    title: 'The clock of the desk',
    now: 'It is <when></when>.',
    alarm: 'The next alarm rings <when></when>.',
    noAlarm: 'There is no alarm.',
    forward: 'The clock goes forward only.',
    hour: '+1 hour',
    day: '+24 hours',
    toAlarm: 'To the next alarm',
  },
  codes: {
    title: 'Authenticator codes of this moment',
    hint: 'Each code works once. Has it been used? Wait for the next one and refresh the page.',
    staff: 'Staff',
    accounts: 'Account holders',
    left: '{time} left',
    none: 'Nobody has an authenticator app.',
  },
  signIn: {
    title: 'Sign in as an account holder',
    hint: 'Like someone who still has the second factor. If a recovery of this account is under way, it is put on hold.',
    account: 'Account',
    choose: 'Choose an account',
    code: 'Code from the authenticator app',
    button: 'Sign in',
    done: 'Signed in. No recovery is waiting for this.',
    askedTitle: 'A recovery is under way',
    asked:
      'You are signed in as {who} while your account is being recovered. Is that you? Without an answer the recovery stops <when></when>.',
    goOn: 'Go on',
    notMe: 'This was not me',
  },
  messages: {
    title: 'Mail and SMS',
    empty: 'Nothing received yet.',
    emptyHint: 'Send a code or ask for approval; then refresh this page.',
    mail: 'mail',
    sms: 'SMS',
    to: 'To {to}',
    at: 'received <when></when> (clock of this machine)',
  },
};
