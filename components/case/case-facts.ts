import { useTranslations } from 'next-intl';
import type { CasePage } from '../../lib/domain/case/case-view';
import type { Fact } from '../ui/facts';
import { measureNamesOf, measureText, shownHandle } from './case-words';

/** Which case a confirmation page is about. */
export const useCaseFacts = (page: CasePage): Fact[] => {
  const t = useTranslations('caseFile');
  const names = measureNamesOf(page.account);
  const { measures, handle } = page.case;
  return [
    { name: t('confirm.holder'), value: page.account.displayName },
    { name: t('confirm.organisation'), value: page.organisation.name },
    { name: t('confirm.case'), value: shownHandle(handle), code: true },
    ...(measures.length > 0
      ? [
          {
            name: t('confirm.measures'),
            value: measures.map((measure) => measureText(t, measure, names)).join(' · '),
          },
        ]
      : []),
  ];
};
