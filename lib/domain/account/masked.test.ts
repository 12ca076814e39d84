import { describe, expect, it } from 'vitest';
import { maskedContactPoint, maskedSignIn } from './masked';

describe('R38 contact points and sign-ins are masked', () => {
  it.each([
    ['email', 'anouk@example.net', 'a•••@example.net'],
    ['email', 'a@example.net', 'a•••@example.net'],
    ['email', '"a@b"@example.net', '"•••@example.net'],
    ['email', 'not an address', '•••'],
    ['phone', '+31612345601', '••••• ••01'],
  ] as const)('%s %s is shown as %s', (kind, address, shown) => {
    expect(maskedContactPoint({ kind, address })).toBe(shown);
  });

  it.each([
    ['anouk.devries', 'a•••'],
    ['anouk@zorgpunt.example', 'a•••@zorgpunt.example'],
  ])('the sign-in %s is shown as %s', (signIn, shown) => {
    expect(maskedSignIn(signIn)).toBe(shown);
  });
});
