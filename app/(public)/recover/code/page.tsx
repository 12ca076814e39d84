import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PublicShell } from '../../../../components/shell/public-shell';
import { ActionForm } from '../../../../components/ui/action-form';
import { Card } from '../../../../components/ui/card';
import { CodeField } from '../../../../components/ui/code-field';
import { ProseTitle } from '../../../../components/ui/prose-title';
import { SubmitButton } from '../../../../components/ui/submit-button';
import { TextLink } from '../../../../components/ui/text-link';
import { askAgain, enterCode } from '../actions';
import { askedHere } from '../kept';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('asking.code'))('title') };
}

/**
 * The answer to every request. What a right code is a yes to stands before it (R5), in words for the symptom; what was
 * typed stands below, so that a slip can be seen. Nothing comes from an account: it is the same for every name (R14).
 */
export default async function RecoverCodePage() {
  const asked = (await askedHere()) ?? redirect('/recover?over=1');
  const [t, symptoms, wish] = await Promise.all([
    getTranslations('asking.code'),
    getTranslations('asking.symptoms'),
    getTranslations('letters.requestCode.wish'),
  ]);
  return (
    <PublicShell back="/recover/code">
      <ProseTitle title={t('title')}>
        <p>{t('text')}</p>
        <p>
          {t('wish', { wish: wish(asked.symptom) })} {asked.symptom !== 'other' && t('wishMore')}
        </p>
      </ProseTitle>
      <Card>
        <ActionForm action={enterCode} label={t('field')}>
          <CodeField name="code" label={t('field')} hint={t('hint')} />
          <SubmitButton size="large">{t('submit')}</SubmitButton>
          <p className="text-small text-ink-2">{t('after')}</p>
        </ActionForm>
        <ActionForm
          action={askAgain}
          label={t('againTitle')}
          className="mt-5 border-t border-line pt-4"
        >
          <div className="text-small text-ink-2">
            <p className="font-semibold text-ink">{t('againTitle')}</p>
            <p>{t('againText')}</p>
          </div>
          <p>
            <SubmitButton look="default">{t('again')}</SubmitButton>
          </p>
        </ActionForm>
      </Card>
      <p className="text-small text-ink-2 [overflow-wrap:anywhere]">
        {t('asked', {
          signIn: asked.signIn,
          over: t(`overs.${asked.over}`),
          symptom: symptoms(asked.symptom),
        })}{' '}
        <TextLink href="/recover">{t('change')}</TextLink>
      </p>
    </PublicShell>
  );
}
