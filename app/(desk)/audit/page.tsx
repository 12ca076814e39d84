import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { staffSession } from '@/app/session';
import { AuditFilters, type Chosen } from '@/components/audit/audit-filters';
import { AuditLines } from '@/components/audit/audit-lines';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterPills } from '@/components/ui/filter-pills';
import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import { Pager } from '@/components/ui/pager';
import { auditable, searchAudit } from '@/lib/queries/audit';
import { staffOf } from '@/lib/queries/audit-names';
import { type Asked, one } from '../asked';
import { GROUPS, type Group, isGroup, isKind, KINDS, typesOf } from './kinds';

const FIELDS = ['organisation', 'from', 'until', 'actor', 'account', 'kind', 'handle'] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audit'))('title') };
}

const chosenOf = (asked: Asked): Chosen =>
  Object.fromEntries(
    FIELDS.flatMap((field) => {
      const value = one(asked[field])?.trim().slice(0, 200);
      return value ? [[field, value]] : [];
    }),
  );

const address = (chosen: Chosen, more: Record<string, string> = {}): string =>
  `/audit?${new URLSearchParams({ ...chosen, ...more } as Record<string, string>)}`;

/** The log of the organisations that the reader audits. Every look at it is a line in it. */
export default async function AuditPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const { caller, memberships } = await staffSession();
  const asked = await searchParams;
  const chosen = chosenOf(asked);
  const audited = auditable(caller);
  const organisations = audited.flatMap(
    (id) => memberships.find(({ organisationId }) => organisationId === id) ?? [],
  );
  const zoneOf = organisations.find((m) => m.organisationId === chosen.organisation);
  const timeZone = (zoneOf ?? organisations[0])?.timeZone ?? 'UTC';
  const page = await searchAudit(
    caller,
    {
      organisationId: chosen.organisation,
      from: chosen.from,
      until: chosen.until,
      actorId: chosen.actor,
      account: chosen.account,
      types: typesOf(chosen.kind),
      handle: chosen.handle,
    },
    timeZone,
    { after: one(asked.after), before: one(asked.before) },
  );
  if (!page) notFound();
  const staff = await staffOf(caller, audited);
  const [t, words] = await Promise.all([getTranslations('audit'), getTranslations('events.what')]);
  const kindText = (kind: string) =>
    isGroup(kind) ? t(`kinds.${kind}`).replace(/^— /, '') : isKind(kind) ? words(kind) : kind;
  const pillValue: Record<(typeof FIELDS)[number], (value: string) => string> = {
    organisation: (id) => organisations.find((m) => m.organisationId === id)?.organisation ?? id,
    from: (moment) => moment.replace('T', ' '),
    until: (moment) => moment.replace('T', ' '),
    actor: (id) => staff.find((person) => person.id === id)?.name ?? id,
    account: (text) => page.accounts?.find(({ id }) => id === text)?.name ?? text,
    kind: kindText,
    handle: (handle) => handle,
  };
  return (
    <PageBody>
      <PageHeader title={t('title')} meta={<span>{t('intro')}</span>} />
      <AuditFilters
        chosen={chosen}
        timeZone={timeZone}
        organisations={organisations.map((m) => ({
          value: m.organisationId,
          label: m.organisation,
        }))}
        staff={staff.map(({ id, name }) => ({ value: id, label: name }))}
        kinds={[
          ...(Object.keys(GROUPS) as Group[]).map((group) => ({
            value: group,
            label: t(`kinds.${group}`),
          })),
          ...KINDS.map((kind) => ({ value: kind, label: words(kind) })).sort((a, b) =>
            a.label.localeCompare(b.label),
          ),
        ]}
      />
      <div className="grid gap-4">
        <FilterPills
          filters={FIELDS.flatMap((field) => {
            const value = chosen[field];
            if (!value) return [];
            const { [field]: _, ...others } = chosen;
            const label = t(`pills.${field}`, { value: pillValue[field](value) });
            return [{ label, hrefWithout: address(others) }];
          })}
        />
        {page.accounts && (
          <p className="text-ink-2">
            {page.tooManyAccounts
              ? t('tooManyAccounts')
              : t('accountsFound', {
                  count: page.accounts.length,
                  names: page.accounts.map(({ name }) => name).join(', '),
                })}
          </p>
        )}
        {page.lines.length === 0 ? (
          <EmptyState title={t('emptyTitle')}>
            {page.noSuchCase ? t('handleUnknown') : t('emptyText')}
          </EmptyState>
        ) : (
          <AuditLines page={page} hrefOfAccount={(id) => address({ ...chosen, account: id })} />
        )}
      </div>
      <Pager
        previous={page.previous && address(chosen, { before: page.previous })}
        next={page.next && address(chosen, { after: page.next })}
      />
    </PageBody>
  );
}
