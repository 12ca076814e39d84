import { useLocale, useTranslations } from 'next-intl';
import type { EnrollableKind, FactorKind } from '../../lib/domain/account/factor';

export type NamedMeasure =
  | { kind: 'add-factor'; enrol: EnrollableKind }
  | { kind: 'replace-factor'; factor: FactorKind | 'other'; enrol: EnrollableKind }
  | { kind: 'remove-factor'; factor: FactorKind | 'other' };

/** The measures as the letters name them, so that page and message say the same (R5). */
export function useMeasureWords(): {
  measures: (all: readonly NamedMeasure[]) => string;
  factor: (kind: FactorKind | 'other' | 'email' | 'phone') => string;
  list: (items: readonly string[]) => string;
} {
  const t = useTranslations('letters');
  const list = new Intl.ListFormat(useLocale() === 'en' ? 'en-GB' : 'nl-NL', {
    type: 'conjunction',
  });
  const named = (measure: NamedMeasure): string => {
    if (measure.kind === 'remove-factor')
      return t('measures.remove', { factor: t(`factors.${measure.factor}`) });
    const enrol = t(`factors.${measure.enrol}`);
    return measure.kind === 'add-factor'
      ? t('measures.add', { enrol })
      : t('measures.replace', { factor: t(`factors.${measure.factor}`), enrol });
  };
  return {
    measures: (all) => (all.length === 0 ? t('measures.none') : list.format(all.map(named))),
    factor: (kind) => t(`factors.${kind}`),
    list: (items) => list.format(items),
  };
}
