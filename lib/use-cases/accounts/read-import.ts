import { isRefusal, type Refusal } from '../../domain/case/command';
import type { ImportedAccount } from '../../inputs/accounts-csv/imported-account';
import type { Caller, Ports } from '../gate';
import {
  type DraftContent,
  openDraft,
  type RefusedRow,
  rowsPresent,
  type WarnedRow,
} from './draft';
import { judged } from './judged';

export type ImportPreview = {
  draftId: string;
  organisationId: string;
  fileName: string;
  format: DraftContent['format'];
  /** What would be added; empty once it was. */
  accounts: ImportedAccount[];
  /** Not `refused`: that word alone marks a refusal of the whole call. */
  refusedRows: RefusedRow[];
  warnings: WarnedRow[];
  /** Present once it was imported. */
  accepted?: number;
};

const byRow = (a: { row: number }, b: { row: number }) => a.row - b.row;

/** What goes on paper of an import: the rows that were refused and those to take care with. On record first (R39). */
export const exportImportReport = async (
  ports: Ports,
  caller: Caller,
  { draftId }: { draftId: string },
): Promise<Pick<ImportPreview, 'refusedRows' | 'warnings'> | Refusal> => {
  const shown = await readImport(ports, caller, { draftId });
  if (isRefusal(shown)) return shown;
  const { refusedRows, warnings, organisationId } = shown;
  await ports.accounts.recordReport(caller, {
    draft: { id: draftId, organisationId },
    lines: refusedRows.length + warnings.length,
  });
  return { refusedRows, warnings };
};

/** What a file would add, or did add, and every row that was refused and why. Only for whoever uploaded it. */
export const readImport = async (
  ports: Ports,
  caller: Caller,
  { draftId }: { draftId: string },
): Promise<ImportPreview | Refusal> => {
  const opened = await openDraft(ports, caller, draftId);
  const wish = {
    permission: 'account.import',
    action: 'read-import',
    objectId: draftId,
    fresh: false,
  } as const;
  const allowed = await judged(ports, caller, wish, opened);
  if (isRefusal(allowed)) return allowed;
  const { draft, content } = allowed.found;
  const { fileName, format, refused, warnings, accounts, imported } = content;
  const shown = { draftId, organisationId: draft.organisationId, fileName, format, warnings };
  if (imported)
    return {
      ...shown,
      accounts: [],
      accepted: imported.accepted,
      refusedRows: [...refused, ...imported.refused].sort(byRow),
    };
  const present = await ports.accounts.present(caller, draft.organisationId, accounts);
  return {
    ...shown,
    accounts: accounts.filter(({ signIn }) => !present.has(signIn)),
    refusedRows: [...refused, ...rowsPresent(accounts, present)].sort(byRow),
  };
};
