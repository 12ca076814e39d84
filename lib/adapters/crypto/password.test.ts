import { describe, expect, it } from 'vitest';
import { hashPassword, passwordMatches } from './password';

describe('passwords', () => {
  it('hashes with argon2id, 19 MiB, 2 passes, 1 lane, and salt of its own', async () => {
    const one = await hashPassword('correct horse');
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await hashPassword('correct horse')).not.toBe(one);
  });

  it('takes the password and no other', async () => {
    const stored = await hashPassword('correct horse');
    expect(await passwordMatches(stored, 'correct horse')).toBe(true);
    expect(await passwordMatches(stored, 'correct horse ')).toBe(false);
    expect(await passwordMatches(stored, 'Correct horse')).toBe(false);
    expect(await passwordMatches(stored, '')).toBe(false);
  });

  it('looks at all of a long password', async () => {
    const long = 'x'.repeat(300);
    const stored = await hashPassword(`${long}a`);
    expect(await passwordMatches(stored, `${long}b`)).toBe(false);
    expect(await passwordMatches(stored, `${long}a`)).toBe(true);
  });

  it('takes an accent however the keyboard made it', async () => {
    const [one, other] = ['caf\u00e9', 'cafe\u0301'] as const;
    expect(await passwordMatches(await hashPassword(one), other)).toBe(true);
    expect(await passwordMatches(await hashPassword(other), one)).toBe(true);
  });

  it('R14 a password of nobody is wrong, and costs as much time as a wrong one of somebody', async () => {
    const stored = await hashPassword('correct horse');
    const time = async (hash: string | undefined): Promise<number> => {
      const start = performance.now();
      expect(await passwordMatches(hash, 'wrong')).toBe(false);
      return performance.now() - start;
    };
    const somebody: number[] = [];
    const nobody: number[] = [];
    for (let run = 0; run < 10; run += 1) {
      somebody.push(await time(stored));
      nobody.push(await time(undefined));
    }
    // Without the work it would be a thousandth. The fastest of ten, because the machine may be busy.
    const ratio = Math.min(...nobody) / Math.min(...somebody);
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });
});
