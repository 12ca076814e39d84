import { useTranslations } from 'next-intl';
import { ActionForm } from '../ui/action-form';
import { Card } from '../ui/card';
import type { FormAction } from '../ui/form-state';
import { SubmitButton } from '../ui/submit-button';
import { TextField } from '../ui/text-field';

/**
 * The code of an app that was just set up, from its key (the field `key`): a real app goes by the real time, and once
 * the clock of the desk was moved, its codes are refused.
 */
export function NewAppCode({ show }: { show: FormAction }) {
  const t = useTranslations('inbox.newApp');
  return (
    <Card title={t('title')}>
      <p className="mb-3 text-small text-ink-2">{t('hint')}</p>
      <ActionForm action={show} label={t('title')}>
        <TextField name="key" label={t('key')} autoComplete="off" spellCheck={false} />
        <div>
          <SubmitButton look="default">{t('show')}</SubmitButton>
        </div>
      </ActionForm>
    </Card>
  );
}
