import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LinkOf } from '../../ports/secrets';
import { createDerivation, type Keys } from './derivation';
import { createCaseSecrets, createLinks } from './link';
import { afterDropping, afterRotation, beforeRotation } from './testing/keys';

const links = (keys: Keys) => createLinks(createDerivation(keys));
const secrets = (keys: Keys) => createCaseSecrets(createDerivation(keys));
const of: LinkOf = { purpose: 'veto', id: 'notice-1', number: 1 };
const others: LinkOf[] = [
  { ...of, purpose: 'view' },
  { ...of, purpose: 'act' },
  { ...of, id: 'notice-2' },
  { ...of, number: 2 },
];

/** As people type: any case, anything between the characters. */
const typedAs = (shown: string) =>
  fc
    .array(fc.tuple(fc.boolean(), fc.constantFrom('', '', ' ', '-', '–', '\t')), {
      minLength: shown.length,
      maxLength: shown.length,
    })
    .map((how) =>
      how
        .map(([lower, after], at) => {
          const character = shown.charAt(at);
          return (lower ? character.toLowerCase() : character) + after;
        })
        .join(''),
    );

describe('links', () => {
  it('R18 a link has a token of 256 bits and a separate code of 80 bits, and takes either', () => {
    const { linkToken, linkCode, linkMatches } = links(beforeRotation);
    expect(Buffer.from(linkToken(of), 'base64url')).toHaveLength(32);
    expect(linkCode(of)).toMatch(/^([02-9A-HJKMNP-Z]{4}-){3}[02-9A-HJKMNP-Z]{4}$/);
    expect(linkMatches(of, linkToken(of))).toBe(true);
    expect(linkMatches(of, linkCode(of))).toBe(true);
    expect(linkMatches(of, ` ${linkToken(of)}\n`)).toBe(true);
  });

  it('R18 a token or code of another purpose, notice or number opens nothing', () => {
    const { linkToken, linkCode, linkMatches } = links(beforeRotation);
    for (const other of others) {
      expect(linkMatches(of, linkToken(other))).toBe(false);
      expect(linkMatches(of, linkCode(other))).toBe(false);
    }
    fc.assert(
      fc.property(
        fc.constantFrom('veto', 'view', 'act'),
        fc.string(),
        fc.nat(),
        (purpose, id, number) => {
          const other: LinkOf = { purpose, id, number };
          const same = purpose === of.purpose && id === of.id && number === of.number;
          expect(linkMatches(of, linkToken(other))).toBe(same);
          expect(linkMatches(of, linkCode(other))).toBe(same);
        },
      ),
    );
  });

  it('R18 the token is taken exactly as it is: another case is another token', () => {
    const { linkToken, linkMatches } = links(beforeRotation);
    const token = linkToken(of);
    expect(linkMatches(of, token.toLowerCase())).toBe(false);
    expect(linkMatches(of, token.slice(0, -1))).toBe(false);
    expect(linkMatches(of, '')).toBe(false);
  });

  it('takes the code as people type it', () => {
    const { linkCode, linkMatches } = links(beforeRotation);
    fc.assert(
      fc.property(typedAs(linkCode(of)), (typed) => {
        expect(linkMatches(of, typed)).toBe(true);
      }),
    );
    expect(linkMatches(of, linkCode(of).replaceAll('0', 'o'))).toBe(true);
  });

  it('R26 a veto link that was sent before a key rotation works after it', () => {
    const { linkToken, linkCode } = links(beforeRotation);
    expect(links(afterRotation).linkMatches(of, linkToken(of))).toBe(true);
    expect(links(afterRotation).linkMatches(of, linkCode(of))).toBe(true);
    expect(links(afterDropping).linkMatches(of, linkToken(of))).toBe(false);
  });
});

describe('case secret', () => {
  it('R15 a case secret has 128 bits or more and is shown in groups', () => {
    const shown = secrets(beforeRotation).caseSecret('case-1', 1);
    expect(shown).toMatch(/^([02-9A-HJKMNP-Z]{4}-){6}[02-9A-HJKMNP-Z]{2}$/);
    expect(shown.replaceAll('-', '').length * 5).toBeGreaterThanOrEqual(128);
  });

  it('R15 a case secret opens its own case and generation only', () => {
    const { caseSecret, caseSecretMatches } = secrets(beforeRotation);
    fc.assert(
      fc.property(
        fc.string(),
        fc.nat(),
        fc.string(),
        fc.nat(),
        (id, generation, otherId, other) => {
          const same = id === otherId && generation === other;
          expect(caseSecretMatches(id, generation, caseSecret(otherId, other))).toBe(same);
        },
      ),
    );
    expect(caseSecretMatches('case-1', 2, caseSecret('case-1', 1))).toBe(false);
    expect(caseSecretMatches('case-1', 1, '')).toBe(false);
  });

  it('R15 takes a case secret that was written down and typed, also after a key rotation', () => {
    const shown = secrets(beforeRotation).caseSecret('case-1', 1);
    fc.assert(
      fc.property(typedAs(shown), (typed) => {
        expect(secrets(afterRotation).caseSecretMatches('case-1', 1, typed)).toBe(true);
      }),
    );
    expect(secrets(afterDropping).caseSecretMatches('case-1', 1, shown)).toBe(false);
  });

  it('R15 a link code of the same id is no case secret, and the other way round', () => {
    const { linkCode, linkToken, linkMatches } = links(beforeRotation);
    const { caseSecret, caseSecretMatches } = secrets(beforeRotation);
    expect(caseSecretMatches(of.id, of.number, linkCode(of))).toBe(false);
    expect(caseSecretMatches(of.id, of.number, linkToken(of))).toBe(false);
    expect(linkMatches(of, caseSecret(of.id, of.number))).toBe(false);
  });
});
