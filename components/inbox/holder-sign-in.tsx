import { useTranslations } from 'next-intl';
import { ActionForm } from '../ui/action-form';
import { Card } from '../ui/card';
import { CodeField } from '../ui/code-field';
import type { FormAction } from '../ui/form-state';
import { type DeskClock, Instant } from '../ui/instant';
import { Select } from '../ui/select';
import { SubmitButton } from '../ui/submit-button';

/** A sign-in of this browser that paused a case and may say how it goes on (R28). */
export interface AskedSignIn {
  signInId: string;
  who: string;
  until: string;
}

/**
 * The sign-in of an account holder, with fields `account` and `code`; and the question that it may
 * raise, with fields `signInId` and `answer` (`go-on` or `not-me`).
 */
export function HolderSignIn({
  accounts,
  asked,
  clock,
  signIn,
  answer,
}: {
  accounts: readonly { value: string; label: string }[];
  asked: readonly AskedSignIn[];
  clock: DeskClock;
  signIn: FormAction;
  answer: FormAction;
}) {
  const t = useTranslations('inbox.signIn');
  return (
    <Card title={t('title')}>
      <p className="mb-3 text-small text-ink-2">{t('hint')}</p>
      <ActionForm action={signIn} label={t('title')}>
        <Select name="account" label={t('account')} placeholder={t('choose')} options={accounts} />
        <CodeField name="code" label={t('code')} />
        <div>
          <SubmitButton look="default">{t('button')}</SubmitButton>
        </div>
      </ActionForm>
      {asked.map(({ signInId, who, until }) => (
        <section key={signInId} className="mt-5 grid gap-3 border-t border-line pt-4">
          <h3 className="font-semibold">{t('askedTitle')}</h3>
          <p>
            {t.rich('asked', {
              who,
              when: () => <Instant at={until} clock={clock} style="near" />,
            })}
          </p>
          <ActionForm action={answer} label={t('askedTitle')}>
            <input type="hidden" name="signInId" value={signInId} />
            <div className="flex flex-wrap gap-2">
              <SubmitButton name="answer" value="go-on" look="primary">
                {t('goOn')}
              </SubmitButton>
              <SubmitButton name="answer" value="not-me" look="danger-outline">
                {t('notMe')}
              </SubmitButton>
            </div>
          </ActionForm>
        </section>
      ))}
    </Card>
  );
}
