import type { AskedOver } from '../domain/asking/request';
import type { Symptom } from '../domain/runbook/symptom';
import type { Words } from './words';

/** Asking for recovery without calling. It says the same to everybody, whoever the name belongs to (R14). */
export const nl = {
  link: 'Ik kan niet inloggen',
  title: 'Ik kan niet inloggen',
  text: 'Kies wat er mis is. Je ziet dan wat je eerst zelf kunt proberen. Helpt dat niet, dan vraag je de helpdesk om je account te herstellen.',
  first: 'Probeer eerst dit. Vaak is dat al genoeg.',
  form: 'Helpt het niet?',
  formText:
    'Vraag dan herstel aan. De code gaat naar een adres of nummer dat al bij je account staat; welk, laten we niet zien.',
  back: 'Er is iets anders mis',
  signIn: 'Gebruikersnaam of e-mailadres',
  symptom: 'Wat is er mis?',
  symptoms: {
    'no-sms': 'Ik krijg geen sms-code',
    'no-email-code': 'Ik krijg geen code per e-mail',
    'app-lost': 'Mijn telefoon of authenticator-app is weg',
    'code-not-accepted': 'Mijn code wordt niet geaccepteerd',
    'no-push': 'Ik krijg geen melding op mijn telefoon',
    'key-lost': 'Mijn beveiligingssleutel is weg',
    other: 'Iets anders',
  } satisfies Record<Symptom, string>,
  tries: {
    'no-sms': {
      one: 'Zet je telefoon uit en weer aan. Hij meldt zich dan opnieuw aan bij het netwerk.',
      two: 'Kijk in je berichten bij spam en geblokkeerde afzenders.',
      three: 'Laat de sms opnieuw versturen: die gaat dan over een ander netwerk.',
    },
    'no-email-code': {
      one: 'Kijk bij ongewenste mail.',
      two: 'Kijk of je in de goede mailbox zoekt.',
      three: 'Gebruik alleen de nieuwste code: elke nieuwe maakt de vorige ongeldig.',
    },
    'app-lost': {
      one: 'Nieuwe telefoon? Installeer de app opnieuw en zet de back-up terug.',
      two: 'Kijk of de app ook op een tablet, laptop of oude telefoon staat.',
      three: 'Gebruik een back-upcode, als je die hebt bewaard.',
    },
    'code-not-accepted': {
      one: 'Wacht op de volgende code, en let op omgedraaide cijfers.',
      two: 'Laat je telefoon datum en tijd automatisch instellen.',
      three: 'Kijk in de app of de code bij dit account hoort.',
    },
    'no-push': {
      one: 'Kijk of je internet hebt, en of “Niet storen” uit staat.',
      two: 'Sluit de app helemaal af en open hem opnieuw: wachtende verzoeken komen dan vaak alsnog.',
      three: 'Werk de app bij in de appwinkel.',
    },
    'key-lost': {
      one: 'Zoek je reservesleutel, of een passkey op een ander apparaat.',
      two: 'Probeer de sleutel in een andere poort, of houd hem tegen je telefoon.',
      three: 'Gebruik een back-upcode, als je die hebt bewaard.',
    },
    other: {
      one: 'Kies bij het aanmelden “Alternatieve tweede factor”.',
      two: 'Gebruik een back-upcode, als je die hebt bewaard.',
      three: 'Probeer het op een computer waar je al eens was aangemeld.',
    },
  } satisfies Record<Symptom, object>,
  overs: {
    email: 'Code per e-mail',
    sms: 'Code per sms',
  } satisfies Record<AskedOver, string>,
  call: 'Liever bellen? Dat kan altijd: de helpdesk doet hetzelfde, samen met jou.',
  missing: {
    signIn: 'Vul je gebruikersnaam of e-mailadres in.',
    over: 'Kies waar de code heen moet.',
  },
  expired: 'Dit duurde te lang, of het is al gebruikt. Begin opnieuw.',
  tooFast:
    'Er is te vaak iets gevraagd vanaf dit netwerk. Probeer het over een uur, of bel je helpdesk.',
  code: {
    title: 'Vul de code in',
    text: 'Als wij je kennen, is er nu een code onderweg. Hij werkt tien minuten, en alleen op dit scherm.',
    asked: 'Gevraagd voor {signIn}, {over}: “{symptom}”.',
    wish: 'Met de code vraag je om {wish}.',
    wishMore: 'Heb je er daarvan meer dan één, dan blijven ze staan en komt de nieuwe app erbij.',
    overs: { email: 'per e-mail', sms: 'per sms' } satisfies Record<AskedOver, string>,
    field: 'Code',
    hint: 'Niemand vraagt je om deze code, ook de helpdesk niet.',
    submit: 'Verder',
    after: 'Klopt de code, dan gaat je aanvraag naar de helpdesk en kun je hem hier volgen.',
    againTitle: 'Geen code gekregen?',
    againText:
      'Kijk bij ongewenste mail en wacht een paar minuten. Een nieuwe code maakt de vorige ongeldig.',
    again: 'Stuur opnieuw',
    sentAgain: 'Als wij je kennen, is er een nieuwe code onderweg.',
    change: 'Iets anders invullen',
    notDigits: 'Een code bestaat uit zes tot acht cijfers.',
    wrong:
      'Deze code klopt niet, of werkt niet meer. Gebruik de nieuwste code, of wacht even en vraag een nieuwe.',
    usedUp: 'Deze code is te vaak geprobeerd. Vraag een nieuwe, of bel je helpdesk.',
    tooMany: 'Er zijn te veel codes gevraagd. Wacht een uur, of bel je helpdesk.',
    otherOpen: 'Er loopt al een aanvraag voor je account. Bel je helpdesk.',
    suspended: 'Je account is tijdelijk dichtgezet. Bel je helpdesk.',
    cannot: 'Langs deze weg gaat het niet verder. Bel je helpdesk.',
  },
  holder: {
    first: 'Je hebt dit herstel zelf aangevraagd. Lees eerst wat er gaat gebeuren.',
    next: 'Je aanvraag ligt bij de helpdesk, en je eerste bewijs is binnen. Er is er nog één nodig, van een andere soort. Duurt het te lang? Bel de helpdesk en noem je zaakcode.',
    desk: 'Je aanvraag ligt bij de helpdesk. Voor dit account is meer nodig dan een code: bel de helpdesk en noem je zaakcode.',
  },
} as const;

