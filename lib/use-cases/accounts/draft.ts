import type { AccountsFile } from '../../inputs/accounts-csv';
import type {
  ImportedAccount,
  ImportProblem,
  ImportWarning,
  RowNote,
} from '../../inputs/accounts-csv/imported-account';
import type { ImportDraft } from '../../ports/accounts';
import type { SealPlace } from '../../ports/secrets';
import type { Caller, Ports } from '../gate';

/** Beside what is wrong with a row itself: its account is there already, and an import only adds (R37). */
export type ImportRefusal = ImportProblem | 'exists-already';
export type RefusedRow = RowNote<ImportRefusal>;
export type WarnedRow = RowNote<ImportWarning>;

/** What a draft holds, sealed: addresses of people who are on file nowhere yet. After the import the accounts are gone. */
export type DraftContent = Pick<AccountsFile, 'format' | 'refused' | 'warnings'> & {
  fileName: string;
  accounts: ImportedAccount[];
  /** What an import added, and the rows that it refused because they had come meanwhile. */
  imported?: { accepted: number; refused: RefusedRow[] };
};

export const placeOf = ({
  id,
  organisationId,
}: {
  id: string;
  organisationId: string;
}): SealPlace => ({
  table: 'import_draft',
  column: 'sealed',
  row: id,
  organisation: organisationId,
});

/** The rows whose account is there already. */
export const rowsPresent = (
  accounts: readonly ImportedAccount[],
  present: ReadonlySet<string>,
): RefusedRow[] =>
  accounts
    .filter(({ signIn }) => present.has(signIn))
    .map(({ row }) => ({ row, code: 'exists-already' }));

export const openDraft = async (
  { accounts, secrets }: Pick<Ports, 'accounts' | 'secrets'>,
  caller: Caller,
  draftId: string,
): Promise<{ organisationId: string; draft: ImportDraft; content: DraftContent } | undefined> => {
  const draft = await accounts.draft(caller, draftId);
  return (
    draft && {
      organisationId: draft.organisationId,
      draft,
      content: JSON.parse(secrets.unseal(draft.sealed, placeOf(draft))) as DraftContent,
    }
  );
};
