import { useTranslations } from 'next-intl';
import { CaseConfirm } from '@/components/case/case-confirm';
import { useWhen } from '@/components/case/when';
import type { CasePage } from '@/lib/domain/case/case-view';
import { resumeCase } from '../actions';
import { type CaseParams, loadCase } from '../load-case';
import { CaseTitle } from '../page-title';

/** Before a case goes on after a no from an old address (R27), or earlier than by itself after a report (R43). */
export default async function ResumeScreen({ params }: CaseParams) {
  const { page } = await loadCase({ params });
  return <Resume page={page} />;
}

function Resume({ page }: { page: CasePage }) {
  const t = useTranslations('caseFile.confirm.resume');
  const { when } = useWhen(page);
  const { pause } = page.case;
  const reported = pause?.reason === 'not-asked';
  const point = page.account.points.find(({ id }) => id === pause?.contactPointId);
  return (
    <>
      <CaseTitle handle={page.case.handle} what={t('title')} />
      <CaseConfirm
        page={page}
        refused={page.allowed.acts['resume-case']}
        title={t('title')}
        consequence={t(reported ? 'consequenceReported' : 'consequence')}
        submit={t('submit')}
        action={resumeCase.bind(null, page.case.id)}
        facts={[
          ...(point ? [{ name: t(reported ? 'fromReported' : 'from'), value: point.masked }] : []),
          ...(pause ? [{ name: t('when'), value: when(pause.since, 'long') }] : []),
        ]}
      />
    </>
  );
}
