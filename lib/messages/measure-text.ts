import type { NamedMeasure } from '../domain/case/named-measure';
import type { translator } from './translator';

type LetterWords = ReturnType<typeof translator<'letters'>>;

/** A measure as its holder reads it, in a letter and on the page: they say the same (R5). */
export const namedMeasureText = (t: LetterWords, one: NamedMeasure): string => {
  switch (one.kind) {
    case 'add-factor':
      if (one.enrol === 'backup-codes') return t('measures.addCodes');
      if (one.enrol === 'temporary-pass') return t('measures.addPass');
      return t('measures.add', { enrol: t(`enrols.${one.enrol}`) });
    case 'replace-factor': {
      const factor = t(`factors.${one.factor}`);
      return one.factor === one.enrol
        ? t('measures.replaceSame', { factor })
        : t('measures.replace', { factor, enrol: t(`enrols.${one.enrol}`) });
    }
    case 'remove-factor':
      return t('measures.remove', { factor: t(`factors.${one.factor}`) });
    case 'change-contact-point':
      return t(`measures.changePoint.${one.point}`);
    case 'new-password':
      return t('measures.newPassword');
  }
};
