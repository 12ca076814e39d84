import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { ImportWarning, RowNote } from '../../lib/inputs/accounts-csv/imported-account';
import { CellNote, type Column, DataTable } from '../ui/data-table';
import { type ImportRefusal, reasonText } from './reasons';

type Note = RowNote<ImportRefusal | ImportWarning>;

/** Rows of a file with what is the matter with each: the row, the column, the value (masked) and why. */
export function RowNotes({
  title,
  caption,
  intro,
  notes,
  most,
  children,
}: {
  title: string;
  caption: string;
  intro: string;
  notes: readonly Note[];
  /** How many are shown here; the report has all. */
  most: number;
  children?: ReactNode;
}) {
  const t = useTranslations('importing');
  if (notes.length === 0) return null;
  const columns: Column<Note>[] = [
    {
      key: 'row',
      header: t('refusals.row'),
      labelled: true,
      cell: ({ row }) => <span className="font-semibold tabular-nums">{row}</span>,
    },
    {
      key: 'field',
      header: t('refusals.field'),
      labelled: true,
      cell: ({ field }) => field ?? '–',
    },
    {
      key: 'value',
      header: t('refusals.value'),
      labelled: true,
      cell: ({ value }) => value ?? '–',
    },
    {
      key: 'reason',
      header: t('refusals.reason'),
      cell: ({ code, otherRow }) => (
        <>
          {reasonText(t, code)}
          {otherRow !== undefined && (
            <CellNote>{t('refusals.otherRow', { row: String(otherRow) })}</CellNote>
          )}
        </>
      ),
    },
  ];
  return (
    <section className="grid gap-2.5">
      <h2 className="text-section font-semibold">{title}</h2>
      <p className="text-ink-2">{intro}</p>
      {children}
      <DataTable
        caption={caption}
        columns={columns}
        rows={notes.slice(0, most)}
        rowKey={({ row, field, code }) => `${row} ${field} ${code}`}
      />
      {notes.length > most && (
        <p className="text-ink-2">{t('refusals.more', { count: String(notes.length - most) })}</p>
      )}
    </section>
  );
}
