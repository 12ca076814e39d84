import { useTranslations } from 'next-intl';
import { ActionForm } from '../../../../components/ui/action-form';
import { Card } from '../../../../components/ui/card';
import { CodeField } from '../../../../components/ui/code-field';
import { Notice } from '../../../../components/ui/notice';
import { SubmitButton } from '../../../../components/ui/submit-button';
import type { AskedCode, HolderView } from '../../../../lib/queries/holder-view';
import { enterCode, resendCode } from './actions/prove';
import { useWhen } from './when';

/** A code that the desk sent: until when it works, where to enter it, and how to get another one. */
export function CodeCard({ code, view }: { code: AskedCode; view: HolderView }) {
  const t = useTranslations('holder.code');
  const common = useTranslations('common.actions');
  const hint = useHint(code, view);
  if (code.state === 'closed')
    return (
      <Notice tone="stop" title={t(code.over)}>
        <p>{t('closed')}</p>
      </Notice>
    );
  const hidden = (
    <>
      <input type="hidden" name="handle" value={view.handle} />
      <input type="hidden" name="proof" value={code.proofId} />
    </>
  );
  return (
    <Card>
      {code.state === 'open' ? (
        <ActionForm action={enterCode} label={t(code.over)}>
          {hidden}
          <CodeField name="code" label={t(code.over)} hint={hint} />
          <SubmitButton size="large">{common('next')}</SubmitButton>
        </ActionForm>
      ) : (
        <Notice tone="warn" title={t(code.over)}>
          <p>{t('expired')}</p>
        </Notice>
      )}
      <ActionForm
        action={resendCode}
        label={t('resendTitle')}
        className="mt-5 border-t border-line pt-4"
      >
        {hidden}
        <div className="text-small text-ink-2">
          <p className="font-semibold text-ink">{t('resendTitle')}</p>
          <p>
            {code.refused
              ? t('refused')
              : code.over === 'email'
                ? t('resendText')
                : t('resendTextSms')}
          </p>
        </div>
        <p>
          <SubmitButton look="default">{t('resend')}</SubmitButton>
        </p>
      </ActionForm>
    </Card>
  );
}

function useHint(code: AskedCode, view: HolderView): string {
  const t = useTranslations('holder.code');
  const when = useWhen(view);
  const onFile = code.over === 'email' ? t('sentEmail') : t('sentSms');
  return t('hint', {
    amount: t(`amount.${code.digits === 6 ? 'six' : code.digits === 7 ? 'seven' : 'eight'}`),
    sent: code.to ? t('sentTo', { to: code.to }) : onFile,
    when: when(code.expiresAt, 'near'),
    warning: view.readingOutAllowed ? t('readOut') : t('nobody'),
  });
}
