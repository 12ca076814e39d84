import * as holderActs from './holder-acts';
import * as holderSetUp from './holder-set-up';
import type { Words } from './words';

/**
 * The holder's page: read on a phone, by someone who is locked out, often with the helpdesk on the line. Short,
 * kind, and the same words for a handle that never existed and for one that is over (R14).
 */
export const nl = {
  title: 'Accountherstel',
  enter: {
    title: 'Open je zaak',
    text: 'De helpdesk leest je een zaakcode voor. Vul hem hier in, dan zie je wat er met je account gaat gebeuren.',
    field: 'Zaakcode',
    hint: 'Tien tekens, bijvoorbeeld 7K3M9-Q2XTB. Hoofdletters, spaties en streepjes maken niet uit.',
    wrong:
      'Een zaakcode heeft tien letters en cijfers. Vraag de helpdesk om hem nog eens voor te lezen.',
  },
  unknown: {
    title: 'We vinden bij deze code geen zaak',
    text: 'Kijk of je de zaakcode goed hebt overgenomen. Klopt hij, dan kun je de zaak vanaf dit scherm niet of nu niet openen.',
    help: 'Lukt het niet? Bel de helpdesk op het nummer dat je al kent.',
    again: 'Code opnieuw invullen',
  },
  facts: {
    organisation: 'Bij',
    measures: 'Wat',
    handle: 'Zaak',
    until: 'Tot',
    ends: 'Loopt tot',
  },
  at: '{when} uur',
  asks: '{agent} van de helpdesk wil je account herstellen. Lees eerst wat er gaat gebeuren.',
  asksNobody: 'De helpdesk wil je account herstellen. Lees eerst wat er gaat gebeuren.',
  look: 'Kijk opnieuw',
  path: {
    label: 'De weg van dit herstel',
    words: { done: 'Klaar', here: 'Nu', ahead: 'Later' },
    first: {
      any: 'Laten zien dat jij het bent',
      'email-challenge': 'Code uit de e-mail',
      'sms-challenge': 'Code uit de sms',
      'voice-challenge': 'Code uit het telefoontje',
      'backup-code': 'Een back-upcode',
      'recovery-contact': 'Je herstelcontact',
      'remaining-factor': 'Je andere tweede factor',
      'identity-check': 'Legitimatie',
    },
    second: 'Een tweede bewijs',
    approval: 'Akkoord van een tweede persoon',
    wait: 'Wachttijd',
    waitUsual: 'Wachttijd: meestal {length}',
    waitLength: 'Wachttijd: {length}',
    remove: 'Wij halen je {factor} weg',
  },
  states: {
    preparing: {
      title: 'De helpdesk bekijkt wat er nodig is',
      text: 'Je hoeft nu niets te doen. Blijf aan de lijn en houd deze pagina open.',
    },
    first: {
      title: 'Laat zien dat jij het bent',
      text: 'De helpdesk stuurt je zo een code. Houd deze pagina open.',
    },
    next: {
      title: 'Nog één bewijs',
      text: 'Eén bewijs is binnen, dank je. Er is er nog één nodig, van een andere soort. De helpdesk zegt je welke.',
      code: 'Eén bewijs is binnen, dank je. Vul nu ook de volgende code in.',
      contact: 'Eén bewijs is binnen, dank je. Je herstelcontact kan het volgende geven.',
    },
    inPerson: {
      title: 'Laat je legitimatie zien',
      text: 'Voor dit account telt alleen een legitimatie in persoon. De helpdesk zegt je waar dat kan.',
    },
    enough: {
      title: 'Je hebt genoeg laten zien',
      text: 'De helpdesk vraagt nu een tweede persoon om akkoord. Je kunt deze pagina sluiten.',
    },
    'awaiting-approval': {
      title: 'Een tweede persoon kijkt mee',
      text: 'Iemand die verder niets met de zaak te maken heeft, leest het plan na. Je hoeft nu niets te doen.',
    },
    waiting: {
      title: 'De wachttijd loopt',
      text: 'Er verandert nu niets. Al je adressen krijgen bericht, zodat niemand dit ongemerkt kan doen. Daarna ben jij weer aan de beurt, op dit scherm.',
      textElsewhere:
        'Er verandert nu niets. Al je adressen krijgen bericht, zodat niemand dit ongemerkt kan doen. Daarna gaat het verder op het scherm van het eerste bewijs.',
      textRemove:
        'Er verandert nu niets. Al je adressen krijgen bericht, zodat niemand dit ongemerkt kan doen. Daarna gaat het vanzelf verder.',
    },
    held: {
      title: 'De wachttijd begint zo',
      text: 'De wachttijd gaat in zodra ons bericht bij je is aangekomen. Je hoeft niets te doen.',
    },
    paused: {
      title: 'Het herstel staat stil',
      signIn:
        'Iemand heeft zich bij je account aangemeld. Was jij dat? Kies dan “Ga door” op het scherm waarop je je aanmeldde. Was jij het niet, stop het dan hieronder. Zonder antwoord stopt het vanzelf.',
      objection:
        'Iemand heeft “Dit was ik niet” gekozen. De organisatie kijkt ernaar. Wil je weten hoe het verder gaat, bel dan de helpdesk.',
      notAsked:
        'Iemand meldde bij een code voor je account: “Ik heb dit niet gevraagd”. Daarom staat het herstel hoogstens een dag stil. Daarna gaat het vanzelf verder. Heb jij het herstel niet gevraagd, stop het dan hieronder.',
      unknown: 'Wil je weten waarom, bel dan de helpdesk.',
    },
    enrol: {
      title: 'Je bent aan de beurt',
      text: 'De wachttijd is om. Je kunt nu {setUp}.',
    },
    running: {
      title: 'We ronden het af',
      text: 'We halen weg wat weg moet en kijken of het echt weg is. Dat duurt meestal maar even.',
    },
    stuck: {
      title: 'Het herstel zit vast',
      text: 'Van één stap weten we niet zeker of hij is gelukt. Een beheerder kijkt ernaar. Duurt het je te lang, bel dan de helpdesk.',
    },
    completed: {
      title: 'Je account is hersteld',
      text: 'Je kunt je weer aanmelden. Alle vertrouwde apparaten zijn vergeten en je bent overal afgemeld.',
    },
    solved: {
      title: 'Herstel was niet nodig',
      text: 'Er is niets aan je account veranderd. Kom je er toch niet in, bel dan de helpdesk.',
    },
    cancelled: {
      title: 'Het herstel gaat niet door',
      text: 'Wat nog niet was gedaan, gebeurt niet meer. Bel de helpdesk als je er nog niet in komt.',
    },
    declined: {
      title: 'Er is geen akkoord gegeven',
      text: 'Er is niets aan je account veranderd. Bel de helpdesk om te horen hoe het nu verder kan.',
    },
    vetoed: {
      title: 'Dit herstel is gestopt',
      text: 'Er is “Dit was ik niet” gekozen. Er gebeurt niets meer. Wil je er weer in, bel dan de helpdesk.',
      locked:
        'Er is “Dit was ik niet” gekozen. Het account is op slot en overal afgemeld, tot een beheerder heeft gekeken. Bel de helpdesk.',
    },
    expired: {
      title: 'De tijd is om',
      text: 'Dit herstel heeft te lang stilgelegen. Bel de helpdesk als je er nog niet in komt.',
      enrolment:
        'Je hebt dit niet op tijd gedaan: {setUp}. Bel de helpdesk: misschien kan het nog één keer, zonder nieuwe wachttijd.',
    },
  },
  elsewhere: {
    title: 'Deze zaak hoort bij een ander scherm',
    text: 'Het eerste bewijs is op een ander scherm gegeven. Ga daar verder, of vul hier de herstelsleutel in die daar stond.',
    action: 'Ik heb mijn herstelsleutel',
    lost: 'Scherm en sleutel allebei kwijt? Bel de helpdesk. Met een legitimatie in persoon krijg je een nieuwe sleutel.',
  },
  ...holderActs.nl,
  ...holderSetUp.nl,
} as const;

