import { describe, expect, it } from 'vitest';
import { measuresForm } from './case-forms';

const A = '0193a0c4-0000-7000-8000-000000000001';
const B = '0193a0c4-0000-7000-8000-000000000002';

const typed = { main: '', also: [] as string[], password: false };

describe('what has to change', () => {
  it.each([
    ['add', 'security-key', [], [{ kind: 'add-factor', enrol: 'security-key' }]],
    ['add', 'sms', [], [{ kind: 'add-factor', enrol: 'sms' }]],
    [
      `replace:${A}`,
      'authenticator-app',
      [B, A, B],
      [
        { kind: 'replace-factor', factorId: A, enrol: 'authenticator-app' },
        { kind: 'remove-factor', factorId: B },
      ],
    ],
    [`remove:${A}`, undefined, [], [{ kind: 'remove-factor', factorId: A }]],
    // Nothing new is set up where a factor only goes, whatever the form says.
    [`remove:${A}`, 'security-key', [], [{ kind: 'remove-factor', factorId: A }]],
    [
      `phone:${A}`,
      'authenticator-app',
      [B],
      [
        { kind: 'change-contact-point', contactPointId: A, point: 'phone' },
        { kind: 'remove-factor', factorId: B },
      ],
    ],
    [
      `email:${A}`,
      undefined,
      [],
      [{ kind: 'change-contact-point', contactPointId: A, point: 'email' }],
    ],
    ['password', 'push', [], [{ kind: 'new-password' }]],
  ])('%s with %s and %j', (main, enrol, also, measures) => {
    expect(measuresForm.parse({ ...typed, main, enrol, also })).toEqual(measures);
  });

  it.each([
    ['add', [{ kind: 'add-factor', enrol: 'push' }, { kind: 'new-password' }]],
    [
      `phone:${A}`,
      [
        { kind: 'change-contact-point', contactPointId: A, point: 'phone' },
        { kind: 'new-password' },
      ],
    ],
    // One is enough.
    ['password', [{ kind: 'new-password' }]],
  ])('a password beside %s', (main, measures) => {
    expect(measuresForm.parse({ ...typed, main, enrol: 'push', password: true })).toEqual(measures);
  });

  it.each([
    ['nothing chosen', {}],
    ['nothing to set up', { main: 'add' }],
    ['a factor that is no id', { main: 'replace:x', enrol: 'security-key' }],
    ['a kind that nobody knows', { main: 'add', enrol: 'carrier-pigeon' }],
    ['a contact point that is typed', { main: 'phone:+31612345678' }],
    ['another measure', { main: `set-password:${A}`, enrol: 'security-key' }],
  ])('refuses %s', (_, more) => {
    expect(measuresForm.safeParse({ ...typed, ...more }).success).toBe(false);
  });
});
