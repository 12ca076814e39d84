import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { OwnFrame } from '../../../../components/own/own-frame';
import { DataTable } from '../../../../components/ui/data-table';
import { Instant } from '../../../../components/ui/instant';
import { ownActivity } from '../../../../lib/queries/own-page';
import { holderSession } from '../session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ownPages.activity'))('title') };
}

/** The last sign-ins, and what was sent to the holder. */
export default async function ActivityPage() {
  const { caller, read } = await holderSession();
  const { signIns, messages } = await ownActivity(caller);
  const [t, kinds] = await Promise.all([
    getTranslations('ownPages.activity'),
    getTranslations('ownPages.kinds'),
  ]);
  const clock = { now: read.now, timeZone: read.organisation.timeZone };
  const points = read.account.contactPoints;
  const none = <p className="text-ink-2">{t('none')}</p>;
  return (
    <OwnFrame organisation={read.organisation.name} title={t('title')} wide>
      <h2 className="text-section font-semibold">{t('signIns')}</h2>
      <DataTable
        caption={t('signIns')}
        rows={signIns}
        rowKey={({ id }) => id}
        empty={none}
        columns={[
          {
            key: 'at',
            header: t('when'),
            cell: ({ at }) => <Instant at={at} clock={clock} />,
          },
          {
            key: 'outcome',
            header: t('outcome'),
            cell: ({ outcome }) => t(`outcomes.${outcome}`),
          },
          {
            key: 'factor',
            header: t('how'),
            labelled: true,
            cell: ({ factor }) => (factor ? kinds(factor) : t('noFactor')),
          },
          {
            key: 'where',
            header: t('where'),
            labelled: true,
            cell: ({ device, address }) => [device, address].filter(Boolean).join(' · '),
          },
        ]}
      />
      <h2 className="text-section font-semibold">{t('messages')}</h2>
      <DataTable
        caption={t('messages')}
        rows={messages}
        rowKey={({ id }) => id}
        empty={none}
        columns={[
          {
            key: 'at',
            header: t('when'),
            cell: ({ at }) => <Instant at={at} clock={clock} />,
          },
          { key: 'kind', header: t('message'), cell: ({ kind }) => t(`kinds.${kind}`) },
          {
            key: 'to',
            header: t('to'),
            labelled: true,
            cell: ({ contactPointId }) => (
              <span className="[overflow-wrap:anywhere]">
                {points.find(({ id }) => id === contactPointId)?.address ?? t('elsewhere')}
              </span>
            ),
          },
          {
            key: 'arrived',
            header: t('arrived'),
            labelled: true,
            cell: ({ arrived }) => (arrived ? t('yes') : t('no')),
          },
        ]}
      />
    </OwnFrame>
  );
}
