import { useLocale } from 'next-intl';
import type { ContactPointKind } from '../../lib/domain/account/account';
import type { FactorKind } from '../../lib/domain/account/factor';
import type { SetUpKind } from '../../lib/domain/case/measure';
import type { NamedMeasure } from '../../lib/domain/case/named-measure';
import { namedMeasureText } from '../../lib/messages/measure-text';
import { translator } from '../../lib/messages/translator';

/** The measures as the letters name them, so that page and message say the same (R5). */
export function useMeasureWords(): {
  measures: (all: readonly NamedMeasure[]) => string;
  factor: (kind: FactorKind | ContactPointKind | 'other') => string;
  /** What the holder does: `je nieuwe authenticator-app instellen`. */
  setUp: (kind: SetUpKind) => string;
  list: (items: readonly string[]) => string;
} {
  const locale = useLocale();
  const t = translator(locale, 'letters');
  const list = new Intl.ListFormat(locale === 'en' ? 'en-GB' : 'nl-NL', { type: 'conjunction' });
  return {
    measures: (all) =>
      all.length === 0
        ? t('measures.none')
        : list.format(all.map((measure) => namedMeasureText(t, measure))),
    factor: (kind) => t(`factors.${kind}`),
    setUp: (kind) => t(`setUp.${kind}`),
    list: (items) => list.format(items),
  };
}

/** What is done stands in the middle of sentences elsewhere. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
