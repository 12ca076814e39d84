import { useTranslations } from 'next-intl';
import { CannotDo } from '@/components/case/case-confirm';
import { capital, factorText } from '@/components/case/case-words';
import { proposedMeasures } from '@/components/case/proposed-measures';
import { ActionForm } from '@/components/ui/action-form';
import { CheckCards, type Choice, RadioCards } from '@/components/ui/choice-cards';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import { SubmitButton } from '@/components/ui/submit-button';
import { ENROLLABLE_KINDS } from '@/lib/domain/account/factor';
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
  const words = useTranslations('caseFile');
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
  const { factors, chosen } = proposedMeasures(page);
  const choices: Choice[] = [
    ...factors.map((factor) => ({
      value: `replace:${factor.id}`,
      label: t('replace', { factor: capital(factorText(words, factor)) }),
      why: t('replaceWhy'),
    })),
    { value: 'add', label: t('add'), why: t('addWhy') },
    ...factors.map((factor) => ({
      value: `remove:${factor.id}`,
      label: capital(t('remove', { factor: factorText(words, factor) })),
      why: t('removeWhy'),
      ...(factors.length === 1 ? { refused: t('removeLast') } : {}),
    })),
  ];
  return (
    <PageBody>
      {title}
      <div className="grid max-w-2xl gap-5 [&>header]:mb-0">
        <PageHeader
          title={t('title')}
          crumbs={[{ label: page.account.displayName, href: `/cases/${id}` }]}
          meta={<span>{t('intro')}</span>}
        />
        <ActionForm action={chooseMeasures.bind(null, id)}>
          <RadioCards name="main" legend={t('legend')} choices={choices} chosen={chosen.main} />
          <RadioCards
            name="enrol"
            legend={t('enrolLegend')}
            hint={t('enrolHint')}
            chosen={chosen.enrol}
            choices={ENROLLABLE_KINDS.map((kind) => ({
              value: kind,
              label: t(`enrol.${kind}`),
              why: t(`enrol.${kind}Why`),
            }))}
          />
          {factors.length > 1 && (
            <CheckCards
              name="also"
              legend={t('alsoLegend')}
              hint={t('alsoHint')}
              chosen={chosen.also}
              choices={factors.map((factor) => ({
                value: factor.id,
                label: capital(factorText(words, factor)),
              }))}
            />
          )}
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
