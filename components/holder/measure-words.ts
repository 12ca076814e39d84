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
    if (measure.kind === 'add-factor') {
      if (measure.enrol === 'backup-codes') return t('measures.addCodes');
      if (measure.enrol === 'temporary-pass') return t('measures.addPass');
      return t('measures.add', { enrol });
    }
    const factor = t(`factors.${measure.factor}`);
    return measure.factor === measure.enrol
      ? t('measures.replaceSame', { factor })
      : t('measures.replace', { factor, enrol });
  };
  return {
    measures: (all) => (all.length === 0 ? t('measures.none') : list.format(all.map(named))),
    factor: (kind) => t(`factors.${kind}`),
    list: (items) => list.format(items),
  };
}
