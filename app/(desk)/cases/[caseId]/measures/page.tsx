import { useTranslations } from 'next-intl';
import { CannotDo } from '@/components/case/case-confirm';
import { MeasureChoices } from '@/components/case/measure-choices';
import { ActionForm } from '@/components/ui/action-form';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import { SubmitButton } from '@/components/ui/submit-button';
import type { CasePage } from '@/lib/domain/case/case-view';
import { chooseMeasures } from '../actions';
import { type CaseParams, loadCase } from '../load-case';
import { CaseTitle } from '../page-title';

/** What has to change; the plan is compiled from it. */
export default async function MeasuresScreen({ params }: CaseParams) {
  const { page } = await loadCase({ params });
  return <Measures page={page} />;
}

function Measures({ page }: { page: CasePage }) {
  const t = useTranslations('caseFile.choose');
  const confirm = useTranslations('caseFile.confirm');
  const { id, handle, proofs } = page.case;
  const refused = page.allowed.acts['choose-measures'];
  const title = <CaseTitle handle={handle} what={t('title')} />;
  if (refused)
    return (
      <>
        {title}
        <CannotDo page={page} refused={refused} title={t('title')} back={`/cases/${id}`} />
      </>
    );
  return (
    <PageBody>
      {title}
      <div className="grid max-w-3xl gap-5 [&>header]:mb-0">
        <PageHeader
          title={t('title')}
          crumbs={[{ label: page.account.displayName, href: `/cases/${id}` }]}
          meta={<span>{t('intro')}</span>}
        />
        <ActionForm action={chooseMeasures.bind(null, id)} className="group/measures gap-6">
          <MeasureChoices page={page} />
          <Notice tone="info" title={t('always')}>
            <p>{t('alwaysText')}</p>
            {proofs.some((proof) => proof.status === 'given') && <p>{t('voids')}</p>}
          </Notice>
          <div className="flex flex-wrap gap-3">
            <SubmitButton>{t('submit')}</SubmitButton>
            <LinkButton href={`/cases/${id}`} look="quiet">
              {confirm('back')}
            </LinkButton>
          </div>
        </ActionForm>
      </div>
    </PageBody>
  );
}
