import type { FactorKind } from '../domain/account/factor';
import type { Words } from './words';

/** Signing in to the own pages: password, second factor, and what to do when that one is not at hand. */
export const nl = {
  title: 'Aanmelden bij je account',
  text: 'Bekijk en beheer hier hoe je je aanmeldt.',
  signIn: 'Gebruikersnaam of e-mailadres',
  password: 'Wachtwoord',
  submit: 'Verder',
  over: 'Dit duurde te lang of is al gebruikt. Begin opnieuw.',
  refusedElsewhere: {
    title: 'Deze aanmelding is gestopt',
    text: 'Op een ander apparaat is gezegd dat jij dit niet was. Dat is genoteerd. Was jij het wel? Meld je dan opnieuw aan.',
  },
  signedOut: 'Je bent afgemeld.',
  again: {
    title: 'Bevestig dat jij het bent',
    text: 'Voor wat nu komt, moet je kort geleden je tweede factor hebben gebruikt. Daarna ga je verder waar je was.',
    back: 'Terug zonder te bevestigen',
  },
  second: {
    title: 'Tweede factor',
    text: 'Je wachtwoord klopt. Laat nu zien dat jij het bent. Dit kan {left}.',
    trust: 'Dit apparaat 30 dagen vertrouwen',
    trustHint:
      'Dan vragen we op dit apparaat alleen je wachtwoord. Niet doen op een computer van iemand anders.',
    submit: 'Aanmelden',
    back: 'Terug naar het begin',
    none: {
      title: 'Je kunt je nu niet aanmelden',
      text: 'Je wachtwoord klopt, maar we kunnen verder niet nagaan dat jij het bent. Bel de helpdesk, of vraag hieronder om herstel.',
    },
    standsIn:
      'Er is voor je account geen tweede factor. Daarom sturen we een code naar een adres of nummer dat we van je kennen. Stel daarna een tweede factor in.',
    alternatives: 'Alternatieve tweede factor',
    explanation: 'Uitleg',
    entriesLeft:
      '{left, plural, =0 {Dit klopt niet. Begin opnieuw met je wachtwoord.} one {Dit klopt niet. Je kunt het nog één keer proberen.} other {Dit klopt niet. Je kunt het nog # keer proberen.}}',
    added: 'toegevoegd op <when></when>',
    addedSentence: 'Je hebt hem toegevoegd op <when></when>.',
    left: '{left, plural, one {nog één code over} other {nog # codes over}}',
    key: 'Houd je sleutel klaar, of de telefoon met je passkey, en volg wat de browser zegt.',
    keySubmit: 'Beveiligingssleutel gebruiken',
    keyFailed: 'Dat lukte niet. Probeer het nog eens.',
    keyUnable: 'Deze browser kan geen beveiligingssleutel gebruiken.',
    keyScript: 'Voor een beveiligingssleutel heeft deze pagina JavaScript nodig.',
    sent: {
      sms: 'We hebben een sms gestuurd naar {to}.',
      voice: 'We bellen je op {to} en lezen de code voor, twee keer.',
      'email-code': 'We hebben een e-mail gestuurd naar {to}.',
    },
    send: { sms: 'Stuur een sms', voice: 'Bel mij', 'email-code': 'Stuur een e-mail' },
    sendAgain: {
      sms: 'Sms opnieuw versturen',
      voice: 'Opnieuw bellen',
      'email-code': 'E-mail opnieuw versturen',
    },
    sendAgainHint: {
      sms: 'De nieuwe code gaat over een ander telecomnetwerk. De oude werkt dan niet meer.',
      voice: 'Je krijgt een nieuwe code. De oude werkt dan niet meer.',
      'email-code': 'Kijk eerst bij ongewenste mail. De oude code werkt dan niet meer.',
    },
    notSent: {
      sms: 'We sturen een code naar {to}.',
      voice: 'We bellen naar {to} en lezen een code voor.',
      'email-code': 'We sturen een code naar {to}.',
    },
    which: 'Neem de code die in de app bij deze naam staat: {label}.',
  },
  push: {
    ask: 'Vraag het op mijn andere apparaat',
    askAgain: 'Vraag het opnieuw',
    before: 'We vragen op je apparaat “{device}” of jij het bent.',
    asked:
      'We vragen nu op je apparaat “{device}” of jij het bent. Vul daar dit getal in. De vraag blijft open tot <until></until>.',
    number: 'Getal',
    where:
      'Zie je daar geen vraag? Open op dat apparaat de aanmeldpagina en kies “Wordt er gevraagd of jij het bent?”.',
    check: 'Nu controleren',
    notYet: 'Er is nog geen antwoord.',
    said: 'Op je andere apparaat is ja gezegd.',
    goOn: 'Verder',
    'wrong-number': 'Op je andere apparaat is een ander getal ingevuld. Vraag het opnieuw.',
    past: 'Er kwam geen antwoord. Vraag het opnieuw of kies een andere manier.',
    answerLink: 'Wordt er gevraagd of jij het bent?',
    page: {
      title: 'Ben jij dit?',
      text: 'Iemand meldt zich nu aan als {name}.',
      when: 'Tijd',
      address: 'Adres',
      browser: 'Browser',
      unknownBrowser: 'onbekend',
      number: 'Getal op het scherm waar je je aanmeldt',
      numberHint: 'Twee cijfers. Zie je nergens een getal, kies dan nee: dan ben jij dit niet.',
      numberWanted: 'Vul de twee cijfers in.',
      yes: 'Ja, dat ben ik',
      no: 'Nee, dit ben ik niet',
      noText: '“Nee” stopt deze aanmelding, en wij noteren dat.',
      nothing: 'Er is nu geen vraag',
      nothingText:
        'Meld je ergens anders aan en kies daar “Melding op een ander apparaat”. De vraag verschijnt dan hier.',
      unknown: 'Dit apparaat kan geen antwoord geven',
      unknownText:
        'Je vertrouwt dit apparaat niet, of niet meer. Meld je aan en vertrouw het, of kies bij het aanmelden een andere manier.',
      signIn: 'Naar aanmelden',
      done: {
        yes: 'Bedankt. Ga verder op het scherm waar je je aanmeldt.',
        no: 'De aanmelding is gestopt en genoteerd.',
        noTitle: 'Gestopt',
        noMore:
          'Wie dit was, weet je wachtwoord. Wijzig het nu. Kun je je niet aanmelden, bel dan de helpdesk.',
        account: 'Naar mijn account',
        wrong: 'Dat getal klopt niet. De vraag is gestopt; vraag het opnieuw waar je je aanmeldt.',
      },
    },
  },
  paused: {
    title: 'Er loopt een herstelzaak',
    text: 'De helpdesk herstelt je account. Omdat jij je net hebt aangemeld, wacht de zaak op jou: heb jij hierom gevraagd?',
    opened: 'Sinds',
    what: 'Wijziging',
    until: 'Uiterlijk',
    untilText: 'Zonder antwoord stopt de zaak.',
    goOn: 'Ga door',
    goOnText: '“Ga door”: de zaak gaat verder waar hij was.',
    notMe: 'Dit was ik niet',
    notMeText:
      '“Dit was ik niet”: de zaak stopt meteen en er verandert niets. Heb je later toch herstel nodig, dan moet je misschien langskomen met een legitimatie.',
    confirm: 'Bevestig eerst met je tweede factor dat jij het bent. Daarna kun je antwoorden.',
    confirmLink: 'Bevestigen',
    answered: {
      'go-on': 'De herstelzaak gaat verder.',
      'not-me': 'De herstelzaak is gestopt.',
      over: 'Deze herstelzaak wacht niet meer op je antwoord.',
    },
  },
  skipped: {
    title: 'Je tweede factor is niet gevraagd',
    text: 'Je vertrouwt dit apparaat tot <until></until>: daarom vroegen we alleen je wachtwoord. Wil je weer gevraagd worden? Haal dit apparaat dan weg bij je <devices>vertrouwde apparaten</devices>.',
  },
  kinds: {
    sms: 'Code per sms',
    voice: 'Code door een telefoontje',
    'email-code': 'Code per e-mail',
    'authenticator-app': 'Authenticator-app',
    push: 'Melding op een ander apparaat',
    'security-key': 'Beveiligingssleutel of passkey',
    'backup-codes': 'Back-upcode',
    'temporary-pass': 'Tijdelijke pas',
  } satisfies Record<FactorKind, string>,
  fields: {
    sms: 'Code uit de sms',
    voice: 'Code uit het telefoontje',
    'email-code': 'Code uit de e-mail',
    'authenticator-app': 'Code uit de app',
    push: 'Getal',
    'security-key': 'Sleutel',
    'backup-codes': 'Back-upcode',
    'temporary-pass': 'Tijdelijke pas',
  } satisfies Record<FactorKind, string>,
  explanations: {
    sms: 'Komt de sms niet? Zet je telefoon uit en weer aan, kijk bij geblokkeerde berichten en controleer of je provider een storing heeft. Alleen de nieuwste code werkt.',
    voice:
      'Een computer belt je en leest de code cijfer voor cijfer voor, twee keer. Handig als sms’jes niet aankomen.',
    'email-code':
      'De code komt in je mailbox. Kijk ook bij ongewenste mail. Alleen de nieuwste code werkt.',
    'authenticator-app':
      'Open de app op je telefoon en neem de zes cijfers over. Ze verversen elke 30 seconden: wacht op nieuwe als ze bijna verlopen. Werkt de code niet, controleer dan of datum en tijd van je telefoon automatisch worden ingesteld, en of je de code van dit account hebt.',
    push: 'Op een apparaat dat je vertrouwt, verschijnt de vraag of jij het bent. Typ daar het getal dat je hier ziet. Geen vraag? Open daar de aanmeldpagina en kies de link onderaan.',
    'security-key':
      'Een sleutel zoals een YubiKey, of een passkey op je telefoon of computer. Steek hem in, houd hem tegen je telefoon, of volg wat je browser zegt.',
    'backup-codes':
      'Een code van de lijst die je hebt bewaard toen je je account instelde. Elke code werkt één keer: streep hem door.',
    'temporary-pass':
      'Een pas die de helpdesk voor je heeft klaargezet. Hij werkt één keer, een korte tijd.',
  } satisfies Record<FactorKind, string>,
  codeWanted: 'Vul de code in.',
} as const;