export const en: Words<typeof nl> = {
  link: 'I cannot sign in',
  title: 'I cannot sign in',
  text: 'Choose what is wrong. You will see what you can try yourself first. If that does not help, ask the helpdesk to recover your account.',
  first: 'Try this first. Often that is enough.',
  form: 'That did not help?',
  formText:
    'Then ask for recovery. We send a code to an address or number that is already in your account; we do not show which.',
  back: 'Something else is wrong',
  signIn: 'User name or e-mail address',
  symptom: 'What is wrong?',
  symptoms: {
    'no-sms': 'I do not get a code by text message',
    'no-email-code': 'I do not get a code by e-mail',
    'app-lost': 'My phone or authenticator app is gone',
    'code-not-accepted': 'My code is not accepted',
    'no-push': 'I do not get a prompt on my phone',
    'key-lost': 'My security key is gone',
    other: 'Something else',
  },
  tries: {
    'no-sms': {
      one: 'Turn your phone off and on again. It then registers with the network anew.',
      two: 'Look in your messages under spam and blocked senders.',
      three: 'Have the text message sent again: it then takes another network.',
    },
    'no-email-code': {
      one: 'Look in your spam folder.',
      two: 'Check that you are looking in the right mailbox.',
      three: 'Use the newest code only: every new one makes the one before it invalid.',
    },
    'app-lost': {
      one: 'A new phone? Install the app again and restore its backup.',
      two: 'Check whether the app is also on a tablet, laptop or old phone.',
      three: 'Use a backup code, if you kept any.',
    },
    'code-not-accepted': {
      one: 'Wait for the next code, and look for swapped digits.',
      two: 'Let your phone set date and time automatically.',
      three: 'Check in the app that the code belongs to this account.',
    },
    'no-push': {
      one: 'Check that you are online, and that “Do not disturb” is off.',
      two: 'Close the app completely and open it again: waiting requests often appear then.',
      three: 'Update the app in the app store.',
    },
    'key-lost': {
      one: 'Look for your spare key, or a passkey on another device.',
      two: 'Try the key in another port, or hold it against your phone.',
      three: 'Use a backup code, if you kept any.',
    },
    other: {
      one: 'Choose “Alternative second factor” when you sign in.',
      two: 'Use a backup code, if you kept any.',
      three: 'Try it on a computer where you signed in before.',
    },
  },
  overs: { email: 'Code by e-mail', sms: 'Code by text message' },
  call: 'Prefer to call? You always can: the helpdesk does the same, together with you.',
  missing: {
    signIn: 'Enter your user name or e-mail address.',
    over: 'Choose where the code should go.',
  },
  expired: 'This took too long, or was already used. Start again.',
  tooFast: 'Too much was asked from this network. Try again in an hour, or call your helpdesk.',
  code: {
    title: 'Enter the code',
    text: 'If we know you, a code is on its way now. It works for ten minutes, and on this screen only.',
    asked: 'Asked for {signIn}, {over}: “{symptom}”.',
    wish: 'With the code you ask for {wish}.',
    wishMore: 'If you have more than one of those, they all stay and the new app is added.',
    overs: { email: 'by e-mail', sms: 'by text message' },
    field: 'Code',
    hint: 'Nobody will ask you for this code, not even the helpdesk.',
    submit: 'Continue',
    after: 'If the code is right, your request goes to the helpdesk and you can follow it here.',
    againTitle: 'Did not get a code?',
    againText:
      'Look in your spam folder and wait a few minutes. A new code makes the one before it invalid.',
    again: 'Send again',
    sentAgain: 'If we know you, a new code is on its way.',
    change: 'Change what I entered',
    notDigits: 'A code has six to eight digits.',
    wrong:
      'This code is not right, or no longer works. Use the newest code, or wait a moment and ask for a new one.',
    usedUp: 'This code was tried too often. Ask for a new one, or call your helpdesk.',
    tooMany: 'Too many codes were asked for. Wait an hour, or call your helpdesk.',
    otherOpen: 'There is already a request for your account. Call your helpdesk.',
    suspended: 'Your account is suspended for now. Call your helpdesk.',
    cannot: 'You cannot continue this way. Call your helpdesk.',
  },
  holder: {
    first: 'You asked for this recovery yourself. First read what is going to happen.',
    next: 'Your request is with the helpdesk, and your first proof is in. One more is needed, of another kind. If it takes too long, call the helpdesk and give your case code.',
    desk: 'Your request is with the helpdesk. This account needs more than a code: call the helpdesk and give your case code.',
  },
};
