import { useTranslations } from 'next-intl';
import { KeptForm } from '../../../../../components/holder/kept-form';
import { KeyButton } from '../../../../../components/holder/key-button';
import { SeedForm } from '../../../../../components/holder/seed-form';
import { ActionForm } from '../../../../../components/ui/action-form';
import { Card } from '../../../../../components/ui/card';
import { CodeField } from '../../../../../components/ui/code-field';
import { SubmitButton } from '../../../../../components/ui/submit-button';
import {
  beginApp,
  beginKept,
  beginKey,
  confirmApp,
  confirmKept,
  confirmKey,
} from '../actions/enrol';
import type { SetUpParts } from './parts';

/** Backup codes or a temporary pass: for this screen alone, and typed back before they count. */
export function NewKept({
  view,
  enrolment: { factorId },
  kind,
}: SetUpParts & { kind: 'backup-codes' | 'temporary-pass' }) {
  const t = useTranslations('holder.enrol.kept');
  return (
    <KeptForm
      action={beginKept}
      handle={view.handle}
      begun={factorId !== undefined}
      words={{
        begin: t(`begin.${kind}`),
        action: t(`action.${kind}`),
        again: t('again'),
        againText: t('againText'),
        shown: t(`shown.${kind}`),
        private: t('private'),
      }}
    >
      {factorId && (
        <Card>
          <ActionForm action={confirmKept}>
            <input type="hidden" name="handle" value={view.handle} />
            <input type="hidden" name="factor" value={factorId} />
            <CodeField name="code" label={t(`field.${kind}`)} hint={t('hint')} kind="characters" />
            <SubmitButton size="large">{t('submit')}</SubmitButton>
          </ActionForm>
        </Card>
      )}
    </KeptForm>
  );
}

export function NewApp({ view, enrolment }: SetUpParts) {
  const t = useTranslations('holder.enrol.app');
  return (
    <SeedForm
      action={beginApp}
      handle={view.handle}
      begun={enrolment.factorId !== undefined}
      words={{
        begin: t('begin'),
        action: t('action'),
        again: t('again'),
        againText: t('againText'),
        scan: t('scan'),
        alt: t('alt'),
        manual: t('manual'),
        open: t('open'),
        private: t('private'),
      }}
    >
      {enrolment.factorId && (
        <Card>
          <ActionForm action={confirmApp}>
            <input type="hidden" name="handle" value={view.handle} />
            <input type="hidden" name="factor" value={enrolment.factorId} />
            <CodeField name="code" label={t('field')} hint={t('hint')} />
            <SubmitButton size="large">{t('submit')}</SubmitButton>
          </ActionForm>
        </Card>
      )}
    </SeedForm>
  );
}

export function NewKey({ view: { handle } }: SetUpParts) {
  const t = useTranslations('holder.enrol.key');
  const common = useTranslations('common.form');
  return (
    <Card>
      <p className="mb-4">{t('begin')}</p>
      <KeyButton
        kind="enrol"
        handle={handle}
        ask={beginKey}
        answer={confirmKey}
        words={{
          action: t('action'),
          failed: t('failed'),
          known: t('known'),
          unable: t('unable'),
          pending: common('pending'),
          scriptNeeded: t('scriptNeeded'),
        }}
      />
    </Card>
  );
}
