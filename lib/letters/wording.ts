import type { ContactPointKind } from '../domain/account/account';
import type { FactorKind } from '../domain/account/factor';
import type { Instant } from '../domain/time';
import { formatInstant } from '../messages/format';
import { translator } from '../messages/translator';
import type { Letter, LetterMeasure } from './letter';

/** The words of one letter: in its language, with times in the organisation's zone. */
export function wordingOf(letter: Pick<Letter, 'language' | 'timeZone' | 'now'>) {
  const { language, timeZone, now } = letter;
  const t = translator(language, 'letters');
  const list = new Intl.ListFormat(language === 'en' ? 'en-GB' : 'nl-NL', { type: 'conjunction' });

  const measure = (one: LetterMeasure): string => {
    if (one.kind === 'remove-factor') {
      return t('measures.remove', { factor: t(`factors.${one.factor}`) });
    }
    const enrol = t(`factors.${one.enrol}`);
    if (one.kind === 'add-factor') {
      if (one.enrol === 'backup-codes') return t('measures.addCodes');
      if (one.enrol === 'temporary-pass') return t('measures.addPass');
      return t('measures.add', { enrol });
    }
    const factor = t(`factors.${one.factor}`);
    return one.factor === one.enrol
      ? t('measures.replaceSame', { factor })
      : t('measures.replace', { factor, enrol });
  };

  return {
    t,
    measures: (all: readonly LetterMeasure[]): string =>
      all.length === 0 ? t('measures.none') : list.format(all.map(measure)),
    factor: (kind: FactorKind): string => t(`factors.${kind}`),
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
