import type { ReactNode } from 'react';
import { classes } from './classes';

export interface Column<Row> {
  key: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** On a narrow screen the header stands before the cell, where the cell alone says too little. */
  labelled?: boolean;
  end?: boolean;
}

/**
 * A plain table that becomes a pile of cards on a narrow screen. The roles are written out because
 * browsers drop a table's meaning with its display. The first column names the row and holds its link.
 */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  marked,
  empty,
}: {
  /** What the table holds; read out, not shown. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  marked?: (row: Row) => boolean;
  /** Shown instead of a table without rows: an EmptyState. */
  empty?: ReactNode;
}) {
  if (rows.length === 0 && empty) return <>{empty}</>;
  return (
    <div className="overflow-hidden rounded-lg border border-line bg-card shadow-card">
      {/* biome-ignore-start lint/a11y/noRedundantRoles: display: block takes the native ones away */}
      <table role="table" className="w-full border-collapse max-desk:block">
        <caption className="sr-only">{caption}</caption>
        <thead role="rowgroup" className="max-desk:sr-only">
          <tr role="row">
            {columns.map((column) => (
              <th
                key={column.key}
                role="columnheader"
                scope="col"
                className={classes(
                  'bg-sunk px-3.5 py-2 text-tiny font-semibold text-ink-3',
                  column.end ? 'text-right' : 'text-left',
                )}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className="max-desk:block">
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              role="row"
              className={classes(
                'border-line hover:bg-brand-soft max-desk:block max-desk:px-3.5 max-desk:py-3 max-desk:not-first:border-t desk:border-t',
                marked?.(row) && 'bg-brand-soft shadow-[inset_3px_0_0_var(--brand)]',
              )}
            >
              {columns.map((column, index) => (
                <td
                  key={column.key}
                  role={index === 0 ? 'rowheader' : 'cell'}
                  className={classes(
                    'align-top max-desk:block max-desk:py-0.5 desk:px-3.5 desk:py-2.5',
                    column.end && 'desk:text-right',
                  )}
                >
                  {column.labelled && (
                    <span aria-hidden="true" className="mr-1.5 text-tiny text-ink-3 desk:hidden">
                      {column.header}
                    </span>
                  )}
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {/* biome-ignore-end lint/a11y/noRedundantRoles: as above */}
    </div>
  );
}

/** The smaller second line of a cell. */
export function CellNote({ children }: { children: ReactNode }) {
  return <span className="block text-tiny text-ink-3">{children}</span>;
}

/** A handle, code or address in running text. */
export function Code({ children }: { children: ReactNode }) {
  return <span className="font-mono text-[0.95em] tracking-[0.02em]">{children}</span>;
}
