import type { Words } from './words';

/** What a holder sets up at the end of a case, on the screen with the case secret. */
export const nl = {
  enrol: {
    until: 'Dit kan tot {when} uur, en alleen op dit scherm.',
    step: 'Stap {number} van {of}',
    following: 'Daarna: {setUp}. Pas als dat ook klaar is, verandert er iets.',
    stepDoneTitle: 'Stap {number} is gelukt',
    stepDone: 'Nu nog dit. Pas daarna verandert er iets.',
    kept: {
      begin: {
        'backup-codes':
          'Leg papier klaar, of open je wachtwoordmanager. Je ziet de codes één keer.',
        'temporary-pass':
          'Haal de pas op als je je zo gaat aanmelden: hij werkt één keer, tot een uur nadat je hem hebt bevestigd.',
      },
      action: { 'backup-codes': 'Toon de codes', 'temporary-pass': 'Toon de pas' },
      again: 'Toon nieuwe',
      againText: 'Niet meer in beeld? Haal nieuwe op. De vorige werken dan niet.',
      shown: {
        'backup-codes': 'Je back-upcodes. Elke code werkt één keer.',
        'temporary-pass': 'Je tijdelijke pas. Je vult hem in bij het aanmelden, na je wachtwoord.',
      },
      private: 'Laat dit aan niemand zien, ook niet aan de helpdesk.',
      field: { 'backup-codes': 'Vul één van de codes in', 'temporary-pass': 'Vul de pas hier in' },
      hint: 'Zo weten we dat je ze hebt overgenomen. Dit gebruikt de code niet op.',
      submit: 'Bevestigen',
      wrong: 'Dit klopt niet. Kijk wat je hebt overgenomen.',
    },
    app: {
      begin:
        'Installeer eerst een authenticator-app op je telefoon, als je die nog niet hebt. Druk dan op de knop.',
      action: 'Toon de QR-code',
      again: 'Toon een nieuwe QR-code',
      againText: 'QR-code niet meer in beeld? Haal een nieuwe op. De vorige werkt dan niet meer.',
      scan: 'Scan deze QR-code met de app',
      alt: 'QR-code voor je authenticator-app',
      manual: 'Scannen lukt niet? Kies in de app “sleutel invoeren” en neem dit over:',
      open: 'Op deze telefoon? Open meteen de app',
      private: 'Laat deze code aan niemand zien, ook niet aan de helpdesk.',
      field: 'Code uit de app',
      hint: 'De zes cijfers die de app nu toont.',
      submit: 'Bevestigen',
      wrong:
        'Deze code klopt niet. Wacht tot de app een nieuwe toont. Klopt ook die niet, haal dan een nieuwe QR-code op en scan die.',
    },
    key: {
      begin:
        'Houd je nieuwe beveiligingssleutel of de telefoon met je passkey klaar. Druk dan op de knop en volg wat je browser zegt.',
      action: 'Sleutel instellen',
      failed: 'Het instellen lukte niet. Probeer het nog eens.',
      known: 'Deze sleutel staat al bij je account. Neem een andere.',
      unable:
        'Deze browser kan geen beveiligingssleutels instellen. Neem een andere browser en vul daar je herstelsleutel in.',
      scriptNeeded:
        'Voor een beveiligingssleutel heeft deze pagina JavaScript nodig. Zet het aan, of ga verder in een andere browser met je herstelsleutel.',
    },
    over: {
      ask: {
        sms: 'Naar welk nummer sturen we voortaan je codes?',
        voice: 'Welk nummer bellen we voortaan om je een code voor te lezen?',
        'email-code': 'Naar welk e-mailadres sturen we voortaan je codes?',
        email: 'Vul je nieuwe e-mailadres in. We sturen er een code naartoe.',
        phone: 'Vul je nieuwe nummer in. We sturen er een code naartoe.',
      },
      old: {
        email:
          'Je oude e-mailadres krijgt daarna geen codes meer. We sturen er nog 90 dagen bericht naartoe als er iets verandert.',
        phone:
          'Je oude nummer krijgt daarna geen codes meer. We sturen er nog 90 dagen bericht naartoe als er iets verandert.',
      },
      onFile: { sms: 'Sms naar {to}', voice: 'Bel {to}', 'email-code': 'E-mail naar {to}' },
      orNew: { phone: 'Of een ander nummer', email: 'Of een ander e-mailadres' },
      field: { phone: 'Nieuw telefoonnummer', email: 'Nieuw e-mailadres' },
      hint: {
        sms: 'Een mobiel nummer, zoals je het gewend bent te schrijven.',
        voice: 'Zoals je het gewend bent te schrijven. Een vast nummer mag ook.',
        phone: 'Zoals je het gewend bent te schrijven. Is het een vast nummer, dan bellen we.',
        'email-code': 'Een mailbox die je ook kunt openen zonder dit account.',
        email: 'Een mailbox die je ook kunt openen zonder dit account.',
      },
      send: 'Stuur een code',
      call: 'Bel mij met een code',
      sent: {
        sms: 'We hebben een sms gestuurd naar {to}.',
        voice: 'We bellen {to} en lezen de code voor, twee keer.',
        'email-code': 'We hebben een e-mail gestuurd naar {to}.',
      },
      code: 'Code',
      codeHint: '{amount}, geldig tot {when} uur.',
      submit: 'Bevestigen',
      againCall: 'Bel mij',
      calledTitle: 'Niet gebeld?',
      calledText: 'Bellen kan een minuut duren. Een nieuwe code maakt de vorige ongeldig.',
      callAgain: 'Bel mij nog eens',
      other: { phone: 'Toch een ander nummer', email: 'Toch een ander e-mailadres' },
      noSms: 'Naar dit nummer kan geen sms. Vul een mobiel nummer in.',
    },
    push: {
      begin:
        'Meld je je straks ergens anders aan, dan vraagt dit apparaat: ben jij dit? Doe dit dus op een apparaat dat je bij je hebt. Ander apparaat? Open je zaak daar met je herstelsleutel.',
      needs:
        'Dat werkt alleen als deze browser cookies bewaart, en als op dat moment deze pagina open staat:',
      page: 'de pagina met de vraag',
      action: 'Dit apparaat gebruiken',
      kept: 'Dit apparaat is klaar. Druk nu op “Bevestigen”.',
      submit: 'Bevestigen',
      wrong:
        'Deze browser heeft niets onthouden. Druk nog eens op “Dit apparaat gebruiken”, of neem een andere browser.',
    },
    password: {
      consequence: 'Je oude wachtwoord werkt daarna niet meer, en je bent overal afgemeld.',
      submit: 'Dit wachtwoord kiezen',
    },
  },
} as const;

