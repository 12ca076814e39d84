/** One cell of one row, with the heading that it stands under. */
export type Cell = { field: string; text: string };

/** The cells of one row by our own names for the columns; a column that the file lacks gives null. */
export type CellOf<Column extends string> = (column: Column) => Cell | null;

/** What an export says of one account, in its own words; reading and refusing it is the same for all exports. */
export type RawAccount = {
  signIn: Cell | null;
  displayName: Cell | null;
  givenName: Cell | null;
  /** `van den` in a column of its own, as Dutch lists have it. */
  familyPrefix: Cell | null;
  familyName: Cell | null;
  externalId: Cell | null;
  language: Cell | null;
  /** The cell that says so. */
  guest: Cell | null;
  status: 'active' | 'disabled' | Cell;
  /** Single addresses, and cells that may hold several. */
  emails: (Cell | null)[];
  emailLists: (Cell | null)[];
  /** Numbers that may receive SMS; the others are kept for calls. */
  mobiles: (Cell | null)[];
  landlines: (Cell | null)[];
  factors: Cell | null;
  hasSecondFactor: boolean;
  signInIsEmail: boolean;
};

/** Headings are compared lower-cased, without `[READ ONLY]` and the like, and without dashes and spaces. */
export const heading = (text: string): string =>
  text
    .slice(0, 200)
    .replace(/\[[^\]]*\]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

export type ExportFormat<Column extends string = string> = {
  name: 'google-workspace' | 'entra' | 'plain';
  /** Our name for each column that is read → the headings it is known by. */
  columns: Record<Column, readonly string[]>;
  /** Headings that only this export has together. */
  recognisedBy: readonly NoInfer<Column>[];
  /** Of each group at least one column must stand in the file: without them accounts would be read wrongly. */
  required: readonly (readonly NoInfer<Column>[])[];
  /** Whether columns that are not read are worth a warning: they are in a list made by hand. */
  madeByHand: boolean;
  read: (cell: CellOf<Column>) => RawAccount;
};

/** Keeps the column names of a format checked among themselves, and lets formats stand in one list. */
export const exportFormat = <Column extends string>(
  format: ExportFormat<Column>,
): ExportFormat => ({
  ...format,
  read: (cell) => format.read(cell),
});

export const textOf = (cell: Cell | null): string => cell?.text.trim() ?? '';
