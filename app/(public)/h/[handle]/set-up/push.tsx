import { useTranslations } from 'next-intl';
import { ActionForm } from '../../../../../components/ui/action-form';
import { Card } from '../../../../../components/ui/card';
import { SubmitButton } from '../../../../../components/ui/submit-button';
import { TextLink } from '../../../../../components/ui/text-link';
import { beginPush, confirmPush } from '../actions/enrol-here';
import type { SetUpParts } from './parts';

/** This browser, as the device that is asked. Pressed twice, because only the second time shows that it keeps cookies. */
export function NewPush({ view: { handle }, enrolment: { factorId } }: SetUpParts) {
  const t = useTranslations('holder.enrol.push');
  return (
    <Card>
      <div className="grid gap-4">
        <p>{t('begin')}</p>
        <p>
          {t('needs')} <TextLink href="/account/push">{t('page')}</TextLink>.
        </p>
        {factorId && (
          <ActionForm action={confirmPush}>
            <input type="hidden" name="handle" value={handle} />
            <input type="hidden" name="factor" value={factorId} />
            <p role="status" className="font-semibold">
              {t('kept')}
            </p>
            <SubmitButton size="large">{t('submit')}</SubmitButton>
          </ActionForm>
        )}
        <ActionForm action={beginPush}>
          <input type="hidden" name="handle" value={handle} />
          <SubmitButton
            look={factorId ? 'default' : 'primary'}
            size={factorId ? 'normal' : 'large'}
          >
            {t('action')}
          </SubmitButton>
        </ActionForm>
      </div>
    </Card>
  );
}
