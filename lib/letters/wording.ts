import type { ContactPointKind } from '../domain/account/account';
import type { FactorKind } from '../domain/account/factor';
import type { SetUpKind } from '../domain/case/measure';
import type { NamedMeasure } from '../domain/case/named-measure';
import type { Instant } from '../domain/time';
import { formatInstant } from '../messages/format';
import { namedMeasureText } from '../messages/measure-text';
import { translator } from '../messages/translator';
import type { Letter } from './letter';

/** The words of one letter: in its language, with times in the organisation's zone. */
export function wordingOf(letter: Pick<Letter, 'language' | 'timeZone' | 'now'>) {
  const { language, timeZone, now } = letter;
  const t = translator(language, 'letters');
  const list = new Intl.ListFormat(language === 'en' ? 'en-GB' : 'nl-NL', { type: 'conjunction' });

  return {
    t,
    measures: (all: readonly NamedMeasure[]): string =>
      all.length === 0
        ? t('measures.none')
        : list.format(all.map((one) => namedMeasureText(t, one))),
    factor: (kind: FactorKind): string => t(`factors.${kind}`),
    setUp: (kind: SetUpKind): string => t(`setUp.${kind}`),
    things: (kinds: readonly (FactorKind | ContactPointKind)[]): string =>
      list.format(kinds.map((kind) => t(`factors.${kind}`))),
    /** With the place of the zone: a reader may be elsewhere. */
    when: (at: Instant): string =>
      t('when', {
        when: formatInstant(at, { locale: language, timeZone, style: 'long', now }),
        place: (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' '),
      }),
    whenShort: (at: Instant): string =>
      formatInstant(at, { locale: language, timeZone, style: 'short', now }),
  };
}

export type Wording = ReturnType<typeof wordingOf>;
