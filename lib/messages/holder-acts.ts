import type { Words } from './words';

/** What a holder does on the own case page: enter codes, keep secrets, set up what is new, say no. */
export const nl = {
  code: {
    email: 'Code uit de e-mail',
    sms: 'Code uit de sms',
    voice: 'Code uit het telefoontje',
    sentEmail: 'Verstuurd naar het e-mailadres in je account',
    sentSms: 'Verstuurd naar het telefoonnummer in je account',
    sentTo: 'Verstuurd naar {to}',
    amount: { six: 'Zes cijfers', seven: 'Zeven cijfers', eight: 'Acht cijfers' },
    hint: '{sent}. {amount}, geldig tot {when} uur. {warning}',
    nobody: 'De helpdesk vraagt je nooit om deze code.',
    readOut: 'Lees hem alleen voor als je zelf de helpdesk hebt gebeld.',
    wrong: 'Deze code klopt niet. Alleen de nieuwste code werkt.',
    left: '{count, plural, one {Je kunt het nog één keer proberen.} other {Je kunt het nog # keer proberen.}}',
    usedUpNow: 'Vraag een nieuwe code.',
    notDigits: 'Vul de cijfers van de code in, niets anders.',
    expired: 'Deze code werkt niet meer. Vraag een nieuwe.',
    closed: 'Deze code is te vaak fout ingevuld en telt niet meer. Overleg met de helpdesk.',
    refused: 'Ons bericht werd daar niet aangenomen. Overleg met de helpdesk.',
    resendTitle: 'Geen code gekregen?',
    resendText: 'Kijk ook bij je ongewenste e-mail. Een nieuwe code maakt de vorige ongeldig.',
    resendTextSms:
      'Een sms kan een minuut op zich laten wachten. Een nieuwe code maakt de vorige ongeldig.',
    resend: 'Stuur een nieuwe code',
    resent: 'Er is een nieuwe code onderweg. De vorige werkt niet meer.',
  },
  factor: {
    app: 'Code uit je authenticator-app',
    appHint: 'Zes cijfers, uit de app die je nog hebt: {label}. De helpdesk vraagt je er nooit om.',
    backup: 'Een van je back-upcodes',
    backupHint:
      'Van de lijst die je hebt bewaard. Elke code werkt één keer. De helpdesk vraagt je er nooit om.',
    key: 'Je beveiligingssleutel',
    keyHint: 'Heb je deze sleutel nog: {label}? Dan telt hij als bewijs.',
    keyAction: 'Gebruik mijn sleutel',
    keyFailed: 'Het lukte niet met deze sleutel. Probeer het nog eens, of overleg met de helpdesk.',
    keyUnable: 'Deze browser kan geen beveiligingssleutels gebruiken. Neem een andere browser.',
    scriptNeeded:
      'Voor een beveiligingssleutel heeft deze pagina JavaScript nodig. Zet het aan, of overleg met de helpdesk.',
  },
  contact: {
    title: 'Je herstelcontact',
    anyone: 'je herstelcontact',
    begin:
      'De helpdesk heeft een e-mail gestuurd aan {name}. Bel zelf, toon hier de code en lees hem voor.',
    action: 'Toon de code',
    again: 'Toon de code opnieuw',
    againText: 'Code niet meer in beeld, of ouder dan vijftien minuten?',
    shown: 'Lees deze code voor aan {name}. Hij werkt vijftien minuten.',
    private: 'Geef hem aan niemand anders, ook niet aan de helpdesk.',
  },
  secret: {
    title: 'Gelukt. Schrijf deze sleutel op',
    text: 'Dit scherm hoort nu bij je zaak: hier ga je straks verder. Heb je dit scherm niet meer, dan kom je alleen met deze herstelsleutel verder.',
    label: 'Je herstelsleutel',
    once: 'Je ziet hem alleen nu. Schrijf hem over op papier en bewaar hem apart van je telefoon. Niemand vraagt je erom, ook de helpdesk niet.',
    action: 'Ik heb hem opgeschreven',
    readyTitle: 'Het eerste bewijs is binnen',
    readyText: 'Dit scherm krijgt nu de herstelsleutel van je zaak. Houd pen en papier klaar.',
    readyAction: 'Toon mijn herstelsleutel',
  },
  key: {
    title: 'Verder op dit scherm',
    text: 'Vul de herstelsleutel in die je hebt opgeschreven.',
    field: 'Herstelsleutel',
    hint: 'Zesentwintig letters en cijfers. Hoofdletters, spaties en streepjes maken niet uit.',
    empty: 'Vul je herstelsleutel in.',
    wrong: 'Deze herstelsleutel klopt niet, of er is een nieuwere.',
  },
  check: {
    title: 'Je legitimeren',
    text: 'Kijkt iemand van {organisation} naar je paspoort, identiteitskaart of rijbewijs? Toon dan hier je nummer en zeg het hardop. Zo hoort de controle bij dit scherm.',
    action: 'Toon mijn nummer',
    again: 'Toon mijn nummer opnieuw',
    number: 'Je nummer',
    numberText:
      'Zeg dit nummer tegen wie je document bekijkt. Wacht tot het is ingevoerd, en ga dan verder.',
    staff:
      'In deze browser is een medewerker aangemeld. Toon het nummer op het scherm van de accounthouder zelf.',
    link: 'Ik word gevraagd om me te legitimeren',
    back: 'Terug naar je zaak',
    next: 'Het is ingevoerd, verder',
  },
  loss: {
    link: 'Er is iets kwijt of gestolen',
    title: 'Wat is er kwijt of gestolen?',
    text: 'Wat je hier aangeeft, telt in deze zaak niet meer als bewijs. We laten het aan je andere adressen weten. Terugdraaien kan hier niet.',
    legend: 'Kies wat je kwijt bent',
    phone: 'Mijn telefoon met nummer {to}',
    phoneWhy: 'Het nummer en wat op die telefoon staat, tellen niet meer mee.',
    email: 'Mijn mailbox {to}',
    emailWhy: 'Ik kan er niet meer in, of iemand anders kan erin.',
    factor: 'Mijn {factor} ({label})',
    factorWhy: 'Kwijt, gestolen, of in handen van iemand anders.',
    already: 'Is al opgegeven.',
    none: 'Kies wat je kwijt bent, of ga terug.',
    submit: 'Als kwijt opgeven',
    reported: 'Opgegeven als kwijt: {things}.',
  },
  veto: {
    cardTitle: 'Heb je hier niet om gevraagd?',
    cardText:
      'Dan probeert misschien iemand anders in je account te komen. Stop het hier, dan gebeurt er niets.',
    cardTextDone:
      'Dan kan nu misschien iemand anders in je account. Meld het: we zetten het account op slot tot een beheerder heeft gekeken.',
    action: 'Dit was ik niet',
    title: 'Was jij dit niet?',
    consequence:
      'Het herstel stopt meteen. Alles wat nog moest gebeuren, vervalt, en {organisation} krijgt bericht. Daarna helpt alleen nog een legitimatie in persoon.',
    consequenceDone:
      'Het account gaat op slot en overal wordt afgemeld. Wat dit herstel gaf, gaat uit tot een beheerder heeft beslist.',
    back: 'Nee, terug',
    linkText:
      'Iemand wil een account herstellen waar jij bericht over kreeg. Heb je daar niet om gevraagd, stop het dan hier. Aanmelden hoeft niet.',
    field: 'Code uit het bericht',
    hint: 'Zestien letters en cijfers. Hoofdletters, spaties en streepjes maken niet uit.',
    empty: 'Vul de code uit het bericht in, of open de link uit het bericht.',
    unknown:
      'Deze link of code kennen we niet. Kijk of je hem helemaal hebt overgenomen. Lukt het niet, bel dan meteen de helpdesk.',
    over: 'Dit herstel was al beëindigd. Er gebeurt niets meer.',
    result: {
      stopped: {
        title: 'Het is gestopt',
        text: 'Goed dat je het zegt. Wat nog moest gebeuren, gebeurt niet meer, en de organisatie weet ervan. Was er al iets veranderd, dan is het account nu op slot.',
      },
      paused: {
        title: 'Het staat stil',
        text: 'Goed dat je het zegt. Het bericht kwam op een adres dat niet meer bij het account hoort, of als kwijt is opgegeven. Daarom beslist een beheerder hoe het verder gaat.',
      },
      next: 'Denk je dat iemand je wachtwoord kent? Bel dan nu de helpdesk van je organisatie, op het nummer dat je al kent.',
    },
  },
} as const;

