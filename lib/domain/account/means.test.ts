import { describe, expect, it } from 'vitest';
import { aFactor, aKey, aMailbox, aNumber } from '../testing/accounts';
import type { Row } from '../testing/row';
import type { ContactPoint } from './account';
import { countMeans, meansOfContactPoint, meansOfFactor } from './means';

const points = [aMailbox('home'), aNumber('mobile')];
const twice = [aMailbox('a', { address: 'x@y.nl' }), aMailbox('b', { address: 'x@y.nl' })];
const ofPoint = (point: ContactPoint, points: readonly ContactPoint[] = [point]) =>
  meansOfContactPoint(point, points);
const ofFactor = (factor: ReturnType<typeof aFactor>) => meansOfFactor(factor, points);
const count = (...means: string[]) => countMeans(means);

describe('means', () => {
  it.each<Row>([
    [
      'R1 two mailboxes are two means',
      () => count(ofPoint(aMailbox('a')), ofPoint(aMailbox('b'))),
      2,
    ],
    [
      'R1 one address that stands on file twice is one means',
      () => count(...twice.map((point) => ofPoint(point, twice))),
      1,
    ],
    [
      'R1 a mailbox and a number are two means',
      () => count(...points.map((point) => ofPoint(point))),
      2,
    ],
    [
      'R1 two numbers are one means as long as nobody knows them to be on different phones',
      () => count(ofPoint(aNumber('a')), ofPoint(aNumber('b', { address: '+31687654321' }))),
      1,
    ],
    [
      'R1 two numbers on different phones are two means',
      () =>
        count(ofPoint(aNumber('a', { deviceId: 'd1' })), ofPoint(aNumber('b', { deviceId: 'd2' }))),
      2,
    ],
    [
      'R1 a number and an authenticator app are one means, for they may be on one phone',
      () => count(ofPoint(aNumber('a')), ofFactor(aFactor('app'))),
      1,
    ],
    [
      'R1 a number on a known phone and an app on an unknown one are one means',
      () => count(ofPoint(aNumber('a', { deviceId: 'd1' })), ofFactor(aFactor('app'))),
      1,
    ],
    [
      'R1 an unknown phone beside two known ones adds nothing',
      () =>
        count(
          ofPoint(aNumber('a', { deviceId: 'd1' })),
          ofFactor(aFactor('app', { deviceId: 'd2' })),
          ofFactor(aFactor('push', { kind: 'push' })),
        ),
      2,
    ],
    [
      'R1 SMS, voice, app, push and synced passkey of one phone are one means',
      () =>
        count(
          ...(['sms', 'voice', 'authenticator-app', 'push'] as const).map((kind) =>
            ofFactor(aFactor(kind, { kind, deviceId: 'd1' })),
          ),
          ofFactor(aKey('passkey', { synced: true, deviceId: 'd1' })),
        ),
      1,
    ],
    [
      'R1 two keys that are bound to their device are two means, also beside a phone',
      () => count(ofFactor(aKey('k1')), ofFactor(aKey('k2')), ofPoint(aNumber('a'))),
      3,
    ],
    [
      'R1 a key of which nobody knows whether it is copied is no more than the phone',
      () => count(ofFactor({ ...aFactor('k'), kind: 'security-key' }), ofPoint(aNumber('a'))),
      1,
    ],
    [
      'R1 an e-mail code rests on the mailbox that it goes to',
      () =>
        count(
          ofFactor(aFactor('e', { kind: 'email-code', contactPointId: 'home' })),
          ofPoint(aMailbox('home')),
        ),
      1,
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});
