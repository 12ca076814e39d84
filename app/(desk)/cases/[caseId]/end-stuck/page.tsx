import { useLocale, useTranslations } from 'next-intl';
import { CaseConfirm } from '@/components/case/case-confirm';
import { namesIn } from '@/components/case/case-words';
import { RadioCards } from '@/components/ui/choice-cards';
import type { CasePage } from '@/lib/domain/case/case-view';
import { changeText } from '@/lib/messages/event-text';
import { endStuck } from '../actions';
import { type CaseParams, loadCase } from '../load-case';
import { CaseTitle } from '../page-title';

/** What becomes of a change whose outcome is unknown (R30). */
export default async function EndStuckScreen({ params }: CaseParams) {
  const { page } = await loadCase({ params });
  return <EndStuck page={page} />;
}

function EndStuck({ page }: { page: CasePage }) {
  const t = useTranslations('caseFile.confirm.endStuck');
  const words = useTranslations('caseFile');
  const events = useTranslations('events.detail.stuck');
  const locale = useLocale();
  const { stuckStepId, steps } = page.case;
  const step = steps.find(({ id }) => id === stuckStepId);
  const why = page.events.find((event) => event.type === 'case-stuck');
  const { things } = namesIn(words, page);
  const readsBack = step?.change.kind === 'read-back';
  return (
    <>
      <CaseTitle handle={page.case.handle} what={t('title')} />
      <CaseConfirm
        page={page}
        refused={page.allowed.acts['end-stuck']}
        title={t('title')}
        consequence={t('consequence')}
        submit={t('submit')}
        action={endStuck.bind(null, page.case.id)}
        facts={[
          ...(step
            ? [
                {
                  name: t('what'),
                  value: changeText(locale, step.change, things),
                },
              ]
            : []),
          ...(why?.type === 'case-stuck' ? [{ name: t('why'), value: events(why.reason) }] : []),
        ]}
      >
        <RadioCards
          name="choice"
          legend={t('legend')}
          choices={[
            { value: 'try-again', label: t('tryAgain'), why: t('tryAgainWhy') },
            {
              value: 'was-done',
              label: t('wasDone'),
              why: t('wasDoneWhy'),
              ...(readsBack ? { refused: t('wasDoneRefused') } : {}),
            },
            { value: 'end', label: t('end'), why: t('endWhy') },
          ]}
        />
      </CaseConfirm>
    </>
  );
}
