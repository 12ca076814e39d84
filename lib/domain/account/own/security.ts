import { isUsable } from '../factor';
import {
  type OwnCommandOf,
  type OwnDecision,
  type OwnFacts,
  type OwnRefusal,
  type OwnRow,
  ownDecided,
  refuseOwn,
} from './command';
import { signInFactors } from './signing-in';
import { tellEverywhere } from './telling';

type Outcome = OwnDecision | OwnRefusal;

/** A question on a device that is no longer trusted would never be answered. */
const pushesOn = ({ account }: OwnFacts, deviceIds: readonly string[]): OwnRow[] =>
  account.factors
    .filter(({ kind, deviceId }) => kind === 'push' && deviceId && deviceIds.includes(deviceId))
    .filter(isUsable)
    .map(({ id }) => ({ kind: 'factor-removed', factorId: id }));

/** One session, also one that somebody else began. */
export const endOwnSession = (
  { sessionId }: OwnCommandOf<'end-own-session'>,
  { own }: OwnFacts,
): Outcome =>
  own.sessions.some(({ id }) => id === sessionId)
    ? ownDecided([{ type: 'holder-session-ended', reason: 'revoked' }], {
        rows: [{ kind: 'sessions-ended', ids: [sessionId] }],
      })
    : refuseOwn('not-found');

/** All sessions and all trusted devices, this browser's too: whoever presses it wants nobody left. */
export const signOutEverywhere = (facts: OwnFacts): Outcome => {
  const { own } = facts;
  const sessions = own.sessions.map(({ id }) => id);
  const devices = own.devices.map(({ id }) => id);
  return ownDecided(
    [
      {
        type: 'holder-signed-out-everywhere',
        sessions: sessions.length,
        devices: devices.length,
      },
    ],
    {
      rows: [
        { kind: 'sessions-ended', ids: sessions },
        { kind: 'tickets-ended' },
        { kind: 'devices-revoked', ids: devices },
        ...pushesOn(facts, devices),
      ],
      effects: tellEverywhere(facts, { about: 'sessions-ended' }),
    },
  );
};

/** Sessions that this device let in end with it: it might be the one that was stolen. */
export const revokeOwnDevice = (
  { deviceId }: OwnCommandOf<'revoke-own-device'>,
  facts: OwnFacts,
): Outcome => {
  const { own, session } = facts;
  if (!own.devices.some(({ id }) => id === deviceId)) return refuseOwn('not-found');
  const ended = own.sessions
    .filter((one) => one.trustedDeviceId === deviceId && one.id !== session?.id)
    .map(({ id }) => id);
  return ownDecided([{ type: 'device-revoked', deviceId, reason: 'holder' }], {
    rows: [
      { kind: 'devices-revoked', ids: [deviceId] },
      { kind: 'sessions-ended', ids: ended },
      ...pushesOn(facts, [deviceId]),
    ],
  });
};

/** Which second factor is asked first. It opens and closes nothing. */
export const preferFactor = (
  { factorId }: OwnCommandOf<'prefer-factor'>,
  facts: OwnFacts,
): Outcome => {
  const factor = signInFactors(facts).find(({ id }) => id === factorId);
  if (!factor || factor.kind === 'backup-codes' || factor.kind === 'temporary-pass')
    return refuseOwn('not-found');
  return ownDecided([{ type: 'factor-preferred', factorId }], {
    rows: [{ kind: 'factor-preferred', factorId }],
  });
};

/** Once a year: that the contact data are right, that the authenticator app is backed up and the only one. */
export const confirmReadiness = ({ what }: OwnCommandOf<'confirm-readiness'>): Outcome =>
  ownDecided([{ type: 'readiness-confirmed', what }], {
    rows: [{ kind: 'readiness-confirmed', what }],
  });
