import { useTranslations } from 'next-intl';
import { CaseConfirm } from '@/components/case/case-confirm';
import { RadioCards } from '@/components/ui/choice-cards';
import type { CasePage } from '@/lib/domain/case/case-view';
import { decideAfterVeto } from '../actions';
import { type CaseParams, loadCase } from '../load-case';
import { CaseTitle } from '../page-title';

/** Whether what a case gave stays, after a veto on the completed case (R26). */
export default async function AfterVetoScreen({ params }: CaseParams) {
  const { page } = await loadCase({ params });
  return <AfterVeto page={page} />;
}

function AfterVeto({ page }: { page: CasePage }) {
  const t = useTranslations('caseFile.confirm.afterVeto');
  return (
    <>
      <CaseTitle handle={page.case.handle} what={t('title')} />
      <CaseConfirm
        page={page}
        refused={page.allowed.acts['decide-after-veto']}
        title={t('title')}
        consequence={t('consequence')}
        submit={t('submit')}
        action={decideAfterVeto.bind(null, page.case.id)}
      >
        <RadioCards
          name="choice"
          legend={t('legend')}
          choices={[
            { value: 'removed', label: t('removed'), why: t('removedWhy') },
            { value: 'kept', label: t('kept'), why: t('keptWhy') },
          ]}
        />
      </CaseConfirm>
    </>
  );
}
