import { useLocale, useTranslations } from 'next-intl';
import { CaseConfirm } from '@/components/case/case-confirm';
import { RadioCards } from '@/components/ui/choice-cards';
import { CodeField } from '@/components/ui/code-field';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import type { CasePage } from '@/lib/domain/case/case-view';
import type { Refusal } from '@/lib/domain/case/command';
import { DOCUMENT_KINDS } from '@/lib/domain/case/proof';
import { refusalText } from '@/lib/messages/refusal-text';
import { recordIdentityCheck } from '../actions';
import { type CaseParams, loadCaseFresh } from '../load-case';
import { CaseTitle } from '../page-title';

/** Records an identity check: how, kind of document, place, result, and on which screen the holder stands (R6). */
export default async function IdentityCheckScreen({ params }: CaseParams) {
  const { page } = await loadCaseFresh({ params, route: 'identity-check' });
  return <IdentityCheck page={page} />;
}

function IdentityCheck({ page }: { page: CasePage }) {
  const t = useTranslations('caseFile.confirm.check');
  const documents = useTranslations('events.documents');
  const locale = useLocale();
  const { acts } = page.allowed;
  const inPerson = acts['check-in-person'];
  const remote = acts['check-remote'];
  const because = (refusal: Refusal | undefined) =>
    refusal ? { refused: refusalText(refusal, locale, page) } : {};
  const { id, handle } = page.case;
  return (
    <>
      <CaseTitle handle={handle} what={t('title')} />
      <CaseConfirm
        page={page}
        refused={inPerson && remote}
        title={t('title')}
        consequence={t('consequence')}
        submit={t('submit')}
        action={recordIdentityCheck.bind(null, id)}
      >
        <RadioCards
          name="mode"
          legend={t('modeLegend')}
          choices={[
            {
              value: 'in-person',
              label: t('inPerson'),
              why: t('inPersonWhy'),
              ...because(inPerson),
            },
            { value: 'remote', label: t('remote'), why: t('remoteWhy'), ...because(remote) },
          ]}
        />
        <Select
          name="documentKind"
          label={t('document')}
          placeholder={t('documentChoose')}
          options={DOCUMENT_KINDS.map((kind) => ({ value: kind, label: documents(kind) }))}
        />
        <TextField name="place" label={t('place')} hint={t('placeHint')} maxLength={120} />
        <RadioCards
          name="result"
          legend={t('resultLegend')}
          choices={[
            { value: 'matches', label: t('matches'), why: t('matchesWhy') },
            { value: 'differs', label: t('differs'), why: t('differsWhy') },
          ]}
        />
        <CodeField name="screenNumber" label={t('number')} hint={t('numberHint')} />
      </CaseConfirm>
    </>
  );
}
