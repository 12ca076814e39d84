import { useLocale, useTranslations } from 'next-intl';
import type { ApprovalRow } from '../../lib/domain/case/case-view';
import { refusalText } from '../../lib/messages/refusal-text';
import { capital } from '../case/case-words';
import { CellNote, DataTable } from '../ui/data-table';
import { type DeskClock, Instant } from '../ui/instant';
import { About, CaseCell } from './queue-table';

/** Plans that wait for a second person, each with what it rests on. */
export function ApprovalsTable({
  rows,
  clock,
}: {
  rows: readonly ApprovalRow[];
  clock: (organisationId: string) => DeskClock;
}) {
  const t = useTranslations('approvals.columns');
  const words = useTranslations('approvals');
  const proofs = useTranslations('events.proofs');
  const common = useTranslations('common');
  const locale = useLocale();
  return (
    <DataTable
      caption={words('caption')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'case',
          header: t('case'),
          cell: (row) => (
            <CaseCell row={row} href={`/cases/${row.id}${row.refused ? '' : '/approve'}`}>
              {row.refused && (
                <CellNote>
                  {words('notYou')}:{' '}
                  {refusalText({ refused: row.refused }, locale, clock(row.organisationId))}
                </CellNote>
              )}
            </CaseCell>
          ),
        },
        { key: 'measures', header: t('measures'), cell: (row) => <About row={row} /> },
        {
          key: 'proofs',
          header: t('proofs'),
          labelled: true,
          cell: (row) => capital(row.proofs.map(({ kind }) => proofs(kind)).join(', ')),
        },
        {
          key: 'opener',
          header: t('opener'),
          labelled: true,
          cell: (row) => row.opener ?? common('unknown'),
        },
        {
          key: 'due',
          header: t('due'),
          labelled: true,
          cell: (row) => <Instant at={row.dueAt} clock={clock(row.organisationId)} style="near" />,
        },
      ]}
    />
  );
}
