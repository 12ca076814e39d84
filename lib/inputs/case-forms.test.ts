import { describe, expect, it } from 'vitest';
import { measuresForm } from './case-forms';

const A = '0193a0c4-0000-7000-8000-000000000001';
const B = '0193a0c4-0000-7000-8000-000000000002';

describe('what has to change', () => {
  it.each([
    ['add', 'security-key', [], [{ kind: 'add-factor', enrol: 'security-key' }]],
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
  ])('%s with %s and %j', (main, enrol, also, measures) => {
    expect(measuresForm.parse({ main, enrol, also })).toEqual(measures);
  });

  it.each([
    ['nothing chosen', { main: '', also: [] }],
    ['nothing to set up', { main: 'add', also: [] }],
    ['a factor that is no id', { main: 'replace:x', enrol: 'security-key', also: [] }],
    ['a kind that the holder cannot set up', { main: 'add', enrol: 'sms', also: [] }],
    ['another measure', { main: `set-password:${A}`, enrol: 'security-key', also: [] }],
  ])('refuses %s', (_, typed) => {
    expect(measuresForm.safeParse(typed).success).toBe(false);
  });
});
