import { useTranslations } from 'next-intl';
import type { SignInFactor } from '../../lib/domain/account/own/pages';
import { ActionForm } from '../ui/action-form';
import { CodeField } from '../ui/code-field';
import type { FormAction } from '../ui/form-state';
import { type DeskClock, Instant } from '../ui/instant';
import { SubmitButton } from '../ui/submit-button';
import { TrustBox } from './trust-box';

/** One field for what the holder shows: the code of an app, a backup code, what was sent. */
export function FactorForm({
  factor,
  next,
  action,
  mayTrust,
  clock,
}: {
  factor: SignInFactor;
  next: string;
  action: FormAction;
  mayTrust: boolean;
  /** There are several of its kind: then it says which, and since when. */
  clock?: DeskClock;
}) {
  const t = useTranslations('ownSignIn');
  const written = factor.kind === 'backup-codes' || factor.kind === 'temporary-pass';
  const since = clock && <Instant at={factor.addedAt} clock={clock} style="date" />;
  const hint = factor.kind === 'authenticator-app' && (
    <>
      {t('second.which', { label: factor.label })}{' '}
      {since && t.rich('second.addedSentence', { when: () => since })}
    </>
  );
  return (
    <ActionForm action={action} label={t(`kinds.${factor.kind}`)}>
      <input type="hidden" name="next" value={next} />
      <input type="hidden" name="factorId" value={factor.id} />
      <CodeField
        name="code"
        label={t(`fields.${factor.kind}`)}
        hint={hint}
        kind={written ? 'characters' : 'digits'}
        autoFocus
      />
      {mayTrust && <TrustBox label={t('second.trust')} hint={t('second.trustHint')} />}
      <SubmitButton size="large">{t('second.submit')}</SubmitButton>
    </ActionForm>
  );
}
