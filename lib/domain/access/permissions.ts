import type { CaseCommand } from '../case/command';
import type { HolderActor, Role } from './roles';

/** Who may do what: the one table that the gate, the screens and the reviewed snapshot read. */
export const PERMISSIONS = {
  'case.open': ['agent', 'functional-administrator'],
  'case.read': ['agent', 'functional-administrator', 'auditor', 'stand-in'],
  'case.work': ['agent', 'functional-administrator'],
  'case.approve': ['functional-administrator', 'stand-in'],
  'case.identity-check': ['agent', 'functional-administrator', 'stand-in'],
  'case.name-checker': ['functional-administrator', 'stand-in'],
  'case.start-clock': ['functional-administrator'],
  'case.end-stuck': ['functional-administrator', 'stand-in'],
  'case.decide': ['functional-administrator'],
  'case.resume': ['functional-administrator', 'stand-in'],
  'account.read': ['agent', 'functional-administrator', 'auditor'],
  'account.unmask': ['agent', 'functional-administrator'],
  'account.import': ['functional-administrator'],
  'account.invite-contact': ['functional-administrator'],
  'people.read': ['agent', 'functional-administrator', 'auditor'],
  'membership.manage': ['functional-administrator'],
  'audit.read': ['auditor'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** Acts for which the sign-in must be at most five minutes old (design.md §4). */
export const NEEDS_FRESH_SIGN_IN: readonly Permission[] = [
  'case.approve',
  'account.import',
  'membership.manage',
];

type Door = {
  staff?: Permission;
  holder?: readonly HolderActor['via'][];
  /** The recovery contact, over the link that was mailed to them. */
  contact?: true;
  system?: true;
  /** Also under a fresh sign-in, although the permission does not ask it everywhere. */
  fresh?: true;
};

/** Which actors may issue which command. A command that is missing here does not compile. */
export const DOORS: Record<CaseCommand['type'], Door> = {
  'open-case': { staff: 'case.open', holder: ['request'] },
  'take-case': { staff: 'case.work' },
  'finish-runbook': { staff: 'case.work' },
  'choose-measures': { staff: 'case.work' },
  'send-challenge': { staff: 'case.work', holder: ['handle'] },
  'ask-contact': { staff: 'case.work' },
  'show-contact-code': { holder: ['handle'] },
  vouch: { contact: true },
  'enter-code': { staff: 'case.work', holder: ['handle'] },
  'prove-with-factor': { holder: ['handle'] },
  'offer-screen': { holder: ['handle'] },
  'show-secret': { holder: ['handle'] },
  'report-loss': { holder: ['handle'] },
  'name-identity-checker': { staff: 'case.name-checker' },
  'record-identity-check': { staff: 'case.identity-check', fresh: true },
  'ask-approval': { staff: 'case.work' },
  approve: { staff: 'case.approve' },
  decline: { staff: 'case.approve' },
  'renew-enrolment': { staff: 'case.approve' },
  cancel: { staff: 'case.work' },
  'start-clock': { staff: 'case.start-clock' },
  veto: { holder: ['handle', 'link', 'sign-in'] },
  'note-sign-in': { holder: ['sign-in'] },
  'answer-pause': { holder: ['sign-in'] },
  'note-not-asked': { holder: ['link'] },
  'resume-case': { staff: 'case.resume' },
  'start-enrolment': { holder: ['handle'] },
  'send-enrolment-code': { holder: ['handle'] },
  'confirm-enrolment': { holder: ['handle'] },
  wake: { system: true },
  'perform-step': { system: true },
  'claim-step': { system: true },
  'report-step': { system: true },
  'report-read-back': { system: true },
  'report-message': { system: true },
  'end-stuck': { staff: 'case.end-stuck' },
  'decide-after-veto': { staff: 'case.decide' },
};
