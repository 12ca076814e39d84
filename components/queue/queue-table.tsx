import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { QueueRow } from '../../lib/domain/case/case-view';
import { symptomOf } from '../../lib/domain/runbook/symptom';
import { measureText, shownHandle } from '../case/case-words';
import { StatusChip } from '../case/status-chip';
import { CellNote, Code, DataTable } from '../ui/data-table';
import type { DeskClock } from '../ui/instant';
import { Instant } from '../ui/instant';
import { TextLink } from '../ui/text-link';

/** Cases, one decision a row: who, what to do next, how it stands, until when, whose it is. */
export function QueueTable({
  rows,
  clock,
  caption,
  ended = false,
}: {
  rows: readonly QueueRow[];
  /** Each organisation has its own zone. */
  clock: (organisationId: string) => DeskClock;
  caption: string;
  /** The moment shown is that of the end. */
  ended?: boolean;
}) {
  const t = useTranslations('queue.columns');
  const words = useTranslations('queue');
  const next = useTranslations('caseFile.next');
  const common = useTranslations('common');
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'case',
          header: t('case'),
          cell: (row) => (
            <CaseCell row={row} href={`/cases/${row.id}`}>
              {row.asked && <CellNote>{words('asked')}</CellNote>}
            </CaseCell>
          ),
        },
        {
          key: 'next',
          header: t(ended ? 'about' : 'next'),
          cell: (row) =>
            row.nextAction === 'none' ? (
              <About row={row} />
            ) : (
              <>
                {next(row.nextAction)}
                <CellNote>
                  <About row={row} />
                </CellNote>
              </>
            ),
        },
        {
          key: 'status',
          header: t('status'),
          cell: (row) => <StatusChip status={row.status} next={row.nextAction} />,
        },
        {
          key: 'due',
          header: t(ended ? 'ended' : 'due'),
          labelled: true,
          cell: (row) => <Due row={row} clock={clock(row.organisationId)} ended={ended} />,
        },
        {
          key: 'assignee',
          header: t('assignee'),
          labelled: true,
          cell: (row) => (
            <span className="whitespace-nowrap">{row.assignee ?? common('nobody')}</span>
          ),
        },
      ]}
    />
  );
}

/** Whose case it is and how it is called, with the way to it. */
export function CaseCell({
  row,
  href,
  children,
}: {
  row: Pick<QueueRow, 'holder' | 'organisation' | 'handle'>;
  href: string;
  children: ReactNode;
}) {
  return (
    <>
      <TextLink href={href} strong>
        {row.holder}
      </TextLink>
      <CellNote>
        {row.organisation} ·{' '}
        <span className="whitespace-nowrap">
          <Code>{shownHandle(row.handle)}</Code>
        </span>
      </CellNote>
      {children}
    </>
  );
}

/** What changes, or as long as nothing was chosen, what the caller said. */
export function About({ row }: { row: Pick<QueueRow, 'symptom' | 'measures' | 'factorKinds'> }) {
  const t = useTranslations('caseFile');
  const symptoms = useTranslations('opening.symptoms');
  if (row.measures.length === 0) return <>“{symptoms(symptomOf(row.symptom))}”</>;
  return (
    <>{row.measures.map((one) => measureText(t, one, { kinds: row.factorKinds })).join(' · ')}</>
  );
}

function Due({ row, clock, ended }: { row: QueueRow; clock: DeskClock; ended: boolean }) {
  const t = useTranslations('queue');
  const late = !ended && row.nextAction !== 'none' && row.dueAt < clock.now;
  return (
    <span className={late ? 'font-semibold text-stop' : undefined}>
      <Instant at={row.dueAt} clock={clock} style="near" />
      {late && ` (${t('late')})`}
    </span>
  );
}
