import { useTranslations } from 'next-intl';
import { CaseConfirm } from '@/components/case/case-confirm';
import { useWhen } from '@/components/case/when';
import type { CasePage } from '@/lib/domain/case/case-view';
import { startClock } from '../actions';
import { type CaseParams, loadCase } from '../load-case';
import { CaseTitle } from '../page-title';

/** Before a held clock is started under the daily rule (R25). */
export default async function StartClockScreen({ params }: CaseParams) {
  const { page } = await loadCase({ params });
  return <StartClock page={page} />;
}

function StartClock({ page }: { page: CasePage }) {
  const t = useTranslations('caseFile.confirm.startClock');
  const { when } = useWhen(page);
  const heldSince = page.case.wait?.heldSince;
  return (
    <>
      <CaseTitle handle={page.case.handle} what={t('title')} />
      <CaseConfirm
        page={page}
        refused={page.allowed.acts['start-clock']}
        title={t('title')}
        consequence={t('consequence')}
        submit={t('submit')}
        action={startClock.bind(null, page.case.id)}
        facts={heldSince ? [{ name: t('heldSince'), value: when(heldSince, 'long') }] : []}
      />
    </>
  );
}
