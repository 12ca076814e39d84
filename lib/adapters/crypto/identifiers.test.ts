import { describe, expect, it } from 'vitest';
import { HANDLE_ALPHABET } from '../../domain/case/handle';
import { hash, newHandle, newId, newToken } from './identifiers';

describe('identifiers', () => {
  it('gives ids of UUID version 7 that are never alike and go up with time', async () => {
    const ids = Array.from({ length: 2000 }, newId);
    const version7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    expect(ids.filter((id) => !version7.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(newId() > (ids.at(-1) ?? '')).toBe(true);
    const time = Number.parseInt(newId().replaceAll('-', '').slice(0, 12), 16);
    expect(Math.abs(time - Date.now())).toBeLessThan(60_000);
  });

  it('gives tokens of 256 bits', () => {
    expect(Buffer.from(newToken(), 'base64url')).toHaveLength(32);
    expect(newToken()).not.toBe(newToken());
  });

  it('R15 gives handles of 10 characters without look-alikes', () => {
    expect(newHandle()).toMatch(new RegExp(`^[${HANDLE_ALPHABET}]{10}$`));
    expect(newHandle()).not.toBe(newHandle());
  });

  it('hashes with SHA-256', () => {
    // FIPS 180-2, the vector for "abc".
    expect(hash('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
