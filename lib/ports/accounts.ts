import type { Account } from '../domain/account/account';
import type { FactorKind } from '../domain/account/factor';
import type { Duration, Instant } from '../domain/time';
import type { Scope } from './world';

/** A new account as an import writes it, with the ids that it will have. Times are the database's (R37). */
export type NewAccount = {
  id: string;
  personId: string;
  signIn: string;
  displayName: string;
  locale: 'nl' | 'en';
  disabled: boolean;
  externalId: string | null;
  /** The words by which it is found. */
  words: string[];
  contactPoints: {
    id: string;
    kind: 'email' | 'phone';
    address: string;
    smsCapable: boolean;
    opensWithAccount: boolean;
  }[];
  factors: { id: string; kind: FactorKind; contactPointId: string | null }[];
};

/** A file between its preview and its import. Only whoever uploaded it sees it, for an hour. */
export type ImportDraft = {
  id: string;
  organisationId: string;
  sealed: string;
  importedAt: Instant | null;
};

/** What reading a file needs to know of the organisation that it is for. */
export type ImportSettings = {
  organisationId: string;
  country: string;
  ownMailDomain: string | null;
  mailApart: boolean;
};

/** Accounts as rows: unmasking them on record, and adding new ones. Each call is one transaction with its events. */
export interface AccountStore {
  /** Keeps the reason as a note and its hash in the event (R38). */
  recordUnmasking(
    scope: Scope,
    unmasking: {
      account: Account;
      /** A contact point's id, or `sign-in`. */
      objectId: string;
      note: { id: string; text: string; hash: string };
    },
  ): Promise<void>;
  /** That the report of an import left the desk (R39). */
  recordReport(
    scope: Scope,
    report: { draft: Pick<ImportDraft, 'id' | 'organisationId'>; lines: number },
  ): Promise<void>;
  /** Undefined for an organisation outside the scope. */
  importSettings(scope: Scope, organisationId: string): Promise<ImportSettings | undefined>;
  /** Of these accounts, the sign-ins of those that are there already, by sign-in or by their id elsewhere. */
  present(
    scope: Scope,
    organisationId: string,
    accounts: readonly { signIn: string; externalId: string | null }[],
  ): Promise<Set<string>>;
  /** Also forgets the organisation's drafts that are past their time. */
  keepDraft(scope: Scope, draft: Omit<ImportDraft, 'importedAt'>, life: Duration): Promise<void>;
  draft(scope: Scope, draftId: string): Promise<ImportDraft | undefined>;
  /**
   * Adds those of the accounts that are not there yet; `sealReport` gives what the draft holds from then on.
   * Undefined when the draft is gone or was imported before.
   */
  importDraft(
    scope: Scope,
    draft: ImportDraft,
    accounts: readonly NewAccount[],
    file: { format: string; refused: number },
    sealReport: (present: ReadonlySet<string>) => string,
  ): Promise<{ accepted: number } | undefined>;
}
