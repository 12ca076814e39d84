import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { KeptForm } from '../../../../../components/holder/kept-form';
import { KeyButton } from '../../../../../components/holder/key-button';
import { useMeasureWords } from '../../../../../components/holder/measure-words';
import { SeedForm } from '../../../../../components/holder/seed-form';
import { PublicShell } from '../../../../../components/shell/public-shell';
import { ActionForm } from '../../../../../components/ui/action-form';
import { Card } from '../../../../../components/ui/card';
import { CodeField } from '../../../../../components/ui/code-field';
import { ProseTitle } from '../../../../../components/ui/prose-title';
import { SubmitButton } from '../../../../../components/ui/submit-button';
import { TextLink } from '../../../../../components/ui/text-link';
import type { HeldView, HolderView } from '../../../../../lib/queries/holder-view';
import {
  beginApp,
  beginKept,
  beginKey,
  confirmApp,
  confirmKept,
  confirmKey,
} from '../actions/enrol';
import { type HandleParams, heldViewOf } from '../view';
import { useWhen } from '../when';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('holder');
  return { title: t('title') };
}

/** Where the holder, and only the screen with the case secret, sets up the new second factor (R15, R17). */
export default async function SetUpPage(at: HandleParams) {
  const view = await heldViewOf(at);
  const { enrolment } = view.held;
  if (!enrolment) redirect(`/h/${view.handle}`);
  return (
    <PublicShell organisation={view.organisation.name}>
      <SetUp view={view} enrolment={enrolment} />
    </PublicShell>
  );
}

type Parts = { view: HolderView; enrolment: NonNullable<HeldView['enrolment']> };

function SetUp({ view, enrolment }: Parts) {
  const t = useTranslations('holder');
  const when = useWhen(view);
  const { factor } = useMeasureWords();
  return (
    <>
      <ProseTitle title={t('enrol.title', { enrol: factor(enrolment.kind) })}>
        <p>{t('enrol.until', { when: when(enrolment.closesAt, 'long') })}</p>
      </ProseTitle>
      <New view={view} enrolment={enrolment} />
      <p>
        <TextLink href={`/h/${view.handle}`}>{t('check.back')}</TextLink>
      </p>
    </>
  );
}

function New({ view, enrolment }: Parts) {
  switch (enrolment.kind) {
    case 'security-key':
      return <NewKey handle={view.handle} />;
    case 'authenticator-app':
      return <NewApp view={view} enrolment={enrolment} />;
    default:
      return <NewKept view={view} factorId={enrolment.factorId} kind={enrolment.kind} />;
  }
}

/** Backup codes or a temporary pass: for this screen alone, and typed back before they count. */
function NewKept({
  view,
  factorId,
  kind,
}: {
  view: HolderView;
  factorId: string | undefined;
  kind: 'backup-codes' | 'temporary-pass';
}) {
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

function NewApp({ view, enrolment }: Parts) {
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

function NewKey({ handle }: { handle: string }) {
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
