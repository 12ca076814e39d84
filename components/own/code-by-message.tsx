import { useTranslations } from 'next-intl';
import type { SignInFactor } from '../../lib/domain/account/own/pages';
import { ActionForm } from '../ui/action-form';
import type { FormAction } from '../ui/form-state';
import { SubmitButton } from '../ui/submit-button';
import { FactorForm } from './factor-form';

/** A code that is sent when it is asked for, where it went, and the way to have another. */
export function CodeByMessage({
  factor,
  kind,
  sent,
  send,
  ...form
}: {
  factor: SignInFactor;
  kind: 'sms' | 'voice' | 'email-code';
  /** A code is under way, over this very factor. */
  sent: boolean;
  send: FormAction;
  next: string;
  action: FormAction;
  mayTrust: boolean;
}) {
  const t = useTranslations('ownSignIn.second');
  const to = factor.to ?? '';
  const asking = (
    <ActionForm action={send} label={t(sent ? `sendAgain.${kind}` : `send.${kind}`)}>
      <input type="hidden" name="next" value={form.next} />
      <input type="hidden" name="factorId" value={factor.id} />
      <div>
        <SubmitButton look={sent ? 'default' : 'primary'} size={sent ? 'normal' : 'large'}>
          {t(sent ? `sendAgain.${kind}` : `send.${kind}`)}
        </SubmitButton>
      </div>
    </ActionForm>
  );
  if (!sent)
    return (
      <>
        <p>{t(`notSent.${kind}`, { to })}</p>
        {asking}
      </>
    );
  return (
    <>
      <p role="status">{t(`sent.${kind}`, { to })}</p>
      <FactorForm factor={factor} {...form} />
      <section className="grid gap-2 border-t border-line pt-4">
        <p className="text-small text-ink-2">{t(`sendAgainHint.${kind}`)}</p>
        {asking}
      </section>
    </>
  );
}
