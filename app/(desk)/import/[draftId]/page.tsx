import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { staffSession } from '@/app/session';
import { AccountsToAdd } from '@/components/importing/accounts-to-add';
import { RowNotes } from '@/components/importing/row-notes';
import { ActionForm } from '@/components/ui/action-form';
import { Card } from '@/components/ui/card';
import { Facts } from '@/components/ui/facts';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import { SubmitButton } from '@/components/ui/submit-button';
import { isRefusal } from '@/lib/domain/case/command';
import { desk } from '@/lib/wiring';
import { confirmImport } from './actions';

const MOST = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('importing'))('title') };
}

/** What a file would do, row by row, before anything is done; and afterwards what it did. */
export default async function ImportDraftPage({
  params,
}: {
  params: Promise<{ draftId: string }>;
}) {
  const { caller, memberships } = await staffSession();
  const { draftId } = await params;
  const shown = await desk().readImport(caller, { draftId });
  if (isRefusal(shown)) notFound();
  const t = await getTranslations('importing');
  const { accounts, refusedRows, warnings, accepted } = shown;
  const done = accepted !== undefined;
  const organisation = memberships.find(
    ({ organisationId }) => organisationId === shown.organisationId,
  )?.organisation;
  const count = done ? accepted : accounts.length;
  return (
    <PageBody>
      <PageHeader
        title={done ? t('result.title') : t('preview.title')}
        crumbs={[
          { label: t('preview.crumb'), href: '/import' },
          { label: shown.fileName || t('facts.file') },
        ]}
      />
      <div className="grid gap-6">
        <Notice
          tone={done ? 'done' : 'info'}
          title={done ? t('result.text', { count }) : t('preview.consequence', { count })}
        >
          <p>{done ? t('result.kept') : t('preview.gone')}</p>
        </Notice>
        <Card>
          <Facts
            facts={[
              { name: t('facts.organisation'), value: organisation },
              { name: t('facts.file'), value: shown.fileName },
              { name: t('facts.format'), value: t(`formats.${shown.format}`) },
              { name: t(done ? 'facts.added' : 'facts.toAdd'), value: count },
              { name: t('facts.refused'), value: refusedRows.length },
              { name: t('facts.warnings'), value: warnings.length },
            ]}
          />
        </Card>
        {done ? (
          <div className="flex flex-wrap gap-3">
            <LinkButton href="/accounts">{t('result.find')}</LinkButton>
            <LinkButton href="/import" look="quiet">
              {t('result.again')}
            </LinkButton>
          </div>
        ) : (
          <ActionForm action={confirmImport.bind(null, draftId)}>
            <div className="flex flex-wrap gap-3">
              {count > 0 && <SubmitButton>{t('preview.submit', { count })}</SubmitButton>}
              <LinkButton href="/import" look="quiet">
                {t('preview.back')}
              </LinkButton>
            </div>
          </ActionForm>
        )}
        <AccountsToAdd accounts={accounts} />
        <RowNotes
          title={t('refusals.title')}
          caption={t('refusals.caption')}
          intro={t('refusals.intro')}
          notes={refusedRows}
          most={MOST}
        >
          <p>
            {/* A file, not a page: the router must not fetch it. */}
            <a
              href={`/import/${draftId}/report`}
              download
              className="text-brand underline underline-offset-3"
            >
              {t('refusals.download')}
            </a>
          </p>
        </RowNotes>
        <RowNotes
          title={t('warned.title')}
          caption={t('warned.caption')}
          intro={t('warned.intro')}
          notes={warnings}
          most={MOST}
        />
      </div>
    </PageBody>
  );
}
