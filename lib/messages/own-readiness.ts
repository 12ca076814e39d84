import type { ReadinessItem } from '../domain/account/own/readiness';
import type { ProofKind } from '../domain/case/proof';
import type { Words } from './words';

/** How well an account is prepared, and what happens when something is lost. */
export const nl = {
  readiness: {
    title: 'De basis op orde',
    list: 'Wat meetelt',
    score: '{score} van de 100',
    text: 'Zo goed ben je voorbereid als je iets kwijtraakt.',
    allGood: 'Alles is op orde. Fijn.',
    next: 'Dit kun je nu het beste doen:',
    more: 'Wat als je iets kwijtraakt?',
    ok: 'in orde',
    todo: 'te doen',
    items: {
      'two-ways': 'Twee manieren om je aan te melden, op verschillende apparaten',
      'contact-points': 'Contactgegevens die kloppen: een mailbox en een nummer',
      'backup-codes': 'Genoeg back-upcodes',
      'recovery-contacts': 'Iemand die voor je kan instaan',
      'authenticator-app': 'Authenticator-app met back-up, en maar één',
      devices: 'Geen oude vertrouwde apparaten',
    } satisfies Record<ReadinessItem, string>,
    steps: {
      'two-ways': 'Stel een tweede manier in die niet op hetzelfde apparaat staat',
      'contact-points': 'Kijk je contactgegevens na',
      'backup-codes': 'Maak nieuwe back-upcodes en bewaar ze op papier',
      'recovery-contacts': 'Vraag iemand om je herstelcontact te zijn',
      'authenticator-app': 'Kijk je authenticator-app na',
      devices: 'Vergeet apparaten die je niet meer gebruikt',
    } satisfies Record<ReadinessItem, string>,
    questions: 'Eens per jaar nakijken',
    points: 'Kloppen deze contactgegevens nog?',
    pointsYes: 'Ja, dit klopt',
    app: 'Heeft je authenticator-app een back-up, is hij bijgewerkt, en gebruik je er maar één?',
    appWhy:
      'Zonder back-up ben je de codes kwijt als je telefoon kapotgaat. Met twee apps weet je soms niet welke de goede code geeft.',
    appYes: 'Ja, dat is zo',
    confirmedAt: 'Nagekeken {when}.',
    rehearsal: 'Wat als je iets kwijtraakt?',
    lose: { phone: 'Je telefoon', mailbox: 'Je mailbox', key: 'Je sleutel' },
    backSignIn: 'Je meldt je zelf weer aan, meteen, met: {ways}.',
    backCase:
      'De helpdesk helpt je. Je bewijst op {means, plural, one {één manier} other {# manieren}} wie je bent ({proofs}), een tweede persoon geeft akkoord, en daarna wacht je {wait}.',
    backInPerson:
      'Je moet langskomen met een legitimatie. Daarna duurt het nog {wait}. Stel een tweede manier in, dan hoeft dat niet.',
    proofs: {
      'email-challenge': 'code per e-mail',
      'sms-challenge': 'code per sms',
      'voice-challenge': 'code door een telefoontje',
      'recovery-contact': 'herstelcontact',
      'backup-code': 'back-upcode',
      'remaining-factor': 'een tweede factor die je nog hebt',
      'identity-check': 'legitimatie',
    } satisfies Record<ProofKind, string>,
  },
} as const;

export const en: Words<typeof nl> = {
  readiness: {
    title: 'Getting the basics right',
    list: 'What counts',
    score: '{score} of 100',
    text: 'How well prepared you are for losing something.',
    allGood: 'Everything is in order. Good.',
    next: 'The best next step:',
    more: 'What if you lose something?',
    ok: 'in order',
    todo: 'to do',
    items: {
      'two-ways': 'Two ways to sign in, on different devices',
      'contact-points': 'Correct contact points: a mailbox and a number',
      'backup-codes': 'Enough backup codes',
      'recovery-contacts': 'Somebody who can vouch for you',
      'authenticator-app': 'Authenticator app with a backup, and only one',
      devices: 'No old trusted devices',
    },
    steps: {
      'two-ways': 'Set up a second way that is not on the same device',
      'contact-points': 'Check your contact points',
      'backup-codes': 'Make new backup codes and keep them on paper',
      'recovery-contacts': 'Ask somebody to be your recovery contact',
      'authenticator-app': 'Check your authenticator app',
      devices: 'Forget devices that you no longer use',
    },
    questions: 'To check once a year',
    points: 'Are these contact points still correct?',
    pointsYes: 'Yes, they are correct',
    app: 'Does your authenticator app have a backup, is it up to date, and do you use only one?',
    appWhy:
      'Without a backup you lose the codes if your phone breaks. With two apps you may not know which one has the right code.',
    appYes: 'Yes, it does, and I do',
    confirmedAt: 'Checked {when}.',
    rehearsal: 'What if you lose something?',
    lose: { phone: 'Your phone', mailbox: 'Your mailbox', key: 'Your key' },
    backSignIn: 'You sign in again yourself, at once, with: {ways}.',
    backCase:
      'The helpdesk helps you. You prove in {means, plural, one {one way} other {# ways}} who you are ({proofs}), a second person approves, and then you wait {wait}.',
    backInPerson:
      'You must come in person with an identity document. After that it takes {wait}. Set up a second way, and you will not have to.',
    proofs: {
      'email-challenge': 'code by e-mail',
      'sms-challenge': 'code by text message',
      'voice-challenge': 'code by phone call',
      'recovery-contact': 'recovery contact',
      'backup-code': 'backup code',
      'remaining-factor': 'a second factor that you still have',
      'identity-check': 'identity check',
    },
  },
};
