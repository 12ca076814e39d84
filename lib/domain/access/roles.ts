import type { Instant } from '../time';

export const ROLES = [
  'agent',
  'functional-administrator',
  'auditor',
  'platform-administrator',
  'stand-in',
] as const;
export type Role = (typeof ROLES)[number];

export type Membership = { organisationId: string; role: Role };

/** A staff member as the session and memberships say at this very call (R36). */
export type StaffActor = {
  kind: 'staff';
  staffId: string;
  personId: string;
  sessionId: string;
  /** Sign-in address and numbers of the staff member, lower-cased: an equal one means the same person (R21). */
  addresses: string[];
  memberships: Membership[];
  reauthenticatedAt?: Instant;
};

/** Whoever stands before the holder's page or an account's pages. */
export type HolderActor = {
  kind: 'holder';
  caseId: string;
  /** `request`: with the code of a request that the holder made without calling. */
  via: 'handle' | 'link' | 'sign-in' | 'request';
  screenId?: string;
  /** Generation of the case secret that this screen showed to hold; judged against the newest (R15). */
  secretGeneration?: number;
  /** The contact point that the link was sent to. */
  contactPointId?: string;
  signInId?: string;
};

/** An account holder who signed in to the own pages, or is about to: then there is a ticket and no session yet. */
export type AccountHolderActor = {
  kind: 'account-holder';
  accountId: string;
  sessionId?: string;
  /** Over the link in a message, without a sign-in. */
  via?: 'link';
};

/** A recovery contact, over a link that only the contact was sent. */
export type ContactActor = { kind: 'contact'; contactId: string };

export type SystemActor = { kind: 'system' };
export type NobodyActor = { kind: 'nobody' };
export type Actor =
  | StaffActor
  | HolderActor
  | AccountHolderActor
  | ContactActor
  | SystemActor
  | NobodyActor;

/** How an actor stands in an event. */
export type ActorRef =
  | { kind: 'staff'; id: string; personId: string }
  | { kind: 'holder'; via: HolderActor['via'] | 'own-pages'; screenId?: string }
  | { kind: 'contact'; id: string }
  | { kind: 'system' }
  | { kind: 'nobody' };

export const refOf = (actor: Actor): ActorRef => {
  if (actor.kind === 'staff') return { kind: 'staff', id: actor.staffId, personId: actor.personId };
  if (actor.kind === 'holder')
    return {
      kind: 'holder',
      via: actor.via,
      ...(actor.screenId ? { screenId: actor.screenId } : {}),
    };
  if (actor.kind === 'account-holder') return { kind: 'holder', via: actor.via ?? 'own-pages' };
  if (actor.kind === 'contact') return { kind: 'contact', id: actor.contactId };
  return { kind: actor.kind };
};

/** The roles that a staff member holds in this organisation. */
export const rolesIn = (actor: StaffActor, organisationId: string): Role[] =>
  actor.memberships.filter((m) => m.organisationId === organisationId).map((m) => m.role);
