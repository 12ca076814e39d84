import type { CsvRow } from '../csv-file';
import { masked } from '../text-cell';
import { entra } from './entra';
import { type Cell, type ExportFormat, heading } from './export-format';
import { googleWorkspace } from './google-workspace';
import type { ImportProblem, ImportWarning, RowNote } from './imported-account';
import { plain } from './plain';

export type LayoutProblem =
  | 'header-missing'
  | 'unknown-columns'
  | 'missing-columns'
  | 'duplicate-column';

/** Entra and Google before lists made by hand: their headings contain some of those. */
const FORMATS = [entra, googleWorkspace, plain];

type Columns = Map<string, { at: number; field: string }>;

/** A heading as a report may show it: begun by a letter, so that it is no formula, and not endless. */
const shown = (text: string): string =>
  text
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .trim()
    .slice(0, 80);

const columnsOf = (
  format: ExportFormat,
  header: readonly string[],
): Columns | { twice: string } => {
  const columns: Columns = new Map();
  const known = new Map<string, string>();
  for (const [column, headings] of Object.entries(format.columns)) {
    for (const name of headings) known.set(heading(name), column);
  }
  for (const [at, text] of header.entries()) {
    const column = known.get(heading(text));
    if (column === undefined) continue;
    if (columns.has(column)) return { twice: shown(text) };
    columns.set(column, { at, field: shown(text) });
  }
  return columns;
};

const recognised = (header: readonly string[]): ExportFormat | undefined => {
  const headings = new Set(header.map(heading));
  return FORMATS.find((format) =>
    format.recognisedBy.every((column) =>
      format.columns[column]?.some((name) => headings.has(heading(name))),
    ),
  );
};

export type Layout = { format: ExportFormat; columns: Columns; header: CsvRow };

/** Which export this heading belongs to and where its columns stand, or why that cannot be told. */
export const layoutOf = (
  header: CsvRow,
): Layout | { problem: LayoutProblem; columns?: string[] } => {
  const format = recognised(header.cells);
  if (!format) {
    const looksLikeData = header.cells.some((cell) => /@|^\+?[\d\s()-]{8,}$/.test(cell));
    return { problem: looksLikeData ? 'header-missing' : 'unknown-columns' };
  }
  const columns = columnsOf(format, header.cells);
  if ('twice' in columns) return { problem: 'duplicate-column', columns: [columns.twice] };
  const missing = format.required.filter((group) => !group.some((column) => columns.has(column)));
  if (missing.length > 0) {
    const names = missing.map(([column = '']) => format.columns[column]?.[0] ?? column);
    return { problem: 'missing-columns', columns: names };
  }
  return { format, columns, header };
};

/** A mistyped heading ("Mobiel nr") would drop a whole column without a word. */
export const unusedColumns = ({ format, columns, header }: Layout): RowNote<ImportWarning>[] => {
  if (!format.madeByHand) return [];
  const used = new Set([...columns.values()].map(({ at }) => at));
  return header.cells.flatMap((text, at) =>
    used.has(at) || text.trim() === ''
      ? []
      : [{ row: header.row, code: 'column-not-used' as const, value: masked(text) }],
  );
};

/** Cells that are missing or too many mean that a separator or quote went wrong: every value may be in the wrong column. */
export const shifted = (
  { row, cells }: CsvRow,
  width: number,
): RowNote<ImportProblem> | undefined => {
  if (cells.length < width) return { row, code: 'too-few-cells' };
  const surplus = cells.slice(width).some((cell) => cell.trim() !== '');
  return surplus ? { row, code: 'too-many-cells' } : undefined;
};

/** The cells of one row by our names for its columns. */
export const cellsOf =
  ({ columns }: Layout, { cells }: CsvRow) =>
  (column: string): Cell | null => {
    const place = columns.get(column);
    return place ? { field: place.field, text: cells[place.at] ?? '' } : null;
  };
