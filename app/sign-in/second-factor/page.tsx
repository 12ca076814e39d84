import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { SignInKey } from '../../../components/own/sign-in-key';
import { PublicShell } from '../../../components/shell/public-shell';
import { ActionForm } from '../../../components/ui/action-form';
import { Card } from '../../../components/ui/card';
import { CodeField } from '../../../components/ui/code-field';
import { ProseTitle } from '../../../components/ui/prose-title';
import { SubmitButton } from '../../../components/ui/submit-button';
import { TextLink } from '../../../components/ui/text-link';
import { formatInstant } from '../../../lib/messages/format';
import { desk } from '../../../lib/wiring';
import { nextParameter, nextPath, readTicket } from '../../session';
import { answerKey, askKey, sendCode } from '../actions';
import { beginAgain } from '../answers';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn.second'))('title') };
}

/** The second step: an authenticator app or a security key. Opening it changes nothing. */
export default async function SecondFactorPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string }>;
}) {
  const next = nextPath((await searchParams).next);
  const asked = await desk().readSecondFactor((await readTicket()) ?? '');
  if (!asked) beginAgain(next);
  const [t, locale] = await Promise.all([getTranslations('signIn.second'), getLocale()]);
  const { now, expiresAt, kinds } = asked;
  const app = kinds.includes('authenticator-app');
  const left = formatInstant(expiresAt, { now, locale, timeZone: 'UTC', style: 'relative' });
  const back = `${asked.renews ? '/sign-in/again' : '/sign-in'}${nextParameter(next)}`;
  return (
    <PublicShell help={false}>
      <ProseTitle title={t('title')}>
        <p>
          {t('text')} {t('until', { left })}
        </p>
      </ProseTitle>
      {app && (
        <ActionForm action={sendCode}>
          {next && <input type="hidden" name="next" value={next} />}
          <CodeField name="code" label={t('app')} hint={t('appHint')} autoFocus />
          <SubmitButton size="large">{t('appSubmit')}</SubmitButton>
        </ActionForm>
      )}
      {kinds.includes('security-key') && (
        <Card title={app ? t('or') : t('key')}>
          <p className="mb-4 text-ink-2">{t('keyText')}</p>
          <SignInKey words="signIn.second" handle={next ?? ''} ask={askKey} answer={answerKey} />
        </Card>
      )}
      <p>
        <TextLink href={back}>{t('back')}</TextLink>
      </p>
    </PublicShell>
  );
}
