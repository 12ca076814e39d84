import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import type { ContactPoint } from '../../lib/domain/account/account';
import type { Confirming } from '../../lib/domain/account/own/own';
import { ActionForm } from '../ui/action-form';
import { CodeField } from '../ui/code-field';
import type { FormAction } from '../ui/form-state';
import { SubmitButton } from '../ui/submit-button';
import { SignInKey } from './sign-in-key';

/** A code to this contact point; once it is under way, the field for it. */
export function AnewPoint({
  point,
  sent,
  send,
  enter,
}: {
  point: ContactPoint;
  /** How the code went that is under way. */
  sent: Confirming['via'] | undefined;
  send: FormAction;
  enter: FormAction;
}) {
  const t = useTranslations('ownPages.anew');
  const confirm = useTranslations('ownPages.confirm');
  const look = sent ? 'default' : 'primary';
  const asking = (
    <ActionForm action={send}>
      <input type="hidden" name="id" value={point.id} />
      <div className="flex flex-wrap gap-3">
        {(point.kind === 'email' || point.smsCapable) && (
          <SubmitButton look={look} name="by" value="message">
            {sent ? confirm('again') : t('send')}
          </SubmitButton>
        )}
        {point.kind === 'phone' && (
          <SubmitButton look={point.smsCapable ? 'default' : look} name="by" value="voice">
            {t('call')}
          </SubmitButton>
        )}
      </div>
    </ActionForm>
  );
  if (!sent) return asking;
  return (
    <>
      <p role="status" className="[overflow-wrap:anywhere]">
        {confirm(`sent.${sent}`, { to: point.address })}
      </p>
      <AnewCode id={point.id} enter={enter} label={confirm('code')} />
      <section className="grid gap-2 border-t border-line pt-4">
        <p className="text-small text-ink-2">{confirm('againHint')}</p>
        {asking}
      </section>
    </>
  );
}

/** The code that the app shows now. */
export function AnewApp({ factorId, enter }: { factorId: string; enter: FormAction }) {
  const t = useTranslations('ownSignIn.fields');
  return <AnewCode id={factorId} enter={enter} label={t('authenticator-app')} />;
}

function AnewCode({ id, enter, label }: { id: string; enter: FormAction; label: string }) {
  const t = useTranslations('ownPages.confirm');
  return (
    <ActionForm action={enter}>
      <input type="hidden" name="id" value={id} />
      <CodeField name="code" label={label} autoFocus />
      <SubmitButton size="large">{t('submit')}</SubmitButton>
    </ActionForm>
  );
}

type Key = ComponentProps<typeof SignInKey>;

export function AnewKey({
  factorId,
  ask,
  answer,
}: {
  factorId: string;
  ask: Key['ask'];
  answer: Key['answer'];
}) {
  const t = useTranslations('ownPages.anew');
  return (
    <SignInKey
      words="ownSignIn.second"
      action={t('key')}
      handle={factorId}
      factorId={factorId}
      ask={ask}
      answer={answer}
    />
  );
}