export const en: Words<typeof nl> = {
  enrol: {
    until: 'This is possible until {when}, and only on this screen.',
    step: 'Step {number} of {of}',
    following: 'After that: {setUp}. Nothing changes until that is done too.',
    stepDoneTitle: 'Step {number} worked',
    stepDone: 'One thing left. Nothing changes until it is done.',
    kept: {
      begin: {
        'backup-codes': 'Have paper ready, or open your password manager. You see the codes once.',
        'temporary-pass':
          'Get the pass when you are about to sign in: it works once, until an hour after you confirmed it.',
      },
      action: { 'backup-codes': 'Show the codes', 'temporary-pass': 'Show the pass' },
      again: 'Show new ones',
      againText: 'No longer in view? Get new ones. The previous ones then stop working.',
      shown: {
        'backup-codes': 'Your backup codes. Each code works once.',
        'temporary-pass':
          'Your temporary pass. You fill it in when you sign in, after your password.',
      },
      private: 'Show this to nobody, not even the helpdesk.',
      field: {
        'backup-codes': 'Fill in one of the codes',
        'temporary-pass': 'Fill in the pass here',
      },
      hint: 'So that we know that you copied them. This does not use the code up.',
      submit: 'Confirm',
      wrong: 'That is not right. Look at what you copied.',
    },
    app: {
      begin:
        'First install an authenticator app on your phone, if you have none yet. Then press the button.',
      action: 'Show the QR code',
      again: 'Show a new QR code',
      againText:
        'QR code no longer in view? Get a new one. The one before it then no longer works.',
      scan: 'Scan this QR code with the app',
      alt: 'QR code for your authenticator app',
      manual: 'Cannot scan? Choose “enter a key” in the app and copy this:',
      open: 'On this phone? Open the app directly',
      private: 'Show this code to nobody, not even to the helpdesk.',
      field: 'Code from the app',
      hint: 'The six digits that the app shows now.',
      submit: 'Confirm',
      wrong:
        'This code is not right. Wait until the app shows a new one. If that is not right either, get a new QR code and scan it.',
    },
    key: {
      begin:
        'Have your new security key, or the phone with your passkey, ready. Then press the button and do what your browser says.',
      action: 'Set up the key',
      failed: 'Setting up did not work. Try again.',
      known: 'This key is already in your account. Take another one.',
      unable:
        'This browser cannot set up security keys. Take another browser and enter your case secret there.',
      scriptNeeded:
        'For a security key this page needs JavaScript. Switch it on, or go on in another browser with your case secret.',
    },
    over: {
      ask: {
        sms: 'Which number should your codes go to from now on?',
        voice: 'Which number should we call from now on to read out a code?',
        'email-code': 'Which e-mail address should your codes go to from now on?',
        email: 'Fill in your new e-mail address. We will send a code to it.',
        phone: 'Fill in your new number. We will send a code to it.',
      },
      old: {
        email:
          'Your old e-mail address then gets no more codes. For another 90 days we send it a message when something changes.',
        phone:
          'Your old number then gets no more codes. For another 90 days we send it a message when something changes.',
      },
      onFile: { sms: 'Text {to}', voice: 'Call {to}', 'email-code': 'E-mail {to}' },
      orNew: { phone: 'Or another number', email: 'Or another e-mail address' },
      field: { phone: 'New phone number', email: 'New e-mail address' },
      hint: {
        sms: 'A mobile number, written the way you are used to.',
        voice: 'Written the way you are used to. A landline is fine too.',
        phone: 'Written the way you are used to. We call landlines.',
        'email-code': 'A mailbox that you can also open without this account.',
        email: 'A mailbox that you can also open without this account.',
      },
      send: 'Send a code',
      call: 'Call me with a code',
      sent: {
        sms: 'We have sent a text message to {to}.',
        voice: 'We are calling {to} and will read out the code, twice.',
        'email-code': 'We have sent an e-mail to {to}.',
      },
      code: 'Code',
      codeHint: '{amount}, valid until {when}.',
      submit: 'Confirm',
      againCall: 'Call me',
      calledTitle: 'No call?',
      calledText: 'A call can take a minute. A new code makes the one before it invalid.',
      callAgain: 'Call me again',
      other: { phone: 'Another number after all', email: 'Another e-mail address after all' },
      noSms: 'This number cannot get text messages. Fill in a mobile number.',
    },
    push: {
      begin:
        'When you sign in somewhere else, this device will ask: is this you? So use a device that you carry with you. Another device? Open your case there with your case secret.',
      needs:
        'That works only if this browser keeps cookies, and if this page is open at that moment:',
      page: 'the page with the question',
      action: 'Use this device',
      kept: 'This device is ready. Now press “Confirm”.',
      submit: 'Confirm',
      wrong:
        'This browser has kept nothing. Press “Use this device” once more, or take another browser.',
    },
    password: {
      consequence: 'Your old password then no longer works, and you are signed out everywhere.',
      submit: 'Choose this password',
    },
  },
};
