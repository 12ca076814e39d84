import { useTranslations } from 'next-intl';
import { capital, useMeasureWords } from '../../../../components/holder/measure-words';
import { ActionForm } from '../../../../components/ui/action-form';
import { LinkButton } from '../../../../components/ui/link-button';
import { SubmitButton } from '../../../../components/ui/submit-button';
import type { HolderView } from '../../../../lib/queries/holder-view';
import { showSecret } from './actions/screen';
import type { Situation } from './situation';

/** The one thing to do now that is no code to enter. */
export function Task({ view, situation }: { view: HolderView; situation: Situation }) {
  const t = useTranslations('holder');
  const { setUp } = useMeasureWords();
  const here = `/h/${view.handle}`;
  if (situation === 'ready')
    return (
      <ActionForm action={showSecret}>
        <input type="hidden" name="handle" value={view.handle} />
        <SubmitButton size="large">{t('secret.readyAction')}</SubmitButton>
      </ActionForm>
    );
  if (situation === 'elsewhere')
    return (
      <div className="grid gap-3">
        <LinkButton href={`${here}/key`} look="primary" size="large">
          {t('elsewhere.action')}
        </LinkButton>
        <p className="text-small text-ink-2">{t('elsewhere.lost')}</p>
      </div>
    );
  if (situation === 'enrol' && view.held?.enrolment)
    return (
      <LinkButton href={`${here}/set-up`} look="primary" size="large">
        {capital(setUp(view.held.enrolment.kind))}
      </LinkButton>
    );
  return null;
}
