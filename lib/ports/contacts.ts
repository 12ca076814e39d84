import type { Scope } from './world';

/** `contact`: the contact's own page. `contact-stop`: the account holder's no. `contact-question`: in a case. */
export type ContactLinkPurpose = 'contact' | 'contact-stop' | 'contact-question';

export type ContactLink = {
  contactId: string;
  accountId: string;
  organisationId: string;
  purpose: ContactLinkPurpose;
  /** Of a question: the proof in a case that it is about. */
  asked?: { caseId: string; proofId: string };
};

export type FoundContact = Omit<ContactLink, 'asked'> & {
  caseId: string | null;
  proofId: string | null;
};

/** How recovery contacts find their pages. What changes about them goes through `HolderStore.commit`. */
export interface ContactStore {
  /** Before a scope is known: whose link this is. */
  findLink(hashes: readonly string[]): Promise<FoundContact | undefined>;
  /** Hashed, so that a link that comes back can be traced. */
  addLinks(scope: Scope, hashes: readonly string[], link: ContactLink): Promise<void>;
  /** Sign-in addresses and numbers of these staff members, lower-cased (R40). */
  addressesOf(scope: Scope, staffIds: readonly string[]): Promise<string[]>;
  /** The account of a contact, for an alarm that knows only the contact. */
  contactOf(scope: Scope, contactId: string): Promise<string | undefined>;
}
