import type { AuditEventType } from '@/lib/domain/audit/event';
import { resultOf } from '@/lib/domain/audit/result';
import { nl } from '@/lib/messages/events';

/** Every kind of event: those that have words, and none is without. */
export const KINDS = Object.keys(nl.what) as AuditEventType[];

/** Kinds that are looked for together. */
export const GROUPS = {
  refused: KINDS.filter((type) => resultOf(type) === 'refused'),
  reading: [
    'account-read',
    'account-unmasked',
    'accounts-searched',
    'audit-searched',
    'import-report-exported',
  ],
  'signing-in': [
    'password-accepted',
    'password-refused',
    'second-factor-accepted',
    'second-factor-refused',
    'session-started',
    'session-ended',
    'reauthenticated',
    'staff-factor-added',
    'staff-factor-removed',
  ],
  people: [
    'organisation-created',
    'staff-created',
    'membership-given',
    'membership-ended',
    'policy-set',
  ],
  importing: ['accounts-imported', 'account-imported', 'import-report-exported'],
} as const satisfies Record<string, readonly AuditEventType[]>;
export type Group = keyof typeof GROUPS;

export const isGroup = (kind: string): kind is Group => Object.hasOwn(GROUPS, kind);
export const isKind = (kind: string): kind is AuditEventType => Object.hasOwn(nl.what, kind);

/** The kinds that a choice stands for; undefined where it is none, or none that exists. */
export const typesOf = (kind: string | undefined): readonly AuditEventType[] | undefined => {
  if (kind === undefined) return undefined;
  if (isGroup(kind)) return GROUPS[kind];
  return isKind(kind) ? [kind] : undefined;
};
