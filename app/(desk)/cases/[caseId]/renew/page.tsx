import { useTranslations } from 'next-intl';
import { CaseConfirm } from '@/components/case/case-confirm';
import { PlanReview } from '@/components/case/plan-review';
import type { CasePage } from '@/lib/domain/case/case-view';
import { renewEnrolment } from '../actions';
import { type CaseParams, loadCase } from '../load-case';
import { CaseTitle } from '../page-title';

/** Before an enrolment that was not used is opened once more, by a new approval of the same plan. */
export default async function RenewScreen({ params }: CaseParams) {
  const { page } = await loadCase({ params });
  return <Renew page={page} />;
}

function Renew({ page }: { page: CasePage }) {
  const t = useTranslations('approvals.renew');
  const { id, handle, plan, planHash } = page.case;
  return (
    <>
      <CaseTitle handle={handle} what={t('title')} />
      <CaseConfirm
        page={page}
        refused={page.allowed.acts['renew-enrolment']}
        title={t('title')}
        consequence={t('consequence')}
        submit={t('submit')}
        action={renewEnrolment.bind(null, id)}
        reviewed
      >
        <input type="hidden" name="planHash" value={planHash ?? ''} />
        {plan && <PlanReview page={page} plan={plan} waits={false} />}
      </CaseConfirm>
    </>
  );
}
