import type { Instant } from '../domain/time';

/** Everything that knows a key, a random number or a slow hash. Verdicts only; the domain judges them. */
export interface Secrets {
  /** Time-ordered random id (UUID version 7). */
  newId(): string;
  /** 256 random bits, base64url. */
  newToken(): string;
  /** SHA-256, hexadecimal: for tokens of 128 random bits or more, and for texts whose hash stands in an event. */
  hash(text: string): string;
  newHandle(): string;

  /** Digits derived from the key, the challenge and its number; never stored (R13). */
  code(of: CodeOf): string;
  codeMatches(of: CodeOf, entered: string): boolean;

  /** 256-bit token for the fragment of a link, and the separate 80-bit code to type, in groups (R18). */
  linkToken(of: LinkOf): string;
  linkCode(of: LinkOf): string;
  linkMatches(of: LinkOf, presented: string): boolean;

  /** Sixty bits in twelve characters (design.md §4), in groups; derived from the key and the factor, never stored. */
  temporaryPass(factorId: string): string;
  temporaryPassMatches(factorId: string, presented: string): boolean;

  /** Derived from the key, the case and the generation; shown once, in groups, kept in a cookie (R15). */
  caseSecret(caseId: string, generation: number): string;
  caseSecretMatches(caseId: string, generation: number, presented: string): boolean;
  /** The six digits that a screen shows and the recorder of an identity check types (R6). */
  screenNumber(caseId: string, screenId: string): string;

  seal(plain: string, place: SealPlace): string;
  unseal(sealed: string, place: SealPlace): string;

  /** argon2id (OWASP: 19 MiB, 2 passes, 1 lane). */
  hashPassword(password: string): Promise<string>;
  /** Takes as long for an account that does not exist (`hash` undefined) and answers false (R14). */
  passwordMatches(hash: string | undefined, password: string): Promise<boolean>;

  /** RFC 6238, 30 s: a new sealed seed and the address that the app reads. */
  newAuthenticator(
    place: SealPlace,
    label: string,
    issuer: string,
  ): { sealed: string; uri: string };
  authenticatorUri(
    sealed: string,
    place: SealPlace,
    label: string,
    issuer: string,
  ): { uri: string; secret: string };
  /** One step either way; `step` is the step that matched, for the caller to refuse a second use. */
  authenticatorVerdict(
    sealed: string,
    place: SealPlace,
    code: string,
    now: Instant,
  ): { matches: boolean; step?: number };

  passkeyRegistration(
    of: PasskeyOf & { userName: string; userId: string; exclude: string[] },
  ): Promise<unknown>;
  /** The credential as JSON text to store, or undefined when anything about it is wrong. */
  passkeyRegistered(
    of: PasskeyOf,
    response: unknown,
  ): Promise<{ credential: string; synced: boolean } | undefined>;
  passkeyChallenge(of: PasskeyOf, credentials: readonly string[]): Promise<unknown>;
  /** Refuses a wrong origin, a wrong challenge and a counter that went back; gives the credential with its new counter. */
  passkeyVerdict(
    of: PasskeyOf,
    credential: string,
    response: unknown,
  ): Promise<{ matches: boolean; counter?: number; credential?: string }>;
}

export type CodeOf = {
  purpose:
    | 'email-challenge'
    | 'sms-challenge'
    | 'voice-challenge'
    | 'sign-in'
    | 'own-confirm'
    | 'enrolment'
    | 'recovery-contact'
    | 'request';
  id: string;
  number: number;
  digits: number;
};

export type LinkOf = {
  purpose:
    | 'veto'
    | 'view'
    | 'act'
    | 'backup-code'
    | 'contact'
    | 'contact-stop'
    | 'contact-question'
    | 'not-asked';
  id: string;
  number: number;
};

/** Row and organisation are bound to the ciphertext as associated data (R45). */
export type SealPlace = { table: string; column: string; row: string; organisation: string };

/** The challenge is derived from this id and number, so it needs no store and is never taken twice for another use. */
export type PasskeyOf = {
  purpose:
    | 'enrol'
    | 'prove'
    | 'staff-enrol'
    | 'staff-sign-in'
    | 'sign-in'
    | 'own-enrol'
    | 'own-anew';
  id: string;
  number: number;
};
