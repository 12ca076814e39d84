import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { type StaffSession, staffSession } from '@/app/session';
import { queueHref, readQueueView } from '@/components/queue/queue-address';
import { QueueFilters } from '@/components/queue/queue-filters';
import { QueueKeys } from '@/components/queue/queue-keys';
import { QueueTable } from '@/components/queue/queue-table';
import type { QueueView } from '@/components/queue/queue-view';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import { Pager } from '@/components/ui/pager';
import { SearchForm } from '@/components/ui/search-form';
import { Tabs } from '@/components/ui/tabs';
import { TextLink } from '@/components/ui/text-link';
import { may } from '@/lib/domain/access/can';
import { queueCounts, queuePage } from '@/lib/queries/queue';
import { searchQueue } from '@/lib/queries/queue-search';

type Search = { searchParams: Promise<Record<string, string | string[] | undefined>> };
const GROUPS = ['todo', 'waiting', 'done'] as const;
const one = (value: string | string[] | undefined) =>
  typeof value === 'string' && value !== '' ? value : undefined;

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('queue'))('title'),
});

/** What there is to do, what waits, what is done; or what was searched for. */
export default async function QueueScreen({ searchParams }: Search) {
  const session = await staffSession();
  const asked = await searchParams;
  const t = await getTranslations('queue');
  const view = readQueueView(asked);
  const text = one(asked.q)?.trim().slice(0, 200);
  const opens = mayOpen(session);
  return (
    <PageBody>
      <PageHeader
        title={t('title')}
        actions={
          opens && (
            <LinkButton href="/cases/new" look="primary">
              {t('newCase')}
            </LinkButton>
          )
        }
      />
      <QueueTabs session={session} view={view} searching={text !== undefined} />
      <SearchForm action="/queue" value={text} label={t('search')} submit={t('searchSubmit')} />
      <div data-queue>
        {text === undefined ? (
          <QueueList
            session={session}
            view={view}
            after={one(asked.after)}
            before={one(asked.before)}
          />
        ) : (
          <Found session={session} text={text} />
        )}
      </div>
      <QueueKeys
        newCase={opens}
        words={{
          move: t('keys.move'),
          open: t('keys.open'),
          new: t('keys.new'),
          search: t('keys.search'),
          off: t('keys.off'),
          on: t('keys.on'),
        }}
      />
    </PageBody>
  );
}

const mayOpen = ({ caller }: StaffSession): boolean =>
  caller.organisations.some((id) => may(caller.actor, 'case.open', id));

const organisationsOf = ({ memberships }: StaffSession) => [
  ...new Map(
    memberships.map((m) => [m.organisationId, { id: m.organisationId, name: m.organisation }]),
  ).values(),
];

const clockOf =
  ({ memberships }: StaffSession, now: string) =>
  (organisationId: string) => ({
    now,
    timeZone: memberships.find((m) => m.organisationId === organisationId)?.timeZone ?? 'UTC',
  });

async function QueueTabs({
  session,
  view,
  searching,
}: {
  session: StaffSession;
  view: QueueView;
  searching: boolean;
}) {
  const t = await getTranslations('queue');
  const counts = await queueCounts(session.caller, view);
  return (
    <Tabs
      label={t('views')}
      tabs={GROUPS.map((group) => ({
        // A step belongs to one tab; the other filters hold in all of them.
        href: queueHref({ ...view, group, nextAction: undefined }),
        label: t(`groups.${group}`),
        current: !searching && view.group === group,
        ...(group === 'done' ? {} : { count: counts[group] }),
      }))}
    />
  );
}

async function QueueList({
  session,
  view,
  after,
  before,
}: {
  session: StaffSession;
  view: QueueView;
  after: string | undefined;
  before: string | undefined;
}) {
  const t = await getTranslations('queue');
  const { group } = view;
  const { rows, now, next, previous } = await queuePage(session.caller, view, { after, before });
  return (
    <>
      <QueueFilters view={view} organisations={organisationsOf(session)} />
      {rows.length === 0 ? (
        <EmptyState title={t(`empty.${group}`)}>{t(`empty.${group}Why`)}</EmptyState>
      ) : (
        <QueueTable
          rows={rows}
          clock={clockOf(session, now)}
          caption={t(group === 'done' ? 'captionDone' : 'caption')}
          ended={group === 'done'}
        />
      )}
      <Pager
        previous={previous && queueHref(view, { before: previous })}
        next={next && queueHref(view, { after: next })}
      />
    </>
  );
}

async function Found({ session, text }: { session: StaffSession; text: string }) {
  const t = await getTranslations('queue');
  const common = await getTranslations('common.filters');
  const { exact, rows, more, now } = await searchQueue(session.caller, text);
  if (exact) redirect(`/cases/${exact}`);
  return (
    <>
      <p className="mb-3 text-ink-2">
        {t('searchedFor', { text })} ·{' '}
        <TextLink href="/queue">{common('remove', { name: `“${text}”` })}</TextLink>
      </p>
      {rows.length === 0 ? (
        <EmptyState title={t('empty.search')}>{t('empty.searchWhy')}</EmptyState>
      ) : (
        <QueueTable rows={rows} clock={clockOf(session, now)} caption={t('found')} />
      )}
      {more && <p className="mt-3 text-small text-ink-2">{t('foundMore')}</p>}
    </>
  );
}
