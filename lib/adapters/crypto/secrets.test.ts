import { describe, expect, it } from 'vitest';
import { createSecrets } from './secrets';
import { beforeRotation } from './testing/keys';

describe('secrets', () => {
  const secrets = createSecrets({
    keys: beforeRotation,
    origin: 'http://localhost:3000',
    rpName: 'Regain',
  });

  it('R48 binds passkeys to the host of the public address, the port beside it', async () => {
    const of = { purpose: 'sign-in', id: '1', number: 1 } as const;
    expect(await secrets.passkeyChallenge(of, [])).toMatchObject({ rpId: 'localhost' });
  });

  it('R45 no two values that are made for the same id and number have anything in common', () => {
    const values = [
      secrets.code({ purpose: 'sign-in', id: 'x', number: 1, digits: 8 }),
      secrets.linkToken({ purpose: 'act', id: 'x', number: 1 }),
      secrets.linkCode({ purpose: 'act', id: 'x', number: 1 }),
      secrets.caseSecret('x', 1),
      secrets.screenNumber('x', '1'),
    ].map((value) => value.replaceAll('-', '').slice(0, 6));
    expect(new Set(values).size).toBe(values.length);
  });

  it('refuses an address that is none', () => {
    expect(() =>
      createSecrets({ keys: beforeRotation, origin: 'localhost', rpName: 'Regain' }),
    ).toThrow();
  });
});
