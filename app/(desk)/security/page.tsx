import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DataTable } from '../../../components/ui/data-table';
import { Instant } from '../../../components/ui/instant';
import { LinkButton } from '../../../components/ui/link-button';
import { Notice } from '../../../components/ui/notice';
import { TextLink } from '../../../components/ui/text-link';
import { MOST_FACTORS } from '../../../lib/domain/access/sign-in';
import { ownFactors } from '../../../lib/queries/staff';
import { staffSession } from '../../session';
import { clockOf } from '../clock-of';
import { OwnSignIn } from './own-sign-in';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn.security'))('title') };
}

/** One's own second factors. */
export default async function SecurityPage({
  searchParams,
}: {
  searchParams: Promise<{ done?: string }>;
}) {
  const session = await staffSession();
  const [t, factors, { done }] = await Promise.all([
    getTranslations('signIn.security'),
    ownFactors(session.caller),
    searchParams,
  ]);
  const clock = clockOf(session);
  const people = await getTranslations('people');
  const noRole = session.memberships.length === 0;
  return (
    <OwnSignIn tab="factors">
      {done === 'added' && <Notice tone="done">{t('addedDone')}</Notice>}
      {done === 'removed' && <Notice tone="done">{t('removedDone')}</Notice>}
      {noRole && <Notice>{session.staff.platform ? people('platform') : people('none')}</Notice>}
      <p className="max-w-prose text-ink-2">{t('factorsText')}</p>
      <DataTable
        caption={t('factors')}
        rows={factors}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'label',
            header: t('label'),
            cell: ({ label }) => <span className="font-semibold">{label}</span>,
          },
          { key: 'kind', header: t('kind'), cell: ({ kind }) => t(`kinds.${kind}`) },
          {
            key: 'added',
            header: t('added'),
            labelled: true,
            cell: ({ addedAt }) => <Instant at={addedAt} clock={clock} style="date" />,
          },
          {
            key: 'remove',
            header: <span className="sr-only">{t('remove')}</span>,
            end: true,
            cell: ({ id, label }) =>
              factors.length === 1 ? (
                <span className="text-ink-2">{t('onlyOne')}</span>
              ) : (
                <TextLink href={`/security/remove/${id}`}>
                  {t('remove')}
                  <span className="sr-only"> {label}</span>
                </TextLink>
              ),
          },
        ]}
      />
      <section className="grid gap-3">
        <h2 className="text-section font-semibold">{t('add')}</h2>
        {factors.length < MOST_FACTORS ? (
          <div className="flex flex-wrap gap-3">
            <LinkButton href="/security/new-app">{t('addApp')}</LinkButton>
            <LinkButton href="/security/new-key">{t('addKey')}</LinkButton>
          </div>
        ) : (
          <p className="text-ink-2">{t('full')}</p>
        )}
      </section>
    </OwnSignIn>
  );
}
