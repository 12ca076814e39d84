import * as letterAsking from './letter-asking';
import * as letterMeasures from './letter-measures';
import * as letterNotices from './letter-notices';
import type { Words } from './words';

/**
 * Mail and SMS. Written for someone who reads it on a phone and is worried: what happens, when, how to
 * stop it. SMS texts keep to the characters of one SMS (no ë, ï or typographic quotes).
 */
export const nl = {
  factors: {
    sms: 'sms-code',
    voice: 'belcode',
    'email-code': 'e-mailcode',
    'authenticator-app': 'authenticator-app',
    push: 'melding',
    'security-key': 'beveiligingssleutel',
    'backup-codes': 'back-upcodes',
    'temporary-pass': 'tijdelijke pas',
    other: 'tweede factor',
    email: 'mailbox',
    phone: 'telefoon',
  },
  when: '{when} uur (tijd in {place})',
  facts: {
    organisation: 'Bij',
    measures: 'Wat',
    purpose: 'Waarvoor',
    ends: 'Op zijn vroegst',
    until: 'Tot',
    valid: 'Geldig',
    lost: 'Opgegeven als kwijt',
    vetoUntil: '“Dit was ik niet” kan tot',
    done: 'Veranderd',
  },
  code: {
    subject: 'Je code van {organisation}',
    title: 'Je code van {organisation}',
    text: 'Je account wordt hersteld. Vul deze code in op de pagina die je daarvoor hebt geopend.',
    valid: '{time}, en alleen de nieuwste code werkt',
    nobody:
      'Niemand vraagt je om deze code, ook de helpdesk niet. Vraagt iemand erom? Geef hem niet, en hang op.',
    readOut:
      'Lees deze code alleen voor als je zelf de helpdesk hebt gebeld. Belt iemand jou? Geef de code niet, en hang op.',
    sms: '{organisation}: code {code} ({time}): {measures}. {warning}',
    smsNobody: 'Niemand vraagt erom.',
    smsReadOut: 'Alleen voorlezen als je ons zelf belde.',
  },
  signInCode: {
    subject: 'Je aanmeldcode van {organisation}',
    title: 'Je aanmeldcode van {organisation}',
    text: 'Vul deze code in op het scherm waar je je aanmeldt.',
    notYou:
      'Meld jij je nu niet aan? Dan weet iemand anders je wachtwoord. Geef de code aan niemand. Meld je daarna zelf aan en verander je wachtwoord.',
    sms: '{organisation}: aanmeldcode {code} ({time}). Niemand vraagt erom.',
  },
  confirmingCode: {
    subject: 'Je code om dit bij {organisation} te bevestigen',
    title: {
      factor: 'Hiermee aanmelden bij {organisation}',
      'contact-point': 'Dit toevoegen aan een account bij {organisation}',
      anew: 'Bevestigen dat dit nog van jou is, bij {organisation}',
    },
    text: 'Vul deze code in op de pagina waar je bezig was.',
    notYou:
      'Was jij dit niet? Vul de code nergens in en geef haar aan niemand. Dan gebeurt er niets.',
    sms: {
      factor:
        '{organisation}: code {code} om hiermee te kunnen aanmelden, {time} geldig. Niemand vraagt erom.',
      'contact-point':
        '{organisation}: code {code} om dit aan een account toe te voegen, {time} geldig. Niemand vraagt erom.',
      anew: '{organisation}: code {code} om te bevestigen dat dit nog van jou is, {time} geldig. Niemand vraagt erom.',
    },
  },
  backupCodes: {
    subject: 'Je back-upcodes van {organisation}',
    title: 'Je back-upcodes van {organisation}',
    text: 'Je back-upcodes zijn per sms verstuurd.',
    sms: '{organisation}: je back-upcodes, om aan te melden als je tweede factor er niet is. Elk werkt 1 keer: {codes} Bewaar ze en wis dit bericht. Niemand vraagt je hierom, ook de helpdesk niet.',
  },
  own: {
    subject: 'Er is iets veranderd in je account bij {organisation}',
    title: 'Er is iets veranderd in je account',
    'password-changed': 'Je wachtwoord is veranderd.',
    'sessions-ended': 'Je bent overal afgemeld en geen apparaat wordt nog vertrouwd.',
    'factor-added': 'Er is een {factor} toegevoegd om je mee aan te melden.',
    'factor-removed': 'Je {factor} is weggehaald.',
    'backup-codes-renewed': 'Er zijn nieuwe back-upcodes gemaakt. De oude werken niet meer.',
    'backup-codes-sent': 'Je nieuwe back-upcodes zijn per sms naar je telefoon gestuurd.',
    'backup-codes-disowned':
      'Je back-upcodes werken niet meer. Iemand die de sms ermee kreeg, meldde: "Ik heb dit niet gevraagd".',
    'contact-point-added': 'Er is iets aan je contactgegevens toegevoegd: {point}.',
    'contact-point-removed': 'Er is iets uit je contactgegevens weggehaald: {point}.',
    'change-waits':
      'Iemand heeft gevraagd om dit: {change}. Omdat je account pas hersteld is, gebeurt het niet meteen maar op zijn vroegst {when}. Tot dan kun je het tegenhouden.',
    'change-made': 'De wachttijd is om. Gebeurd is: {change}.',
    'change-dropped': 'Dit gaat niet door: {change}.',
    changes: {
      'add-factor': 'een tweede factor toevoegen ({object})',
      'rename-factor': 'een tweede factor een andere naam geven ({object})',
      'remove-factor': 'een tweede factor weghalen ({object})',
      'new-backup-codes': 'nieuwe back-upcodes maken',
      'change-password': 'het wachtwoord veranderen',
      'add-contact-point': 'een contactgegeven toevoegen ({object})',
      'remove-contact-point': 'een contactgegeven weghalen ({object})',
      'invite-contact': 'iemand vragen als herstelcontact',
      'end-contact': 'een herstelcontact stoppen',
    },
    waitsSubject: 'Er staat iets te veranderen in je account bij {organisation}',
    waitsTitle: 'Er staat iets te veranderen in je account',
    waitsSms: '{organisation}: gevraagd in je account: {change}. Gebeurt op zijn vroegst {when}.',
    veto: 'Stop het dan hier, met één knop, zonder aan te melden. Wat het herstel je gaf, gaat dan ook dicht tot een beheerder heeft gekeken.',
    notYou: 'Was jij dit niet? Bel dan meteen de helpdesk.',
    button: 'Mijn account bekijken',
    link: 'Kijk wat er staat:',
    sms: '{organisation}: {changed} Was jij dit niet? Bel de helpdesk.',
  },
  veto: {
    title: 'Was jij dit niet?',
    text: 'Dan probeert misschien iemand anders in je account te komen. Stop het hier, met één knop, zonder aan te melden.',
    textDone:
      'Dan kan nu misschien iemand anders in je account. Meld het meteen, met één knop, zonder aan te melden. Het account gaat dan op slot tot een beheerder heeft gekeken.',
    textEnded:
      'Dan probeerde misschien iemand anders in je account te komen. Meld het, met één knop, zonder aan te melden.',
    button: 'Dit was ik niet',
    typed: 'Werkt de knop niet? Ga naar {page} en vul deze code in:',
    sms: 'Niet jij? {page} {code}',
  },
  notAsked: {
    title: 'Heb jij hier niet om gevraagd?',
    text: 'Meld het hier, met één knop, zonder aan te melden. Dan werkt deze code niet meer en ziet de helpdesk het.',
    button: 'Ik heb dit niet gevraagd',
    typed: 'Werkt de knop niet? Ga naar {page} en vul deze code in:',
    sms: 'Niet jij? {page} {code}',
    call: 'Heb je hier niet om gevraagd? Bel de helpdesk op het nummer dat je al kent.',
  },
  staff: {
    'code-not-asked': {
      subject: '{organisation}: “Ik heb dit niet gevraagd”, een zaak staat stil',
      title: 'Een herstel staat een dag stil',
      text: 'De accounthouder kreeg een code en meldde: “Ik heb dit niet gevraagd”. De zaak staat hoogstens 24 uur stil en gaat daarna vanzelf verder. Kijk na of iemand anders in het account wil komen. Is alles in orde? Dan kan een beheerder die de zaak niet opende hem eerder laten doorgaan.',
      sms: '{organisation}: een herstel staat een dag stil na "Ik heb dit niet gevraagd". {url}',
    },
    'case-vetoed': {
      subject: '{organisation}: “Dit was ik niet”, een zaak is gestopt',
      title: 'Een herstel is gestopt met “Dit was ik niet”',
      text: 'Alles wat nog moest gebeuren is vervallen. Kijk na of iemand anders in het account wilde komen.',
      sms: '{organisation}: een herstel is gestopt met "Dit was ik niet". {url}',
    },
    'case-paused': {
      subject: '{organisation}: “Dit was ik niet” van een oud adres, een zaak staat stil',
      title: 'Een herstel staat stil',
      text: '“Dit was ik niet” kwam van een adres of nummer dat eerder was vervangen of als kwijt gemeld. De zaak staat 72 uur stil. Daarna beslist een beheerder die de zaak niet opende.',
      sms: '{organisation}: een herstel staat stil na “Dit was ik niet” van een oud adres. {url}',
    },
    'case-stuck': {
      subject: '{organisation}: een zaak zit vast',
      title: 'Een herstel zit vast',
      text: 'Van een stap is niet zeker of hij is uitgevoerd. Een beheerder die de zaak niet opende, moet het nalezen en beslissen.',
      sms: '{organisation}: een herstel zit vast en wacht op een beheerder. {url}',
    },
    'approval-asked': {
      subject: '{organisation}: een herstel wacht op een akkoord',
      title: 'Een herstel wacht op een akkoord',
      text: 'De bewijzen zijn binnen. Lees het hele plan voordat je akkoord geeft.',
      sms: '{organisation}: een herstel wacht op een akkoord. {url}',
    },
    'clock-held': {
      subject: '{organisation}: een wachttijd kan niet beginnen',
      title: 'Een wachttijd kan niet beginnen',
      text: 'Geen enkel bericht aan de accounthouder is aangenomen. Na 72 uur start een beheerder die de zaak niet opende de klok, of stopt de zaak.',
      sms: '{organisation}: een wachttijd kan niet beginnen, geen bericht is aangenomen. {url}',
    },
    button: 'Naar de zaak',
    link: 'Naar de zaak:',
  },
  footer: {
    holder:
      'Vragen? Bel de helpdesk van {organisation} op het nummer dat je al kent, niet op een nummer uit een bericht.',
    staff: 'Je krijgt dit omdat je bij {organisation} zaken behandelt.',
  },
  ...letterMeasures.nl,
  ...letterNotices.nl,
  ...letterAsking.nl,
} as const;

