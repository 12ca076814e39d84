import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { staffSession } from '@/app/session';
import { AccountCard } from '@/components/case/account-card';
import { shownHandle } from '@/components/case/case-words';
import { StatusChip } from '@/components/case/status-chip';
import { ActionForm } from '@/components/ui/action-form';
import { RadioCards } from '@/components/ui/choice-cards';
import type { FormAction } from '@/components/ui/form-state';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextLink } from '@/components/ui/text-link';
import type { OpeningPage } from '@/lib/domain/case/case-view';
import { SYMPTOMS } from '@/lib/domain/runbook/symptom';
import { refusalText } from '@/lib/messages/refusal-text';
import { openingPage } from '@/lib/queries/opening';
import { openCase } from './actions';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('opening'))('title'),
});

/** What the caller says is wrong; choosing it opens the case. */
export default async function SymptomScreen({
  params,
}: {
  params: Promise<{ accountId: string }>;
}) {
  const { caller } = await staffSession();
  const { accountId } = await params;
  const page = (await openingPage(caller, accountId)) ?? notFound();
  return <SymptomPage page={page} action={openCase.bind(null, accountId)} />;
}

function SymptomPage({ page, action }: { page: OpeningPage; action: FormAction }) {
  const t = useTranslations('opening.symptom');
  const { account, organisation, refused } = page;
  return (
    <PageBody aside={<AccountCard account={account} organisation={organisation} clock={page} />}>
      <PageHeader
        title={t('title')}
        crumbs={[{ label: account.displayName }]}
        meta={!refused && <span>{t('intro')}</span>}
      />
      <OpenCases page={page} />
      {refused ? (
        <Refused page={page} refused={refused} />
      ) : (
        <>
          {(account.privileged || account.ofStaff) && (
            <Notice tone="warn" title={t('noAccess')}>
              {t('noAccessText')}
            </Notice>
          )}
          <SymptomForm name={account.displayName} action={action} />
        </>
      )}
    </PageBody>
  );
}

function OpenCases({ page }: { page: OpeningPage }) {
  const t = useTranslations('opening.symptom');
  if (page.openCases.length === 0) return null;
  return (
    <Notice tone="warn" title={t('otherOpen')}>
      <p>{t('otherOpenText')}</p>
      <ul className="mt-2 grid gap-1">
        {page.openCases.map((open) => (
          <li key={open.id}>
            <TextLink href={`/cases/${open.id}`}>{shownHandle(open.handle)}</TextLink>{' '}
            <StatusChip status={open.status} next="none" />
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Refused({
  page,
  refused,
}: {
  page: OpeningPage;
  refused: NonNullable<OpeningPage['refused']>;
}) {
  const t = useTranslations('opening.symptom');
  const locale = useLocale();
  return (
    <>
      <Notice tone="stop" title={t('cannot')}>
        {refusalText({ refused }, locale, page)}
      </Notice>
      <p>
        <LinkButton href="/cases/new">{t('back')}</LinkButton>
      </p>
    </>
  );
}

function SymptomForm({ name, action }: { name: string; action: FormAction }) {
  const t = useTranslations('opening.symptom');
  const symptoms = useTranslations('opening.symptoms');
  const why = useTranslations('opening.symptomWhy');
  return (
    <ActionForm action={action} className="max-w-2xl">
      <RadioCards
        name="symptom"
        legend={t('legend', { name })}
        choices={SYMPTOMS.map((symptom) => ({
          value: symptom,
          label: symptoms(symptom),
          why: why(symptom),
        }))}
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton>{t('submit')}</SubmitButton>
        <LinkButton href="/cases/new" look="quiet">
          {t('back')}
        </LinkButton>
      </div>
    </ActionForm>
  );
}
