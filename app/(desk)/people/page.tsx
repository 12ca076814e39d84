import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { CellNote, DataTable } from '../../../components/ui/data-table';
import { Instant } from '../../../components/ui/instant';
import { Notice } from '../../../components/ui/notice';
import { PageBody } from '../../../components/ui/page-body';
import { PageHeader } from '../../../components/ui/page-header';
import { Tabs } from '../../../components/ui/tabs';
import { TextLink } from '../../../components/ui/text-link';
import { may } from '../../../lib/domain/access/can';
import { peopleOf } from '../../../lib/queries/staff';
import { staffSession } from '../../session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('title') };
}

/** Who has which role, one organisation at a time. */
export default async function PeoplePage({
  searchParams,
}: {
  searchParams: Promise<{ organisation?: string; done?: string }>;
}) {
  const { caller, memberships, now } = await staffSession();
  const { organisation: asked, done } = await searchParams;
  const readable = memberships.filter(
    (m, i) =>
      may(caller.actor, 'people.read', m.organisationId) &&
      memberships.findIndex((other) => other.organisationId === m.organisationId) === i,
  );
  const shown = asked ? readable.find((m) => m.organisationId === asked) : readable[0];
  // Whoever has just ended the own membership has no list to come back to.
  if (!shown) return asked ? notFound() : redirect('/desk');
  const { organisationId, organisation, timeZone } = shown;
  const [t, roles, people] = await Promise.all([
    getTranslations('people'),
    getTranslations('shell.roles'),
    peopleOf(caller, organisationId),
  ]);
  const manages = may(caller.actor, 'membership.manage', organisationId);
  return (
    <PageBody>
      <PageHeader title={t('title')} meta={t('text', { organisation })} />
      {readable.length > 1 && (
        <Tabs
          label={t('organisations')}
          tabs={readable.map((m) => ({
            href: `/people?organisation=${m.organisationId}`,
            label: m.organisation,
            current: m.organisationId === organisationId,
          }))}
        />
      )}
      <div className="grid gap-5">
        {done === 'ended' && <Notice tone="done">{t('ended')}</Notice>}
        <DataTable
          caption={t('list', { organisation })}
          rows={people}
          rowKey={({ membershipId }) => membershipId}
          columns={[
            {
              key: 'name',
              header: t('name'),
              cell: ({ displayName, signIn, staffId }) => (
                <>
                  <span className="font-semibold">{displayName}</span>
                  {staffId === caller.actor.staffId && ` (${t('you')})`}
                  <CellNote>{signIn}</CellNote>
                </>
              ),
            },
            { key: 'role', header: t('role'), cell: ({ role }) => roles(role) },
            {
              key: 'since',
              header: t('since'),
              labelled: true,
              cell: ({ givenAt }) => (
                <Instant at={givenAt} clock={{ now, timeZone }} style="date" />
              ),
            },
            ...(manages
              ? [
                  {
                    key: 'end',
                    header: <span className="sr-only">{t('end')}</span>,
                    end: true,
                    cell: (person: (typeof people)[number]) => (
                      <TextLink href={`/people/${person.membershipId}/end`}>
                        <span aria-hidden="true">{t('end')}</span>
                        <span className="sr-only">
                          {t('endNamed', { name: person.displayName, role: roles(person.role) })}
                        </span>
                      </TextLink>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </div>
    </PageBody>
  );
}
