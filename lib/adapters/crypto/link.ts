import type { LinkOf } from '../../ports/secrets';
import { matchesOne } from './compare';
import type { Derivation } from './derivation';
import { charactersFromBytes, inGroups, readCharacters } from './typed-text';

/** 80 bits (R18). */
const LINK_CODE_LENGTH = 16;
/** 130 bits; R15 asks for 128. */
const CASE_SECRET_LENGTH = 26;

/** 60 bits (design.md §4). */
const PASS_LENGTH = 12;

const linkParts = ({ purpose, id, number }: LinkOf) => [purpose, id, number];
const linkCharacters = (mac: Buffer): string => charactersFromBytes(mac, LINK_CODE_LENGTH);
const passCharacters = (mac: Buffer): string => charactersFromBytes(mac, PASS_LENGTH);
const secretCharacters = (mac: Buffer): string => charactersFromBytes(mac, CASE_SECRET_LENGTH);

/** The token in the fragment of a link, and the code beside it for who has no JavaScript (R18): neither gives the other. */
export const createLinks = (derivation: Derivation) => ({
  linkToken: (of: LinkOf): string =>
    derivation.current('link-token', linkParts(of)).toString('base64url'),

  linkCode: (of: LinkOf): string =>
    inGroups(linkCharacters(derivation.current('link-code', linkParts(of)))),

  linkMatches: (of: LinkOf, presented: string): boolean => {
    const tokens = derivation
      .each('link-token', linkParts(of))
      .map((mac) => mac.toString('base64url'));
    const codes = derivation.each('link-code', linkParts(of)).map(linkCharacters);
    const asToken = matchesOne(tokens, presented.trim());
    const asCode = matchesOne(codes, readCharacters(presented));
    return asToken || asCode;
  },
});

/** Lets in once and for a short time: as long as is still typed without a mistake. */
export const createPasses = (derivation: Derivation) => ({
  temporaryPass: (factorId: string): string =>
    inGroups(passCharacters(derivation.current('temporary-pass', [factorId]))),

  temporaryPassMatches: (factorId: string, presented: string): boolean =>
    matchesOne(
      derivation.each('temporary-pass', [factorId]).map(passCharacters),
      readCharacters(presented),
    ),
});

/** What opens everything that gives access (R15). A new generation makes the one before it worthless. */
export const createCaseSecrets = (derivation: Derivation) => ({
  caseSecret: (caseId: string, generation: number): string =>
    inGroups(secretCharacters(derivation.current('case-secret', [caseId, generation]))),

  caseSecretMatches: (caseId: string, generation: number, presented: string): boolean =>
    matchesOne(
      derivation.each('case-secret', [caseId, generation]).map(secretCharacters),
      readCharacters(presented),
    ),
});
