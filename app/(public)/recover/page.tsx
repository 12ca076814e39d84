import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PublicShell } from '../../../components/shell/public-shell';
import { ActionForm } from '../../../components/ui/action-form';
import { Notice } from '../../../components/ui/notice';
import { ProseTitle } from '../../../components/ui/prose-title';
import { SubmitButton } from '../../../components/ui/submit-button';
import { TextField } from '../../../components/ui/text-field';
import { TextLink } from '../../../components/ui/text-link';
import { isSymptom, SYMPTOMS, type Symptom } from '../../../lib/domain/runbook/symptom';
import { ask } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('asking'))('title') };
}

/** Asking for recovery without calling: what is wrong, the simple causes of just that, then the wish (R42). */
export default async function RecoverPage({
  searchParams,
}: {
  searchParams: Promise<{ symptom?: string; over?: string }>;
}) {
  const { symptom, over } = await searchParams;
  return isSymptom(symptom) ? <Wish symptom={symptom} /> : <Choice isOver={over !== undefined} />;
}

async function Choice({ isOver }: { isOver: boolean }) {
  const t = await getTranslations('asking');
  return (
    <PublicShell back="/recover">
      <ProseTitle title={t('title')}>
        <p>{t('text')}</p>
      </ProseTitle>
      {isOver && <Notice tone="warn">{t('expired')}</Notice>}
      <nav aria-labelledby="symptom">
        <h2 id="symptom" className="mb-2 text-section font-semibold">
          {t('symptom')}
        </h2>
        <ul className="grid gap-2">
          {SYMPTOMS.map((symptom) => (
            <li key={symptom}>
              <a
                href={`/recover?symptom=${symptom}`}
                className="block rounded-lg border border-line bg-card p-3 font-semibold text-ink no-underline hover:border-line-strong"
              >
                {t(`symptoms.${symptom}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p className="text-small text-ink-2">{t('call')}</p>
    </PublicShell>
  );
}

const TRIES = ['one', 'two', 'three'] as const;

/** Two buttons rather than a choice and a button: whoever asks here is in a hurry, and on a small phone. */
async function Wish({ symptom }: { symptom: Symptom }) {
  const t = await getTranslations('asking');
  return (
    <PublicShell>
      <ProseTitle title={t(`symptoms.${symptom}`)}>
        <p>{t('first')}</p>
      </ProseTitle>
      <ul className="grid list-disc gap-1.5 pl-5">
        {TRIES.map((one) => (
          <li key={one}>{t(`tries.${symptom}.${one}`)}</li>
        ))}
      </ul>
      <ActionForm action={ask} label={t('form')}>
        <h2 className="text-section font-semibold">{t('form')}</h2>
        <p className="text-ink-2">{t('formText')}</p>
        <input type="hidden" name="symptom" value={symptom} />
        <TextField
          name="signIn"
          label={t('signIn')}
          autoComplete="username"
          autoCapitalize="off"
          spellCheck={false}
          required
        />
        <SubmitButton size="large" name="over" value="email">
          {t('overs.email')}
        </SubmitButton>
        <SubmitButton size="large" look="default" name="over" value="sms">
          {t('overs.sms')}
        </SubmitButton>
      </ActionForm>
      <p>
        <TextLink href="/recover">{t('back')}</TextLink>
      </p>
    </PublicShell>
  );
}
