import type { Words } from './words';

/** What waits for a second person, and the page on which that person says yes or no. */
export const nl = {
  title: 'Te keuren',
  intro: 'Herstelplannen die op het akkoord van een tweede persoon wachten.',
  caption: 'Zaken die op akkoord wachten, de dringendste eerst',
  columns: {
    case: 'Zaak',
    measures: 'Wat er verandert',
    proofs: 'Bewezen met',
    opener: 'Geopend door',
    due: 'Vervalt',
  },
  empty: 'Niets te keuren',
  emptyWhy: 'Zodra een zaak genoeg bewijs heeft, komt zij hier te staan.',
  notYou: 'niet door u',
  look: 'Bekijken en beslissen',
  approve: {
    title: 'Akkoord geven aan dit herstelplan?',
    consequence:
      'U zegt ja tegen precies dit plan. Daarna worden alle contactgegevens ingelicht en begint de wachttijd. Zolang die loopt, kan de accounthouder nog nee zeggen.',
    submit: 'Akkoord geven',
    decline: 'Afwijzen…',
    look: 'Let hierop',
    lookText:
      'Past de klacht bij wat er verandert? Kent u de accounthouder, bel dan op een nummer dat u al had. Twijfelt u, wijs dan af: er kan altijd een nieuwe zaak komen.',
    refused: 'U kunt over deze zaak niet beslissen',
  },
  renew: {
    title: 'Het instellen opnieuw openen?',
    consequence:
      'De nieuwe factor is niet binnen 72 uur ingesteld. Met uw akkoord krijgt de accounthouder nog één keer 72 uur, zonder nieuwe wachttijd.',
    submit: 'Akkoord geven en opnieuw openen',
  },
  decline: {
    title: 'Dit herstelplan afwijzen?',
    consequence:
      'De zaak eindigt. Er verandert niets aan het account. Wie verder wil, opent een nieuwe zaak.',
    submit: 'Afwijzen',
  },
  facts: {
    holder: 'Accounthouder',
    organisation: 'Organisatie',
    case: 'Zaakcode',
    symptom: 'Klacht',
    runbook: 'Eenvoudige stappen',
    runbookNo: 'geprobeerd, hielpen niet',
    opener: 'Geopend door',
    acted: 'Werkten eraan',
    opened: 'Geopend op',
  },
  plan: 'Wat er verandert',
  going: 'Wat er weg moet zijn voordat de zaak sluit',
  goingItems: {
    backupCodes: 'alle back-upcodes',
    devices: 'alle vertrouwde apparaten (nu {count})',
    sessions: 'alle sessies (nu {count} open)',
  },
  proofs: 'Waarmee is bewezen wie dit is',
  proofsNeeded: {
    one: 'Nodig: één middel.',
    two: 'Nodig: {count} verschillende middelen, of een legitimatie in persoon.',
    person: 'Nodig: een legitimatie in persoon.',
  },
  given: 'gegeven {when}',
  throughStaff: 'voorgelezen aan de balie',
  recordedBy: 'vastgelegd door {name}',
  reported: 'Als kwijt of gestolen gemeld',
  wait: 'Wachttijd',
  told: 'Wie wordt ingelicht',
  starts: 'Een bericht hier start de wachttijd.',
  provedHere: 'Hoort bij een bewijs in deze zaak.',
  notLive: 'Neemt geen berichten aan, of is als kwijt gemeld.',
  why: 'Waarom dit plan',
} as const;

export const en: Words<typeof nl> = {
  title: 'To approve',
  intro: 'Recovery plans that wait for a second person’s yes.',
  caption: 'Cases that wait for approval, the most urgent first',
  columns: {
    case: 'Case',
    measures: 'What changes',
    proofs: 'Proven by',
    opener: 'Opened by',
    due: 'Expires',
  },
  empty: 'Nothing to approve',
  emptyWhy: 'As soon as a case has enough proof, it appears here.',
  notYou: 'not by you',
  look: 'Read and decide',
  approve: {
    title: 'Approve this recovery plan?',
    consequence:
      'You say yes to exactly this plan. Then all contact points are told and the waiting period begins. While it runs, the account holder can still say no.',
    submit: 'Approve',
    decline: 'Decline…',
    look: 'Look at this',
    lookText:
      'Does the symptom fit what changes? If you know the account holder, call on a number that you already had. In doubt, decline: a new case can always be opened.',
    refused: 'You cannot decide about this case',
  },
  renew: {
    title: 'Open the setting up again?',
    consequence:
      'The new factor was not set up within 72 hours. With your approval the account holder gets 72 hours once more, without a new waiting period.',
    submit: 'Approve and open again',
  },
  decline: {
    title: 'Decline this recovery plan?',
    consequence:
      'The case ends. Nothing changes in the account. Whoever wants to go on opens a new case.',
    submit: 'Decline',
  },
  facts: {
    holder: 'Account holder',
    organisation: 'Organisation',
    case: 'Case code',
    symptom: 'Symptom',
    runbook: 'Simple steps',
    runbookNo: 'tried, did not help',
    opener: 'Opened by',
    acted: 'Worked on it',
    opened: 'Opened at',
  },
  plan: 'What changes',
  going: 'What must be gone before the case closes',
  goingItems: {
    backupCodes: 'all backup codes',
    devices: 'all trusted devices ({count} now)',
    sessions: 'all sessions ({count} open now)',
  },
  proofs: 'How it was proven who this is',
  proofsNeeded: {
    one: 'Needed: one means.',
    two: 'Needed: {count} different means, or an identity check in person.',
    person: 'Needed: an identity check in person.',
  },
  given: 'given {when}',
  throughStaff: 'read out at the desk',
  recordedBy: 'recorded by {name}',
  reported: 'Reported lost or stolen',
  wait: 'Waiting period',
  told: 'Who is told',
  starts: 'A notice here starts the waiting period.',
  provedHere: 'Belongs to a proof in this case.',
  notLive: 'Takes no messages, or was reported lost.',
  why: 'Why this plan',
};
