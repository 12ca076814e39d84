import type { Role, StaffActor, SystemActor } from '../access/roles';
import type { Instant } from '../time';
import { START } from './accounts';

/** A staff member of `org-1` whose sign-in is fresh at `at`. Their person is their own unless said otherwise. */
export const staff = (id: string, role: Role, more: Partial<StaffActor> = {}): StaffActor => ({
  kind: 'staff',
  staffId: id,
  personId: `person-${id}`,
  sessionId: `session-${id}`,
  addresses: [`${id}@desk.example`],
  memberships: [{ organisationId: 'org-1', role }],
  reauthenticatedAt: START,
  ...more,
});

export const agent = staff('agent', 'agent');
export const otherAgent = staff('agent-2', 'agent');
export const administrator = staff('admin', 'functional-administrator');
export const otherAdministrator = staff('admin-2', 'functional-administrator');
export const thirdAdministrator = staff('admin-3', 'functional-administrator');
export const standIn = staff('stand-in', 'stand-in');
export const auditor = staff('auditor', 'auditor');
export const system: SystemActor = { kind: 'system' };

/** The other sign-in of the same person, with the rights to say yes. */
export const twinOf = ({ personId }: StaffActor, role: Role = 'functional-administrator') =>
  staff('twin', role, { personId });

/** The same staff member, who typed the password just now. */
export const freshAt = (actor: StaffActor, now: Instant): StaffActor => ({
  ...actor,
  reauthenticatedAt: now,
});
