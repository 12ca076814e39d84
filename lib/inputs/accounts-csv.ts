import type { ReadOptions } from './accounts-csv/contact-points';
import type { ExportFormat } from './accounts-csv/export-format';
import type {
  ImportedAccount,
  ImportProblem,
  ImportWarning,
  RowNote,
} from './accounts-csv/imported-account';
import {
  cellsOf,
  type LayoutProblem,
  layoutOf,
  shifted,
  unusedColumns,
} from './accounts-csv/layout';
import { noteOf, readAccount } from './accounts-csv/read-account';
import { type CsvFile, type CsvProblem, readCsvFile } from './csv-file';
import { masked } from './text-cell';

export type AccountsFileProblem = CsvProblem | LayoutProblem | 'no-rows';

export type AccountsFile = {
  format: ExportFormat['name'];
  encoding: CsvFile['encoding'];
  delimiter: CsvFile['delimiter'];
  accounts: ImportedAccount[];
  /** At most one per row: the first reason. */
  refused: RowNote<ImportProblem>[];
  warnings: RowNote<ImportWarning>[];
};

/** `columns` are the headings that are missing or stand twice. */
export type AccountsFileRefused = {
  problem: AccountsFileProblem;
  row?: number;
  columns?: string[];
};

/** `ownMailDomain` and `mailApart` come from the organisation (R7), `country` is its own, for numbers without one. */
export type AccountsCsvOptions = ReadOptions;

/** R1: from three accounts on, an address is no means for any of them. */
const MANY_ACCOUNTS = 3;

const sharedAddresses = (accounts: readonly ImportedAccount[]): RowNote<ImportWarning>[] => {
  const counts = new Map<string, number>();
  for (const { contactPoints } of accounts) {
    for (const { address } of contactPoints) counts.set(address, (counts.get(address) ?? 0) + 1);
  }
  return accounts.flatMap(({ row, contactPoints }) =>
    contactPoints
      .filter(({ address }) => (counts.get(address) ?? 0) >= MANY_ACCOUNTS)
      .map(({ address }) => ({ row, code: 'address-on-many-accounts', value: masked(address) })),
  );
};

/** Remembers where each text stood first; answers the row of the first when it comes again. */
const firstSeen = () => {
  const rows = new Map<string, number>();
  return (text: string, row: number): number | undefined => {
    const first = rows.get(text);
    if (first === undefined) rows.set(text, row);
    return first;
  };
};

/**
 * The accounts in a file from Google Workspace, Microsoft Entra or a spreadsheet. Never throws; a row comes in
 * whole or is refused with its reason; of two rows with one sign-in the second is refused, also when the first
 * was, because nobody can tell which of the two is right. Passwords in the file are never read.
 */
export const readAccountsCsv = (
  bytes: Uint8Array,
  options: AccountsCsvOptions,
): AccountsFile | AccountsFileRefused => {
  const file = readCsvFile(bytes);
  if ('problem' in file) return file;
  const [header, ...rows] = file.rows;
  if (!header) return { problem: 'file-empty' };
  const layout = layoutOf(header);
  if ('problem' in layout) return layout;
  if (rows.length === 0) return { problem: 'no-rows' };

  const { format } = layout;
  const accounts: ImportedAccount[] = [];
  const refused: RowNote<ImportProblem>[] = [];
  const warnings = unusedColumns(layout);
  const signInBefore = firstSeen();
  const idBefore = firstSeen();

  for (const line of rows) {
    const wrong = shifted(line, header.cells.length);
    if (wrong) {
      refused.push(wrong);
      continue;
    }
    const raw = format.read(cellsOf(layout, line));
    const read = readAccount(line.row, raw, options);
    const signIn = (raw.signIn?.text ?? '').normalize('NFC').trim().toLowerCase();
    const sameSignIn = signIn === '' ? undefined : signInBefore(signIn, line.row);
    if ('refused' in read) {
      refused.push(read.refused);
      continue;
    }
    if (sameSignIn !== undefined) {
      const note = noteOf<ImportProblem>(line.row, 'duplicate-sign-in', raw.signIn);
      refused.push({ ...note, otherRow: sameSignIn });
      continue;
    }
    const { externalId } = read.account;
    const sameId = externalId === null ? undefined : idBefore(externalId, line.row);
    if (sameId !== undefined) {
      const note = noteOf<ImportProblem>(line.row, 'duplicate-external-id', raw.externalId);
      refused.push({ ...note, otherRow: sameId });
      continue;
    }
    accounts.push(read.account);
    warnings.push(...read.warnings);
  }
  return {
    format: format.name,
    encoding: file.encoding,
    delimiter: file.delimiter,
    accounts,
    refused,
    warnings: [...warnings, ...sharedAddresses(accounts)].sort((a, b) => a.row - b.row),
  };
};
