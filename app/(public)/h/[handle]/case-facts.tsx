import { useTranslations } from 'next-intl';
import { capital, useMeasureWords } from '../../../../components/holder/measure-words';
import { Card } from '../../../../components/ui/card';
import { type Fact, Facts } from '../../../../components/ui/facts';
import { formatHandle, HANDLE_PREFIX } from '../../../../lib/domain/case/handle';
import type { HolderView } from '../../../../lib/queries/holder-view';
import type { Situation } from './situation';
import { useWhen } from './when';

/** Whose case this is, what it is to change, and the moment that matters now, if this screen may know it. */
export function CaseFacts({ view, situation }: { view: HolderView; situation: Situation }) {
  const t = useTranslations('holder');
  const when = useWhen(view);
  const { measures, list, factor } = useMeasureWords();
  const at = (moment: string) => t('at', { when: when(moment, 'long') });
  const { held } = view;
  const facts: Fact[] = [{ name: t('facts.organisation'), value: view.organisation.name }];
  if (view.measures.length > 0)
    facts.push({ name: t('facts.measures'), value: capital(measures(view.measures)) });
  facts.push({
    name: t('facts.handle'),
    value: `${HANDLE_PREFIX}-${formatHandle(view.handle)}`,
    code: true,
  });
  if (situation === 'waiting' && held?.waitEndsAt)
    facts.push({ name: t('facts.ends'), value: at(held.waitEndsAt) });
  // After an objection a person decides, and no clock.
  if (situation === 'paused' && held?.pause && held.pause.reason !== 'weak-veto')
    facts.push({ name: t('facts.until'), value: at(held.pause.until) });
  if (situation === 'enrol' && held?.enrolment)
    facts.push({ name: t('facts.until'), value: at(held.enrolment.closesAt) });
  const reported = held?.losable.filter((thing) => thing.reported) ?? [];
  return (
    <Card>
      <Facts facts={facts} />
      {reported.length > 0 && (
        <p className="mt-3 text-small text-ink-2">
          {t('loss.reported', {
            things: list(
              reported.map((thing) =>
                thing.kind === 'factor'
                  ? factor(thing.factor)
                  : `${factor(thing.kind)} ${thing.to}`,
              ),
            ),
          })}
        </p>
      )}
    </Card>
  );
}
