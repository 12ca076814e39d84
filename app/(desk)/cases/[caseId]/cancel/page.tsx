import { useTranslations } from 'next-intl';
import { CaseConfirm } from '@/components/case/case-confirm';
import type { CasePage } from '@/lib/domain/case/case-view';
import { cancel } from '../actions';
import { type CaseParams, loadCase } from '../load-case';
import { CaseTitle } from '../page-title';

/** Before a case is stopped. */
export default async function CancelScreen({ params }: CaseParams) {
  const { page } = await loadCase({ params });
  return <Cancel page={page} />;
}

function Cancel({ page }: { page: CasePage }) {
  const t = useTranslations('caseFile.confirm.cancel');
  return (
    <>
      <CaseTitle handle={page.case.handle} what={t('title')} />
      <CaseConfirm
        page={page}
        refused={page.allowed.acts.cancel}
        title={t('title')}
        consequence={t('consequence')}
        submit={t('submit')}
        action={cancel.bind(null, page.case.id)}
        danger
        reason="required"
      />
    </>
  );
}
