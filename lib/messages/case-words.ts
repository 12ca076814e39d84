import type { FactorKind } from '../domain/account/factor';
import type { CaseStatus, WaitRule } from '../domain/case/case';
import type { PlanReason } from '../domain/case/plan';
import type { NextAction } from '../domain/case/summary';
import type { Words } from './words';

/** What a case and its parts are called, on every screen that shows one. Addressed to staff. */
export const nl = {
  statuses: {
    collecting: 'Bewijzen',
    'awaiting-approval': 'Akkoord',
    waiting: 'Wachttijd',
    paused: 'Gepauzeerd',
    executing: 'Uitvoeren',
    completed: 'Afgerond',
    solved: 'Opgelost',
    cancelled: 'Gestopt',
    declined: 'Afgewezen',
    vetoed: 'Dit was ik niet',
    expired: 'Verlopen',
    stuck: 'Vastgelopen',
  } satisfies Record<CaseStatus, string>,
  statusNew: 'Nieuw',
  /** What has to be done next: a row of the queue. */
  next: {
    'run-runbook': 'Stappenplan doorlopen',
    'choose-measures': 'Kiezen wat er verandert',
    'collect-proofs': 'Laten bewijzen wie het is',
    'ask-approval': 'Om akkoord vragen',
    approve: 'Akkoord geven of afwijzen',
    wait: 'Wachttijd loopt',
    'await-notice': 'Wachttijd staat stil tot een bericht aankomt',
    'start-clock': 'Wachttijd starten',
    'answer-pause': 'Accounthouder moet antwoorden',
    'decide-pause': 'Beslissen of de zaak verdergaat',
    enrol: 'Accounthouder stelt de nieuwe factor in',
    'run-measures': 'Wijzigingen worden uitgevoerd',
    'end-stuck': 'Beslissen over de vastgelopen wijziging',
    'decide-after-veto': 'Beslissen na “Dit was ik niet”',
    none: 'Niets meer te doen',
  } satisfies Record<NextAction, string>,
  factors: {
    sms: 'sms-code',
    voice: 'belcode',
    'email-code': 'e-mailcode',
    'authenticator-app': 'authenticator-app',
    push: 'melding',
    'security-key': 'beveiligingssleutel',
    'backup-codes': 'back-upcodes',
    'temporary-pass': 'tijdelijke pas',
  } satisfies Record<FactorKind, string>,
  factorGone: 'tweede factor',
  points: { email: 'e-mail', phone: 'telefoon' },
  measures: {
    add: '{enrol} toevoegen',
    replace: '{factor} vervangen',
    replaceBy: '{factor} vervangen door {enrol}',
    remove: '{factor} verwijderen',
  },
  waitRules: {
    independent:
      'Er is een contactgegeven dat zelf geen bewijs gaf. Een bericht daar start de klok.',
    'in-person': 'Korter, door de legitimatie in persoon.',
    daily:
      'Elk contactgegeven dat berichten aanneemt, hoort bij een bewijs in deze zaak. Daarom krijgen ze alle elke dag bericht.',
  } satisfies Record<WaitRule, string>,
  reasons: {
    'two-means-second-factor':
      'Twee middelen, omdat dit account een tweede factor heeft, of had in de laatste 90 dagen.',
    'two-means-imported':
      'Twee middelen, omdat dit account is geïmporteerd. Het telt als een account met tweede factor.',
    'one-means-never-two-factor': 'Eén middel, omdat dit account nooit een tweede factor had.',
    'in-person-contested':
      'Alleen een legitimatie in persoon helpt, omdat het account betwist is na “Dit was ik niet”.',
    'goes-with-factor': 'Met de oude tweede factor gaan de back-upcodes mee weg.',
  } satisfies Record<PlanReason, string>,
} as const;

export const en: Words<typeof nl> = {
  statuses: {
    collecting: 'Proofs',
    'awaiting-approval': 'Approval',
    waiting: 'Waiting period',
    paused: 'Paused',
    executing: 'Carrying out',
    completed: 'Completed',
    solved: 'Solved',
    cancelled: 'Stopped',
    declined: 'Declined',
    vetoed: 'This was not me',
    expired: 'Expired',
    stuck: 'Stuck',
  },
  statusNew: 'New',
  next: {
    'run-runbook': 'Go through the runbook',
    'choose-measures': 'Choose what changes',
    'collect-proofs': 'Have proven who it is',
    'ask-approval': 'Ask for approval',
    approve: 'Approve or decline',
    wait: 'Waiting period is running',
    'await-notice': 'Waiting period is held until a notice arrives',
    'start-clock': 'Start the waiting period',
    'answer-pause': 'Account holder must answer',
    'decide-pause': 'Decide whether the case goes on',
    enrol: 'Account holder sets up the new factor',
    'run-measures': 'Changes are being made',
    'end-stuck': 'Decide about the stuck change',
    'decide-after-veto': 'Decide after “This was not me”',
    none: 'Nothing left to do',
  },
  factors: {
    sms: 'SMS code',
    voice: 'voice code',
    'email-code': 'e-mail code',
    'authenticator-app': 'authenticator app',
    push: 'push prompt',
    'security-key': 'security key',
    'backup-codes': 'backup codes',
    'temporary-pass': 'temporary pass',
  },
  factorGone: 'second factor',
  points: { email: 'e-mail', phone: 'phone' },
  measures: {
    add: 'add {enrol}',
    replace: 'replace {factor}',
    replaceBy: 'replace {factor} by {enrol}',
    remove: 'remove {factor}',
  },
  waitRules: {
    independent:
      'There is a contact point that gave no proof itself. A notice there starts the clock.',
    'in-person': 'Shorter, because of the identity check in person.',
    daily:
      'Every contact point that takes messages belongs to a proof in this case. Therefore all are told every day.',
  },
  reasons: {
    'two-means-second-factor':
      'Two means, because this account has a second factor, or had one in the last 90 days.',
    'two-means-imported':
      'Two means, because this account was imported. It counts as an account with a second factor.',
    'one-means-never-two-factor': 'One means, because this account never had a second factor.',
    'in-person-contested':
      'Only an identity check in person helps, because the account is contested after “This was not me”.',
    'goes-with-factor': 'The backup codes go together with the old second factor.',
  },
};
