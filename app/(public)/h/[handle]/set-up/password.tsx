import { useTranslations } from 'next-intl';
import { NewPasswordFields } from '../../../../../components/own/new-password-fields';
import { ActionForm } from '../../../../../components/ui/action-form';
import { Card } from '../../../../../components/ui/card';
import { SubmitButton } from '../../../../../components/ui/submit-button';
import { choosePassword } from '../actions/enrol-here';
import type { SetUpParts } from './parts';

export function NewPassword({ view: { handle }, enrolment: { onlyFactor } }: SetUpParts) {
  const t = useTranslations('holder.enrol.password');
  return (
    <Card>
      <ActionForm action={choosePassword}>
        <input type="hidden" name="handle" value={handle} />
        <NewPasswordFields secondFactor={!onlyFactor} />
        <p className="text-small text-ink-2">{t('consequence')}</p>
        <SubmitButton size="large">{t('submit')}</SubmitButton>
      </ActionForm>
    </Card>
  );
}
