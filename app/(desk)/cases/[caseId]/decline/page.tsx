import { useTranslations } from 'next-intl';
import { CaseConfirm } from '@/components/case/case-confirm';
import type { CasePage } from '@/lib/domain/case/case-view';
import { decline } from '../actions';
import { type CaseParams, loadCaseFresh } from '../load-case';
import { CaseTitle } from '../page-title';

/** Before a plan is declined. */
export default async function DeclineScreen({ params }: CaseParams) {
  const { page } = await loadCaseFresh({ params, route: 'decline' });
  return <Decline page={page} />;
}

function Decline({ page }: { page: CasePage }) {
  const t = useTranslations('approvals.decline');
  return (
    <>
      <CaseTitle handle={page.case.handle} what={t('title')} />
      <CaseConfirm
        page={page}
        refused={page.allowed.acts.decline}
        title={t('title')}
        consequence={t('consequence')}
        submit={t('submit')}
        action={decline.bind(null, page.case.id)}
        danger
        reason="required"
      />
    </>
  );
}
