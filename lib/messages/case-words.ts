import type { FactorKind } from '../domain/account/factor';
import type { CaseStatus, WaitRule } from '../domain/case/case';
import type { SetUpKind } from '../domain/case/measure';
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
    enrol: 'Accounthouder stelt het nieuwe in',
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
  pointGone: 'oud contactgegeven',
  points: { email: 'e-mail', phone: 'telefoon' },
  measures: {
    add: '{enrol} toevoegen',
    replace: '{factor} vervangen',
    replaceBy: '{factor} vervangen door {enrol}',
    remove: '{factor} verwijderen',
    changePoint: { email: 'ander e-mailadres', phone: 'ander telefoonnummer' },
    changePointOf: {
      email: 'ander e-mailadres in plaats van {target}',
      phone: 'ander telefoonnummer in plaats van {target}',
    },
    newPassword: 'nieuw wachtwoord',
  },
  /** What the account holder does on the own case page, and that it is done. */
  setUp: {
    todo: {
      'authenticator-app': 'Nieuwe authenticator-app instellen',
      'security-key': 'Nieuwe beveiligingssleutel instellen',
      sms: 'Codes per sms instellen',
      voice: 'Codes per telefoontje instellen',
      'email-code': 'Codes per e-mail instellen',
      push: 'Meldingen instellen',
      'backup-codes': 'Nieuwe back-upcodes ophalen',
      'temporary-pass': 'Tijdelijke pas ophalen',
      email: 'Nieuw e-mailadres opgeven',
      phone: 'Nieuw telefoonnummer opgeven',
      password: 'Nieuw wachtwoord kiezen',
    } satisfies Record<SetUpKind, string>,
    done: {
      'authenticator-app': 'Nieuwe authenticator-app ingesteld',
      'security-key': 'Nieuwe beveiligingssleutel ingesteld',
      sms: 'Codes per sms ingesteld',
      voice: 'Codes per telefoontje ingesteld',
      'email-code': 'Codes per e-mail ingesteld',
      push: 'Meldingen ingesteld',
      'backup-codes': 'Nieuwe back-upcodes opgehaald',
      'temporary-pass': 'Tijdelijke pas opgehaald',
      email: 'Nieuw e-mailadres opgegeven',
      phone: 'Nieuw telefoonnummer opgegeven',
      password: 'Nieuw wachtwoord gekozen',
    } satisfies Record<SetUpKind, string>,
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
    'in-person-password-and-factor':
      'Alleen een legitimatie in persoon helpt, omdat de zaak ook een nieuw wachtwoord geeft.',
    'heavy-wait':
      'De langere wachttijd, omdat een nieuw wachtwoord of contactgegeven ook latere aanmeldingen raakt.',
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
    'collect-proofs': 'Have the caller prove who they are',
    'ask-approval': 'Ask for approval',
    approve: 'Approve or decline',
    wait: 'Waiting period is running',
    'await-notice': 'Waiting period is held until a notice arrives',
    'start-clock': 'Start the waiting period',
    'answer-pause': 'Account holder must answer',
    'decide-pause': 'Decide whether the case goes on',
    enrol: 'Account holder sets up what is new',
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
  pointGone: 'old contact point',
  points: { email: 'e-mail', phone: 'phone' },
  measures: {
    add: 'add {enrol}',
    replace: 'replace {factor}',
    replaceBy: 'replace {factor} by {enrol}',
    remove: 'remove {factor}',
    changePoint: { email: 'another e-mail address', phone: 'another phone number' },
    changePointOf: {
      email: 'another e-mail address instead of {target}',
      phone: 'another phone number instead of {target}',
    },
    newPassword: 'new password',
  },
  setUp: {
    todo: {
      'authenticator-app': 'Set up a new authenticator app',
      'security-key': 'Set up a new security key',
      sms: 'Set up codes by SMS',
      voice: 'Set up codes by phone call',
      'email-code': 'Set up codes by e-mail',
      push: 'Set up prompts',
      'backup-codes': 'Fetch new backup codes',
      'temporary-pass': 'Fetch a temporary pass',
      email: 'Give a new e-mail address',
      phone: 'Give a new phone number',
      password: 'Choose a new password',
    },
    done: {
      'authenticator-app': 'New authenticator app set up',
      'security-key': 'New security key set up',
      sms: 'Codes by SMS set up',
      voice: 'Codes by phone call set up',
      'email-code': 'Codes by e-mail set up',
      push: 'Prompts set up',
      'backup-codes': 'New backup codes fetched',
      'temporary-pass': 'Temporary pass fetched',
      email: 'New e-mail address given',
      phone: 'New phone number given',
      password: 'New password chosen',
    },
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
    'in-person-password-and-factor':
      'Only an identity check in person helps, because the case also gives a new password.',
    'heavy-wait':
      'The longer waiting period, because a new password or contact point bears on later sign-ins too.',
    'goes-with-factor': 'The backup codes go together with the old second factor.',
  },
};
