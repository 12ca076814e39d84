import { useTranslations } from 'next-intl';
import type { AccountPage, PointDetails } from '../../lib/domain/account/account-view';
import { useWhen } from '../case/when';
import { Chip } from '../ui/chip';
import { CellNote, type Column, DataTable } from '../ui/data-table';
import { Instant } from '../ui/instant';
import { TextLink } from '../ui/text-link';
import { Nothing, Section } from './section';

/** Masked addresses and numbers, how they came on file, and whether they would prove anything (R3, R7, R38). */
export function PointsSection({ page }: { page: AccountPage }) {
  const t = useTranslations('account.points');
  const { points, id } = page.account;
  const columns: Column<PointDetails>[] = [
    {
      key: 'point',
      header: t('point'),
      cell: ({ masked, kind }) => (
        <>
          <span className="font-semibold">{masked}</span>
          <CellNote>{t(`kinds.${kind}`)}</CellNote>
        </>
      ),
    },
    {
      key: 'since',
      header: t('since'),
      labelled: true,
      cell: ({ addedAt, source }) => (
        <>
          <Instant at={addedAt} clock={page} style="date" />
          <CellNote>{t(`sources.${source}`)}</CellNote>
        </>
      ),
    },
    {
      key: 'proof',
      header: t('proof'),
      labelled: true,
      cell: (point) => <PointState point={point} page={page} />,
    },
    ...(page.mayUnmask
      ? [
          {
            key: 'show',
            header: <span className="sr-only">{t('show')}</span>,
            end: true,
            cell: ({ id: pointId, masked }: PointDetails) => (
              <TextLink href={`/accounts/${id}/unmask/${pointId}`}>
                <span aria-hidden="true">{t('show')}</span>
                <span className="sr-only">{t('showWhich', { masked })}</span>
              </TextLink>
            ),
          },
        ]
      : []),
  ];
  return (
    <Section title={t('title')}>
      {points.length === 0 ? (
        <Nothing>{t('none')}</Nothing>
      ) : (
        <DataTable
          caption={t('caption')}
          columns={columns}
          rows={points}
          rowKey={(point) => point.id}
        />
      )}
    </Section>
  );
}

function PointState({ point, page }: { point: PointDetails; page: AccountPage }) {
  const t = useTranslations('account.points');
  const why = useTranslations('caseFile.proofs.noCount');
  const { when } = useWhen(page);
  if (point.removedAt)
    return (
      <>
        <Chip>{t('removed', { when: when(point.removedAt, 'date') })}</Chip>
        <CellNote>{t('removedNote')}</CellNote>
      </>
    );
  return (
    <>
      {point.refused && <Chip tone="stop">{t('refused')}</Chip>}
      {point.reported && <Chip tone="stop">{t('reported')}</Chip>}
      {!point.noCount && <Chip tone="done">{t('counts')}</Chip>}
      {point.noCount && <CellNote>{why(point.noCount)}</CellNote>}
    </>
  );
}
