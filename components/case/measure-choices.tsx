import { useTranslations } from 'next-intl';
import { ENROLLABLE_KINDS } from '../../lib/domain/account/factor';
import type { CasePage, FactorView } from '../../lib/domain/case/case-view';
import { CheckCards, type Choice, RadioCards } from '../ui/choice-cards';
import { capital, factorText } from './case-words';
import { proposedMeasures } from './proposed-measures';

/** A kind of new factor is asked only where one comes; without `:has()` it is asked and not read. */
const ONLY_WHERE_NEW =
  "group-has-[input[value^='remove:']:checked]/measures:hidden group-has-[input[value^='phone:']:checked]/measures:hidden group-has-[input[value^='email:']:checked]/measures:hidden group-has-[input[value='password']:checked]/measures:hidden";
/** A password beside itself is no choice. */
const NOT_BESIDE_PASSWORD = "group-has-[input[value='password']:checked]/measures:hidden";

/**
 * One of: a second factor, a contact point, a password, under headings that an agent with somebody on the phone can
 * follow. All radios are one choice: a case gives one thing anew, and perhaps a password beside it.
 */
export function MeasureChoices({ page }: { page: CasePage }) {
  const t = useTranslations('caseFile.choose');
  const words = useTranslations('caseFile');
  const { factors, points, chosen } = proposedMeasures(page);
  const main = { name: 'main', chosen: chosen.main };
  return (
    <>
      <RadioCards
        {...main}
        paired
        legend={t('factorLegend')}
        hint={factors.length > 0 && t('factorHint')}
        choices={useFactorChoices(factors)}
      />
      {points.length > 0 && (
        <RadioCards
          {...main}
          paired={points.length > 1}
          part="points"
          legend={t('pointLegend')}
          hint={t('pointHint')}
          choices={points.map(({ id, kind, masked }) => ({
            value: `${kind}:${id}`,
            label: t(`point.${kind}`, { target: masked.replaceAll(' ', '\u00a0') }),
          }))}
        />
      )}
      <RadioCards
        {...main}
        part="password"
        legend={t('passwordLegend')}
        choices={[{ value: 'password', label: t('password'), why: t('passwordWhy') }]}
      />
      <div className={ONLY_WHERE_NEW}>
        <RadioCards
          name="enrol"
          paired
          legend={t('enrolLegend')}
          chosen={chosen.enrol}
          choices={ENROLLABLE_KINDS.filter(
            (kind) => kind !== 'email-code' || page.emailCodesAllowed,
          ).map((kind) => ({
            value: kind,
            label: t(`enrol.${kind}`),
            why: t(`enrol.${kind}Why`),
          }))}
        />
      </div>
      {factors.length > 1 && (
        <CheckCards
          name="also"
          paired
          legend={t('alsoLegend')}
          hint={t('alsoHint')}
          chosen={chosen.also}
          choices={factors.map((factor) => ({
            value: factor.id,
            label: capital(factorText(words, factor)),
          }))}
        />
      )}
      <div className={NOT_BESIDE_PASSWORD}>
        <CheckCards
          name="password"
          legend={t('besideLegend')}
          chosen={chosen.password ? 'too' : []}
          choices={[{ value: 'too', label: t('beside'), why: t('besideWhy') }]}
        />
      </div>
    </>
  );
}

/** Of each factor beside each other: what replaces it, and that it only goes. */
function useFactorChoices(factors: readonly FactorView[]): Choice[] {
  const t = useTranslations('caseFile.choose');
  const words = useTranslations('caseFile');
  return [
    ...factors.flatMap((factor): Choice[] => [
      {
        value: `replace:${factor.id}`,
        label: capital(t('replace', { factor: factorText(words, factor) })),
      },
      {
        value: `remove:${factor.id}`,
        label: capital(t('remove', { factor: factorText(words, factor) })),
        ...(factors.length === 1 ? { refused: t('removeLast') } : {}),
      },
    ]),
    { value: 'add', label: t('add'), why: t('addWhy') },
  ];
}