export const en: Words<typeof nl> = {
  title: 'Sign in to your account',
  text: 'See and manage how you sign in.',
  signIn: 'User name or e-mail address',
  password: 'Password',
  submit: 'Continue',
  over: 'This took too long, or was already used. Start again.',
  refusedElsewhere: {
    title: 'This sign-in was stopped',
    text: 'Somebody said on another device that this was not you. That was recorded. If it was you after all, sign in again.',
  },
  signedOut: 'You are signed out.',
  again: {
    title: 'Confirm that it is you',
    text: 'For what comes next, you must have used your second factor a short while ago. Then you continue where you were.',
    back: 'Back without confirming',
  },
  second: {
    title: 'Second factor',
    text: 'Your password is right. Now show that it is you. You have {left}.',
    trust: 'Trust this device for 30 days',
    trustHint:
      'We then ask only for your password on this device. Do not do this on somebody else’s computer.',
    submit: 'Sign in',
    back: 'Back to the start',
    none: {
      title: 'You cannot sign in now',
      text: 'Your password is right, but we have no other way to check that it is you. Call the helpdesk, or ask for recovery below.',
    },
    standsIn:
      'Your account has no second factor. That is why we send a code to an address or number that we know. Set up a second factor afterwards.',
    alternatives: 'Alternative second factor',
    explanation: 'Explanation',
    entriesLeft:
      '{left, plural, =0 {That is not right. Start again with your password.} one {That is not right. You can try once more.} other {That is not right. You can try # more times.}}',
    added: 'added on <when></when>',
    addedSentence: 'You added it on <when></when>.',
    left: '{left, plural, one {one code left} other {# codes left}}',
    key: 'Have your key ready, or the phone with your passkey, and follow what the browser says.',
    keySubmit: 'Use a security key',
    keyFailed: 'That did not work. Try again.',
    keyUnable: 'This browser cannot use a security key.',
    keyScript: 'For a security key this page needs JavaScript.',
    sent: {
      sms: 'We have sent a text message to {to}.',
      voice: 'We are calling you on {to} and will read out the code, twice.',
      'email-code': 'We have sent an e-mail to {to}.',
    },
    send: { sms: 'Send a text message', voice: 'Call me', 'email-code': 'Send an e-mail' },
    sendAgain: {
      sms: 'Send the text message again',
      voice: 'Call again',
      'email-code': 'Send the e-mail again',
    },
    sendAgainHint: {
      sms: 'The new code goes over another telecom network. The old one then no longer works.',
      voice: 'You get a new code. The old one then no longer works.',
      'email-code': 'First look in your spam folder. The old code then no longer works.',
    },
    notSent: {
      sms: 'We send a code to {to}.',
      voice: 'We call {to} and read out a code.',
      'email-code': 'We send a code to {to}.',
    },
    which: 'Take the code that the app shows under this name: {label}.',
  },
  push: {
    ask: 'Ask on my other device',
    askAgain: 'Ask again',
    before: 'We ask on your device “{device}” whether it is you.',
    asked:
      'We are now asking on your device “{device}” whether it is you. Enter this number there. The question stays open until <until></until>.',
    number: 'Number',
    where:
      'No question there? Open the sign-in page on that device and choose “Are you being asked whether it is you?”.',
    check: 'Check now',
    notYet: 'There is no answer yet.',
    said: 'Your other device said yes.',
    goOn: 'Continue',
    'wrong-number': 'Another number was entered on your other device. Ask again.',
    past: 'There was no answer. Ask again, or choose another way.',
    answerLink: 'Are you being asked whether it is you?',
    page: {
      title: 'Is this you?',
      text: 'Somebody is signing in as {name} right now.',
      when: 'Time',
      address: 'Address',
      browser: 'Browser',
      unknownBrowser: 'unknown',
      number: 'Number on the screen where you are signing in',
      numberHint: 'Two digits. If you see no number anywhere, choose no: then this is not you.',
      numberWanted: 'Enter the two digits.',
      yes: 'Yes, that is me',
      no: 'No, this is not me',
      noText: '“No” stops this sign-in, and we record it.',
      nothing: 'No question right now',
      nothingText:
        'Sign in somewhere else and choose “Prompt on another device” there. The question then appears here.',
      unknown: 'This device cannot answer',
      unknownText:
        'You do not trust this device, or no longer do. Sign in and trust it, or choose another way to sign in.',
      signIn: 'Go to sign-in',
      done: {
        yes: 'Thank you. Continue on the screen where you are signing in.',
        no: 'The sign-in was stopped and recorded.',
        noTitle: 'Stopped',
        noMore:
          'Whoever this was knows your password. Change it now. If you cannot sign in, call the helpdesk.',
        account: 'Go to my account',
        wrong:
          'That number is not right. The question has ended; ask again where you are signing in.',
      },
    },
  },
  paused: {
    title: 'A recovery case is under way',
    text: 'The helpdesk is recovering your account. Because you have just signed in, the case is waiting for you: did you ask for this?',
    opened: 'Since',
    what: 'Change',
    until: 'Until',
    untilText: 'Without an answer the case ends.',
    goOn: 'Go on',
    goOnText: '“Go on”: the case continues where it was.',
    notMe: 'This was not me',
    notMeText:
      '“This was not me”: the case ends at once and nothing changes. If you need a recovery after all later, you may have to come in with an identity document.',
    confirm: 'First confirm with your second factor that it is you. Then you can answer.',
    confirmLink: 'Confirm',
    answered: {
      'go-on': 'The recovery case continues.',
      'not-me': 'The recovery case was stopped.',
      over: 'This recovery case is no longer waiting for your answer.',
    },
  },
  skipped: {
    title: 'We did not ask for your second factor',
    text: 'You trust this device until <until></until>: that is why we asked only for your password. Want to be asked again? Remove this device from your <devices>trusted devices</devices>.',
  },
  kinds: {
    sms: 'Code by text message',
    voice: 'Code by phone call',
    'email-code': 'Code by e-mail',
    'authenticator-app': 'Authenticator app',
    push: 'Prompt on another device',
    'security-key': 'Security key or passkey',
    'backup-codes': 'Backup code',
    'temporary-pass': 'Temporary pass',
  },
  fields: {
    sms: 'Code from the text message',
    voice: 'Code from the phone call',
    'email-code': 'Code from the e-mail',
    'authenticator-app': 'Code from the app',
    push: 'Number',
    'security-key': 'Key',
    'backup-codes': 'Backup code',
    'temporary-pass': 'Temporary pass',
  },
  explanations: {
    sms: 'No text message? Turn your phone off and on, look among blocked messages, and check whether your provider has an outage. Only the newest code works.',
    voice:
      'A computer calls you and reads out the code digit by digit, twice. Useful when text messages do not arrive.',
    'email-code':
      'The code comes to your mailbox. Look in the spam folder too. Only the newest code works.',
    'authenticator-app':
      'Open the app on your phone and copy the six digits. They change every 30 seconds: wait for new ones when they are about to. If the code does not work, check that the date and time on your phone are set automatically, and that you took the code of this account.',
    push: 'A device that you trust asks whether it is you. Type the number that you see here on it. No question? Open the sign-in page there and choose the link at the bottom.',
    'security-key':
      'A key such as a YubiKey, or a passkey on your phone or computer. Plug it in, hold it to your phone, or follow what your browser says.',
    'backup-codes':
      'A code from the list that you kept when you set up your account. Each code works once: cross it out.',
    'temporary-pass': 'A pass that the helpdesk prepared for you. It works once, for a short time.',
  },
  codeWanted: 'Enter the code.',
};
