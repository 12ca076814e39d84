import { useTranslations } from 'next-intl';
import { CannotDo } from '@/components/case/case-confirm';
import { PlanReview } from '@/components/case/plan-review';
import { ActionForm } from '@/components/ui/action-form';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { PageBody } from '@/components/ui/page-body';
import { SubmitButton } from '@/components/ui/submit-button';
import type { CasePage } from '@/lib/domain/case/case-view';
import { approve } from '../actions';
import { type CaseParams, loadCase } from '../load-case';
import { CaseTitle } from '../page-title';

/** Before a second person's yes: all of the plan, and the yes is bound to exactly that (R20). */
export default async function ApproveScreen({ params }: CaseParams) {
  const { page } = await loadCase({ params });
  return <Approve page={page} />;
}

function Approve({ page }: { page: CasePage }) {
  const t = useTranslations('approvals.approve');
  const common = useTranslations('caseFile.confirm');
  const { id, handle, plan, planHash } = page.case;
  const refused = page.allowed.acts.approve;
  const title = <CaseTitle handle={handle} what={t('title')} />;
  if (refused || !plan || !planHash)
    return (
      <>
        {title}
        <CannotDo
          page={page}
          refused={refused ?? { refused: 'wrong-status' }}
          title={t('title')}
          back={`/cases/${id}`}
        />
      </>
    );
  return (
    <PageBody>
      {title}
      <div className="grid w-full max-w-2xl gap-5">
        <div className="grid gap-2">
          <h1 className="text-title leading-tight font-[650] tracking-[-0.015em]">{t('title')}</h1>
          <p className="text-ink-2">{t('consequence')}</p>
        </div>
        <PlanReview page={page} plan={plan} />
        <Notice tone="info" title={t('look')}>
          {t('lookText')}
        </Notice>
        <ActionForm action={approve.bind(null, id)}>
          <input type="hidden" name="planHash" value={planHash} />
          <div className="flex flex-wrap gap-3">
            <SubmitButton>{t('submit')}</SubmitButton>
            {!page.allowed.acts.decline && (
              <LinkButton href={`/cases/${id}/decline`}>{t('decline')}</LinkButton>
            )}
            <LinkButton href={`/cases/${id}`} look="quiet">
              {common('back')}
            </LinkButton>
          </div>
        </ActionForm>
      </div>
    </PageBody>
  );
}
