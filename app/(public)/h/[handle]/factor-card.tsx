import { useTranslations } from 'next-intl';
import { KeyButton } from '../../../../components/holder/key-button';
import { ActionForm } from '../../../../components/ui/action-form';
import { Card } from '../../../../components/ui/card';
import { CodeField } from '../../../../components/ui/code-field';
import { SubmitButton } from '../../../../components/ui/submit-button';
import type { RemainingFactor } from '../../../../lib/queries/holder-view';
import { enterAppCode, enterBackupCode, keyChallenge, proveWithKey } from './actions/prove';

/** A second factor that the holder still has, used here as a proof (R4). */
export function FactorCard({ factor, handle }: { factor: RemainingFactor; handle: string }) {
  const t = useTranslations('holder.factor');
  const common = useTranslations('common');
  const { factorId, kind, label } = factor;
  if (kind === 'security-key')
    return (
      <Card title={t('key')}>
        <p className="mb-4 text-ink-2">{t('keyHint', { label })}</p>
        <KeyButton
          kind="prove"
          handle={handle}
          factorId={factorId}
          ask={keyChallenge}
          answer={proveWithKey}
          words={{
            action: t('keyAction'),
            failed: t('keyFailed'),
            unable: t('keyUnable'),
            pending: common('form.pending'),
            scriptNeeded: t('scriptNeeded'),
          }}
        />
      </Card>
    );
  if (kind === 'backup-codes')
    return (
      <Card>
        <ActionForm action={enterBackupCode} label={t('backup')}>
          <input type="hidden" name="handle" value={handle} />
          <input type="hidden" name="factor" value={factorId} />
          <CodeField name="code" label={t('backup')} hint={t('backupHint')} kind="characters" />
          <SubmitButton size="large">{common('actions.next')}</SubmitButton>
        </ActionForm>
      </Card>
    );
  return (
    <Card>
      <ActionForm action={enterAppCode} label={t('app')}>
        <input type="hidden" name="handle" value={handle} />
        <input type="hidden" name="factor" value={factorId} />
        <CodeField name="code" label={t('app')} hint={t('appHint', { label })} />
        <SubmitButton size="large">{common('actions.next')}</SubmitButton>
      </ActionForm>
    </Card>
  );
}
