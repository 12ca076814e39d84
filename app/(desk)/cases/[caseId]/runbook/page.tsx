import { useTranslations } from 'next-intl';
import { CannotDo } from '@/components/case/case-confirm';
import { ActionForm } from '@/components/ui/action-form';
import { Card } from '@/components/ui/card';
import { RadioCards } from '@/components/ui/choice-cards';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import { SubmitButton } from '@/components/ui/submit-button';
import type { CasePage } from '@/lib/domain/case/case-view';
import { runbookFor, symptomOf } from '@/lib/domain/runbook/symptom';
import { finishRunbook } from '../actions';
import { type CaseParams, loadCase } from '../load-case';
import { CaseTitle } from '../page-title';

/** The simple causes of this symptom, gone through with the caller: did this help? */
export default async function RunbookScreen({ params }: CaseParams) {
  const { page } = await loadCase({ params });
  return <RunbookPage page={page} />;
}

function RunbookPage({ page }: { page: CasePage }) {
  const t = useTranslations('opening');
  const words = useTranslations('opening.runbook');
  const { id, handle, symptom } = page.case;
  const name = page.account.displayName;
  const refused = page.allowed.acts['finish-runbook'];
  const title = <CaseTitle handle={handle} what={words('title')} />;
  if (refused)
    return (
      <>
        {title}
        <CannotDo page={page} refused={refused} title={words('title')} back={`/cases/${id}`} />
      </>
    );
  return (
    <PageBody>
      {title}
      <div className="grid max-w-2xl gap-5 [&>header]:mb-0">
        <PageHeader
          title={words('title')}
          crumbs={[{ label: name, href: `/cases/${id}` }]}
          meta={<span>{words('intro', { name })}</span>}
        />
        <Card title={t(`symptoms.${symptomOf(symptom)}`)}>
          <ol className="grid list-decimal gap-2 pl-5">
            {runbookFor(symptom).tries.map((what) => (
              <li key={what} className="pl-1">
                {t(`tries.${what}`)}
              </li>
            ))}
          </ol>
        </Card>
        <Notice tone="warn" title={words('warning')}>
          {words('warningText')}
        </Notice>
        <ActionForm action={finishRunbook.bind(null, id)}>
          <RadioCards
            name="helped"
            legend={words('legend')}
            choices={[
              { value: 'yes', label: words('helped', { name }), why: words('helpedWhy') },
              { value: 'no', label: words('notHelped'), why: words('notHelpedWhy') },
            ]}
          />
          <div className="flex flex-wrap gap-3">
            <SubmitButton>{words('submit')}</SubmitButton>
            <LinkButton href={`/cases/${id}`} look="quiet">
              {words('later')}
            </LinkButton>
          </div>
        </ActionForm>
      </div>
    </PageBody>
  );
}