export const en: Words<typeof nl> = {
  factors: {
    sms: 'text message code',
    voice: 'voice call code',
    'email-code': 'e-mail code',
    'authenticator-app': 'authenticator app',
    push: 'push notification',
    'security-key': 'security key',
    'backup-codes': 'backup codes',
    'temporary-pass': 'temporary pass',
    other: 'second factor',
    email: 'mailbox',
    phone: 'phone',
  },
  when: '{when} ({place} time)',
  facts: {
    organisation: 'At',
    measures: 'What',
    purpose: 'What for',
    ends: 'Not before',
    until: 'Until',
    valid: 'Valid for',
    lost: 'Reported as lost',
    vetoUntil: '“This was not me” works until',
    done: 'Changed',
  },
  code: {
    subject: 'Your code from {organisation}',
    title: 'Your code from {organisation}',
    text: 'Your account is being recovered. Enter this code on the page that you opened for it.',
    valid: '{time}, and only the newest code works',
    nobody:
      'Nobody will ask you for this code, not even the helpdesk. Does somebody ask? Do not give it, and hang up.',
    readOut:
      'Read this code out only if you called the helpdesk yourself. Does somebody call you? Do not give the code, and hang up.',
    sms: '{organisation}: code {code} ({time}), to {measures}. {warning}',
    smsNobody: 'Nobody will ask for it.',
    smsReadOut: 'Read it out only if you called us.',
  },
  signInCode: {
    subject: 'Your sign-in code for {organisation}',
    title: 'Your sign-in code for {organisation}',
    text: 'Type this code on the screen where you sign in.',
    notYou:
      'Are you not signing in now? Then somebody else knows your password. Give the code to nobody. Sign in yourself afterwards and change your password.',
    sms: '{organisation}: sign-in code {code} ({time}). Nobody will ask for it.',
  },
  confirmingCode: {
    subject: 'Your code to confirm this at {organisation}',
    title: {
      factor: 'Sign in with this at {organisation}',
      'contact-point': 'Add this to an account at {organisation}',
      anew: 'Confirm that this is still yours, at {organisation}',
    },
    text: 'Fill in this code on the page where you were.',
    notYou:
      'Was this not you? Fill the code in nowhere and give it to nobody. Then nothing happens.',
    sms: {
      factor:
        '{organisation}: code {code} to be able to sign in with this, valid {time}. Nobody will ask for it.',
      'contact-point':
        '{organisation}: code {code} to add this to an account, valid {time}. Nobody will ask for it.',
      anew: '{organisation}: code {code} to confirm that this is still yours, valid {time}. Nobody will ask for it.',
    },
  },
  backupCodes: {
    subject: 'Your backup codes for {organisation}',
    title: 'Your backup codes for {organisation}',
    text: 'Your backup codes were sent by text message.',
    sms: '{organisation}: your backup codes, to sign in when your second factor is not at hand. Each works once: {codes} Keep them and delete this message. Nobody will ask for them, not even the helpdesk.',
  },
  own: {
    subject: 'Something changed in your account at {organisation}',
    title: 'Something changed in your account',
    'password-changed': 'Your password was changed.',
    'sessions-ended': 'You were signed out everywhere, and no device is trusted any longer.',
    'factor-added': 'A {factor} was added to sign in with.',
    'factor-removed': 'Your {factor} was removed.',
    'backup-codes-renewed': 'New backup codes were made. The old ones no longer work.',
    'backup-codes-sent': 'Your new backup codes were sent to your phone by text message.',
    'backup-codes-disowned':
      'Your backup codes work no longer. Somebody who got the text message with them said: "I did not ask for this".',
    'contact-point-added': 'Something was added to your contact points: {point}.',
    'contact-point-removed': 'Something was removed from your contact points: {point}.',
    'change-waits':
      'Somebody asked for this: {change}. Because your account was recovered only just now, it does not happen at once but at the earliest {when}. Until then you can stop it.',
    'change-made': 'The waiting period is over. This was done: {change}.',
    'change-dropped': 'This does not go on: {change}.',
    changes: {
      'add-factor': 'add a second factor ({object})',
      'rename-factor': 'give a second factor another name ({object})',
      'remove-factor': 'remove a second factor ({object})',
      'new-backup-codes': 'make new backup codes',
      'change-password': 'change the password',
      'add-contact-point': 'add a contact point ({object})',
      'remove-contact-point': 'remove a contact point ({object})',
      'invite-contact': 'ask somebody to be a recovery contact',
      'end-contact': 'end a recovery contact',
    },
    waitsSubject: 'Something is about to change in your account at {organisation}',
    waitsTitle: 'Something is about to change in your account',
    waitsSms: '{organisation}: asked in your account: {change}. Happens at the earliest {when}.',
    veto: 'Then stop it here, with one button, without signing in. What the recovery gave you is then closed too, until an administrator has looked.',
    notYou: 'Was this not you? Call the helpdesk at once.',
    button: 'See my account',
    link: 'See what is there:',
    sms: '{organisation}: {changed} Was this not you? Call the helpdesk.',
  },
  veto: {
    title: 'Was this not you?',
    text: 'Then somebody else may be trying to get into your account. Stop it here, with one button, without signing in.',
    textDone:
      'Then somebody else may be able to get into your account now. Report it at once, with one button, without signing in. The account is then locked until an administrator has looked.',
    textEnded:
      'Then somebody else may have tried to get into your account. Report it, with one button, without signing in.',
    button: 'This was not me',
    typed: 'Does the button not work? Go to {page} and enter this code:',
    sms: 'Not you? {page} {code}',
  },
  notAsked: {
    title: 'Did you not ask for this?',
    text: 'Say so here, with one button, without signing in. Then this code works no longer, and the helpdesk sees it.',
    button: 'I did not ask for this',
    typed: 'Does the button not work? Go to {page} and type this code:',
    sms: 'Not you? {page} {code}',
    call: 'Did you not ask for this? Call the helpdesk on the number that you know already.',
  },
  staff: {
    'code-not-asked': {
      subject: '{organisation}: “I did not ask for this”, a case stands still',
      title: 'A recovery stands still for a day',
      text: 'The account holder got a code and said: “I did not ask for this”. The case stands still for at most 24 hours and then goes on by itself. Look into whether somebody else wants to get into the account. Is all well? Then an administrator who did not open the case can let it go on earlier.',
      sms: '{organisation}: a recovery stands still for a day after "I did not ask for this". {url}',
    },
    'case-vetoed': {
      subject: '{organisation}: “This was not me”, a case was stopped',
      title: 'A recovery was stopped with “This was not me”',
      text: 'Everything that was still to be done is dropped. Look into whether somebody else tried to get into the account.',
      sms: '{organisation}: a recovery was stopped with "This was not me". {url}',
    },
    'case-paused': {
      subject: '{organisation}: “This was not me” from an old address, a case is paused',
      title: 'A recovery is paused',
      text: '“This was not me” came from an address or number that was replaced before, or reported lost. The case stands still for 72 hours. Then an administrator who did not open the case decides.',
      sms: '{organisation}: a recovery is paused after “This was not me” from an old address. {url}',
    },
    'case-stuck': {
      subject: '{organisation}: a case is stuck',
      title: 'A recovery is stuck',
      text: 'Of one step it is not certain whether it was carried out. An administrator who did not open the case has to read it back and decide.',
      sms: '{organisation}: a recovery is stuck and waits for an administrator. {url}',
    },
    'approval-asked': {
      subject: '{organisation}: a recovery waits for approval',
      title: 'A recovery waits for approval',
      text: 'The proofs are in. Read the whole plan before you approve.',
      sms: '{organisation}: a recovery waits for approval. {url}',
    },
    'clock-held': {
      subject: '{organisation}: a waiting period cannot start',
      title: 'A waiting period cannot start',
      text: 'Not one notice to the account holder was accepted. After 72 hours an administrator who did not open the case starts the clock, or cancels the case.',
      sms: '{organisation}: a waiting period cannot start, no notice was accepted. {url}',
    },
    button: 'To the case',
    link: 'To the case:',
  },
  footer: {
    holder:
      'Questions? Call the helpdesk of {organisation} on the number that you already know, not on a number from a message.',
    staff: 'You get this because you handle cases at {organisation}.',
  },
  ...letterMeasures.en,
  ...letterNotices.en,
  ...letterAsking.en,
};
