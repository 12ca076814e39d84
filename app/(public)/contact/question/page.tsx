import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PublicShell } from '../../../../components/shell/public-shell';
import { ActionForm } from '../../../../components/ui/action-form';
import { RadioCards } from '../../../../components/ui/choice-cards';
import { CodeField } from '../../../../components/ui/code-field';
import { Notice } from '../../../../components/ui/notice';
import { ProseTitle } from '../../../../components/ui/prose-title';
import { SubmitButton } from '../../../../components/ui/submit-button';
import { SPOKEN } from '../../../../lib/domain/account/vouch';
import { contactPage } from '../kept';
import { sendWord } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('recoveryContacts.about'))('title') };
}

/** Who asks, what a yes means, how they spoke, and the code. Nothing else about the recovery (R40). */
export default async function QuestionPage() {
  const { holder, organisation } = await contactPage('/contact/question');
  const t = await getTranslations('recoveryContacts.question');
  return (
    <PublicShell organisation={organisation} help={false}>
      <ProseTitle title={t('title', { holder })}>
        <p>{t('text', { holder, organisation })}</p>
        <p>{t('means', { holder })}</p>
      </ProseTitle>
      <Notice tone="warn" title={t('doubt', { holder })} />
      <ActionForm action={sendWord}>
        <RadioCards
          name="spoken"
          legend={t('spoken')}
          choices={SPOKEN.map((way) => ({
            value: way,
            label: t(`ways.${way}`),
            why: t(`waysHint.${way}`),
          }))}
        />
        <CodeField name="code" label={t('code')} hint={t('codeHint', { holder })} />
        <label className="flex items-start gap-2.5">
          <input type="checkbox" name="sure" className="mt-1 size-5 shrink-0 accent-brand" />
          <span>{t('sure', { holder })}</span>
        </label>
        <SubmitButton size="large">{t('submit')}</SubmitButton>
      </ActionForm>
    </PublicShell>
  );
}