export const en: Words<typeof nl> = {
  title: 'Account recovery',
  enter: {
    title: 'Open your case',
    text: 'The helpdesk reads out a case code. Enter it here, and you will see what is going to happen to your account.',
    field: 'Case code',
    hint: 'Ten characters, for example 7K3M9-Q2XTB. Capitals, spaces and dashes do not matter.',
    wrong: 'A case code has ten letters and digits. Ask the helpdesk to read it out once more.',
  },
  unknown: {
    title: 'We found no case with this code',
    text: 'Check that you copied the case code correctly. If it is right, the case cannot be opened from this screen, or not now.',
    help: 'If it does not work, call the helpdesk on the number that you already know.',
    again: 'Enter the code again',
  },
  facts: {
    organisation: 'At',
    measures: 'What',
    handle: 'Case',
    until: 'Until',
    ends: 'Runs until',
  },
  at: '{when}',
  asks: '{agent} of the helpdesk wants to recover your account. First read what is going to happen.',
  asksNobody: 'The helpdesk wants to recover your account. First read what is going to happen.',
  look: 'Look again',
  path: {
    label: 'The steps of this recovery',
    words: { done: 'Done', here: 'Now', ahead: 'Later' },
    first: {
      any: 'Show that it is you',
      'email-challenge': 'Code from the e-mail',
      'sms-challenge': 'Code from the text message',
      'voice-challenge': 'Code from the phone call',
      'backup-code': 'A backup code',
      'recovery-contact': 'Your recovery contact',
      'remaining-factor': 'Your other second factor',
      'identity-check': 'Identity check',
    },
    second: 'A second proof',
    approval: 'Approval by a second person',
    wait: 'Waiting period',
    waitUsual: 'Waiting period: usually {length}',
    waitLength: 'Waiting period: {length}',
    remove: 'We remove your {factor}',
  },
  states: {
    preparing: {
      title: 'The helpdesk is looking at what is needed',
      text: 'There is nothing for you to do now. Stay on the line and keep this page open.',
    },
    first: {
      title: 'Show that it is you',
      text: 'The helpdesk is about to send you a code. Keep this page open.',
    },
    next: {
      title: 'One more proof',
      text: 'One proof is in, thank you. One more is needed, of another kind. The helpdesk will tell you which.',
      code: 'One proof is in, thank you. Now enter the next code as well.',
      contact: 'One proof is in, thank you. Your recovery contact can give the next one.',
    },
    inPerson: {
      title: 'Show your identity document',
      text: 'For this account only an identity check in person counts. The helpdesk will tell you where.',
    },
    enough: {
      title: 'You have shown enough',
      text: 'The helpdesk will now ask a second person for approval. You can close this page.',
    },
    'awaiting-approval': {
      title: 'A second person is checking',
      text: 'Someone who has no other part in the case is reading the plan. There is nothing for you to do now.',
    },
    waiting: {
      title: 'The waiting period is running',
      text: 'Nothing changes now. We tell all your addresses, so that nobody can do this unnoticed. Then it is your turn again, on this screen.',
      textElsewhere:
        'Nothing changes now. We tell all your addresses, so that nobody can do this unnoticed. Then it continues on the screen of the first proof.',
      textRemove:
        'Nothing changes now. We tell all your addresses, so that nobody can do this unnoticed. Then it continues by itself.',
    },
    held: {
      title: 'The waiting period is about to start',
      text: 'It starts as soon as our message has reached you. There is nothing for you to do.',
    },
    paused: {
      title: 'The recovery is on hold',
      signIn:
        'Somebody signed in to your account. Was it you? Then choose “Go on” on the screen where you signed in. If it was not you, stop the recovery below. Without an answer it stops by itself.',
      objection:
        'Somebody chose “This was not me”. The organisation is looking into it. To hear what happens next, call the helpdesk.',
      notAsked:
        'Somebody reported a code for your account: “I did not ask for this”. That is why the recovery is on hold for at most a day. Then it continues by itself. If you did not ask for the recovery, stop it below.',
      unknown: 'To find out why, call the helpdesk.',
    },
    enrol: {
      title: 'It is your turn',
      text: 'The waiting period is over. You can now {setUp}.',
    },
    running: {
      title: 'We are finishing up',
      text: 'We are removing what has to go and checking that it is gone. That usually takes a moment.',
    },
    stuck: {
      title: 'The recovery is stuck',
      text: 'We are not sure whether one step worked. An administrator is looking into it. If it takes too long, call the helpdesk.',
    },
    completed: {
      title: 'Your account has been recovered',
      text: 'You can sign in again. All trusted devices have been forgotten and you were signed out everywhere.',
    },
    solved: {
      title: 'No recovery was needed',
      text: 'Nothing in your account was changed. If you still cannot get in, call the helpdesk.',
    },
    cancelled: {
      title: 'The recovery was cancelled',
      text: 'Whatever had not been done yet will not be done. Call the helpdesk if you still cannot get in.',
    },
    declined: {
      title: 'Approval was not given',
      text: 'Nothing in your account was changed. Call the helpdesk to hear what you can do now.',
    },
    vetoed: {
      title: 'This recovery was stopped',
      text: '“This was not me” was chosen. Nothing more will happen. To get back in, call the helpdesk.',
      locked:
        '“This was not me” was chosen. The account is locked and signed out everywhere, until an administrator has looked into it. Call the helpdesk.',
    },
    expired: {
      title: 'Time has run out',
      text: 'Nothing happened in this recovery for too long. Call the helpdesk if you still cannot get in.',
      enrolment:
        'You did not do this in time: {setUp}. Call the helpdesk: you may get one more chance, without a new waiting period.',
    },
  },
  elsewhere: {
    title: 'This case belongs to another screen',
    text: 'The first proof was given on another screen. Continue there, or enter the case secret that it showed here.',
    action: 'I have my case secret',
    lost: 'Lost both the screen and the secret? Call the helpdesk. An identity check in person gets you a new secret.',
  },
  ...holderActs.en,
  ...holderSetUp.en,
};
