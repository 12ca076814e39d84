import { useLocale, useTranslations } from 'next-intl';
import { capital, useMeasureWords } from '../../../../components/holder/measure-words';
import { Path, type PathPoint } from '../../../../components/ui/path';
import { formatDuration } from '../../../../lib/messages/format';
import type { HolderStage, HolderView } from '../../../../lib/queries/holder-view';

const ORDER: readonly HolderStage[] = ['first', 'second', 'approval', 'wait', 'last', 'done'];

/** The whole way of this recovery and where it is now; none before it is known, or after it ended otherwise. */
export function HolderPath({ view }: { view: HolderView }) {
  const t = useTranslations('holder.path');
  const labels = useLabels(view);
  if (view.measures.length === 0 || view.stage === 'ended') return null;
  const stages = ORDER.filter(
    (stage) => stage !== 'done' && !(stage === 'second' && view.oneProof),
  );
  const here = ORDER.indexOf(view.stage);
  const points = stages.map((stage): PathPoint => {
    const at = ORDER.indexOf(stage);
    return { label: labels(stage), state: at < here ? 'done' : at === here ? 'here' : 'ahead' };
  });
  return (
    <Path
      points={points}
      label={t('label')}
      words={{ done: t('words.done'), here: t('words.here'), ahead: t('words.ahead') }}
    />
  );
}

function useLabels(view: HolderView): (stage: HolderStage) => string {
  const t = useTranslations('holder.path');
  const locale = useLocale();
  const { factor, list, setUp } = useMeasureWords();
  const wait = () => {
    const known = view.held?.waitLength;
    if (known) return t('waitLength', { length: formatDuration(known, locale) });
    if (!view.usualWait) return t('wait');
    return t('waitUsual', { length: formatDuration(view.usualWait, locale) });
  };
  const last = () => {
    if (view.setsUp.length > 0) return capital(list(view.setsUp.map(setUp)));
    const goes = view.measures.find((measure) => 'factor' in measure);
    return t('remove', { factor: factor(goes?.factor ?? 'other') });
  };
  return (stage) => {
    switch (stage) {
      case 'first':
        return t(`first.${view.firstProof ?? 'any'}`);
      case 'second':
        return t('second');
      case 'approval':
        return t('approval');
      case 'wait':
        return wait();
      default:
        return last();
    }
  };
}