export const en: Words<typeof nl> = {
  code: {
    email: 'Code from the e-mail',
    sms: 'Code from the text message',
    voice: 'Code from the phone call',
    sentEmail: 'Sent to the e-mail address in your account',
    sentSms: 'Sent to the phone number in your account',
    sentTo: 'Sent to {to}',
    amount: { six: 'Six digits', seven: 'Seven digits', eight: 'Eight digits' },
    hint: '{sent}. {amount}, valid until {when}. {warning}',
    nobody: 'The helpdesk never asks you for this code.',
    readOut: 'Read it out only if you called the helpdesk yourself.',
    wrong: 'This code is not right. Only the newest code works.',
    left: '{count, plural, one {You can try once more.} other {You can try # more times.}}',
    usedUpNow: 'Ask for a new code.',
    notDigits: 'Enter the digits of the code, nothing else.',
    expired: 'This code no longer works. Ask for a new one.',
    closed: 'This code was entered wrongly too often and no longer counts. Talk to the helpdesk.',
    refused: 'Our message was not accepted there. Talk to the helpdesk.',
    resendTitle: 'Did not get a code?',
    resendText: 'Look in your junk mail too. A new code makes the one before it invalid.',
    resendTextSms: 'A text message can take a minute. A new code makes the one before it invalid.',
    resend: 'Send a new code',
    resent: 'A new code is on its way. The one before it no longer works.',
  },
  factor: {
    app: 'Code from your authenticator app',
    appHint:
      'Six digits, from the app that you still have: {label}. The helpdesk never asks you for it.',
    backup: 'One of your backup codes',
    backupHint:
      'From the list that you kept. Each code works once. The helpdesk never asks you for it.',
    key: 'Your security key',
    keyHint: 'Do you still have this key: {label}? Then it counts as a proof.',
    keyAction: 'Use my key',
    keyFailed: 'It did not work with this key. Try again, or talk to the helpdesk.',
    keyUnable: 'This browser cannot use security keys. Take another browser.',
    scriptNeeded:
      'For a security key this page needs JavaScript. Switch it on, or talk to the helpdesk.',
  },
  contact: {
    title: 'Your recovery contact',
    anyone: 'your recovery contact',
    begin:
      'The helpdesk has mailed {name}. Call them yourself, show the code here and read it out.',
    action: 'Show the code',
    again: 'Show the code again',
    againText: 'Code no longer in view, or older than fifteen minutes?',
    shown: 'Read this code out to {name}. It works for fifteen minutes.',
    private: 'Give it to nobody else, not even the helpdesk.',
  },
  secret: {
    title: 'That worked. Write down this secret',
    text: 'This screen now belongs to your case: you will continue here later. If you lose this screen, only this case secret lets you continue.',
    label: 'Your case secret',
    once: 'You see it only now. Copy it onto paper and keep it apart from your phone. Nobody will ask you for it, not even the helpdesk.',
    action: 'I have written it down',
    readyTitle: 'The first proof is in',
    readyText: 'This screen now gets the secret of your case. Have pen and paper ready.',
    readyAction: 'Show my case secret',
  },
  key: {
    title: 'Continue on this screen',
    text: 'Enter the case secret that you wrote down.',
    field: 'Case secret',
    hint: 'Twenty-six letters and digits. Capitals, spaces and dashes do not matter.',
    empty: 'Enter your case secret.',
    wrong: 'This case secret is not right, or there is a newer one.',
  },
  check: {
    title: 'Show who you are',
    text: 'Is someone from {organisation} looking at your passport, identity card or driving licence? Then show your number here and say it aloud. That ties the check to this screen.',
    action: 'Show my number',
    again: 'Show my number again',
    number: 'Your number',
    numberText:
      'Say this number to whoever looks at your document. Wait until it has been entered, then continue.',
    staff:
      'A staff member is signed in with this browser. Show the number on the account holder’s own screen.',
    link: 'I have been asked to show who I am',
    back: 'Back to your case',
    next: 'It has been entered, continue',
  },
  loss: {
    link: 'Something is lost or stolen',
    title: 'What is lost or stolen?',
    text: 'What you report here no longer counts as a proof in this case. We tell your other addresses. You cannot undo it here.',
    legend: 'Choose what you have lost',
    phone: 'My phone with number {to}',
    phoneWhy: 'The number and what is on that phone no longer count.',
    email: 'My mailbox {to}',
    emailWhy: 'I cannot get into it any more, or somebody else can.',
    factor: 'My {factor} ({label})',
    factorWhy: 'Lost, stolen, or in somebody else’s hands.',
    already: 'Already reported.',
    none: 'Choose what you have lost, or go back.',
    submit: 'Report as lost',
    reported: 'Reported as lost: {things}.',
  },
  veto: {
    cardTitle: 'Did you not ask for this?',
    cardText:
      'Then somebody else may be trying to get into your account. Stop it here, and nothing will happen.',
    cardTextDone:
      'Then somebody else may be able to get into your account now. Report it: we lock the account until an administrator has looked into it.',
    action: 'This was not me',
    title: 'Was this not you?',
    consequence:
      'The recovery stops at once. Whatever was still to be done will not happen, and we tell {organisation}. After that only an identity check in person helps.',
    consequenceDone:
      'The account will be locked and signed out everywhere. What this recovery gave will be switched off until an administrator has decided.',
    back: 'No, go back',
    linkText:
      'Somebody wants to recover an account, and we told you. If you did not ask for it, stop it here. You do not need to sign in.',
    field: 'Code from the message',
    hint: 'Sixteen letters and digits. Capitals, spaces and dashes do not matter.',
    empty: 'Enter the code from the message, or open the link in the message.',
    unknown:
      'We do not know this link or code. Check that you copied all of it. If it does not work, call the helpdesk at once.',
    over: 'This recovery had already ended. Nothing more will happen.',
    result: {
      stopped: {
        title: 'It has been stopped',
        text: 'Thank you for telling us. What was still to be done will not be done, and the organisation knows. If something had been changed already, the account is now locked.',
      },
      paused: {
        title: 'It is on hold',
        text: 'Thank you for telling us. The message came to an address that no longer belongs to the account, or was reported as lost. So an administrator will decide what happens next.',
      },
      next: 'Do you think that somebody knows your password? Then call the helpdesk of your organisation now, on the number that you already know.',
    },
  },
};
