import type { CodeAbout } from '../domain/challenge/code-about';

/** What the link, or the typed code, of a message with a code leads back to (R43). */
export type CodeLink = {
  organisationId: string;
  accountId: string;
  /** None where the address is not on file yet. */
  contactPointId?: string;
  about: CodeAbout;
};

/** "I did not ask for this", hashed, for as long as it can be said. */
export interface CodeLinkStore {
  add(hashes: readonly string[], link: CodeLink): Promise<void>;
  /** Before a scope is known. Unknown and too old look alike. */
  find(hashes: readonly string[]): Promise<CodeLink | undefined>;
}
