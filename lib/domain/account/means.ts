import type { ContactPoint } from './account';
import type { Factor } from './factor';

/**
 * What a proof rests on (R1). Text of the form `kind:what`, equal for equal means.
 * `phone:?` is a phone that nobody knows to be another one: it may be any phone, so it merges with every other.
 */
export type Means = string;

const UNKNOWN_PHONE: Means = 'phone:?';
const phone = (deviceId: string | undefined): Means =>
  deviceId ? `phone:${deviceId}` : UNKNOWN_PHONE;

/**
 * A mailbox is named by the first contact point of the account that has its address, not by the address: means stand
 * in events, and events hold no addresses (design.md §6). `points` are all there ever were: with only those on file,
 * a mailbox would change its name, and be another means, when the first of two equal ones is taken off.
 */
export const meansOfContactPoint = (
  point: ContactPoint,
  points: readonly ContactPoint[],
): Means => {
  if (point.kind === 'phone') return phone(point.deviceId);
  const first = points.find(({ kind, address }) => kind === 'email' && address === point.address);
  return `mailbox:${(first ?? point).id}`;
};

/**
 * SMS, voice, app, push and synced passkey share the phone that they are on. A key is its own means only when it is
 * known to be bound to its device: one of which nobody knows may be copied to the phone as well.
 */
export const meansOfFactor = (factor: Factor, points: readonly ContactPoint[]): Means => {
  if (factor.kind === 'security-key' && factor.synced === false) return `key:${factor.id}`;
  if (factor.kind === 'email-code') {
    const mailbox = points.find((point) => point.id === factor.contactPointId);
    return mailbox ? meansOfContactPoint(mailbox, points) : `factor:${factor.id}`;
  }
  if (factor.kind === 'backup-codes' || factor.kind === 'temporary-pass')
    return `factor:${factor.id}`;
  return phone(factor.deviceId);
};

/** How many different means these are; the unknown phone counts only where no known phone stands beside it (R1). */
export const countMeans = (means: readonly Means[]): number => {
  const different = new Set(means);
  const knownPhone = [...different].some((m) => m.startsWith('phone:') && m !== UNKNOWN_PHONE);
  return different.size - (knownPhone && different.has(UNKNOWN_PHONE) ? 1 : 0);
};

/** Whether these could be one and the same: equal, or a phone that nobody knows to be another one (R1). */
export const mayBeSame = (a: Means, b: Means): boolean => countMeans([a, b]) === 1;
