import { useTranslations } from 'next-intl';
import type { PushPage } from '../../lib/domain/account/own/pages';
import { ActionForm } from '../ui/action-form';
import { Card } from '../ui/card';
import { CodeField } from '../ui/code-field';
import { Facts } from '../ui/facts';
import type { FormAction } from '../ui/form-state';
import { type DeskClock, Instant } from '../ui/instant';
import { SubmitButton } from '../ui/submit-button';

/** Who signs in elsewhere, and the two answers. Keyed by the question: another one begins with an empty field. */
export function PushAnswer({
  question,
  clock,
  yes,
  no,
}: {
  question: NonNullable<PushPage['question']>;
  clock: DeskClock;
  yes: FormAction;
  no: FormAction;
}) {
  const t = useTranslations('ownSignIn.push.page');
  const { id, askedAt, address, device } = question;
  return (
    <div key={id} className="grid gap-5">
      <Card>
        <Facts
          facts={[
            { name: t('when'), value: <Instant at={askedAt} clock={clock} /> },
            { name: t('address'), value: address, code: true },
            { name: t('browser'), value: device || t('unknownBrowser') },
          ]}
        />
      </Card>
      <ActionForm action={yes} label={t('yes')}>
        <input type="hidden" name="questionId" value={id} />
        <CodeField name="number" label={t('number')} hint={t('numberHint')} />
        <SubmitButton size="large">{t('yes')}</SubmitButton>
      </ActionForm>
      <ActionForm action={no} label={t('no')}>
        <input type="hidden" name="questionId" value={id} />
        <p className="text-small text-ink-2">{t('noText')}</p>
        <div>
          <SubmitButton look="danger" size="large">
            {t('no')}
          </SubmitButton>
        </div>
      </ActionForm>
    </div>
  );
}
