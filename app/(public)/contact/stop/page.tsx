import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { PublicShell } from '../../../../components/shell/public-shell';
import { ActionForm } from '../../../../components/ui/action-form';
import { ProseTitle } from '../../../../components/ui/prose-title';
import { SubmitButton } from '../../../../components/ui/submit-button';
import { formatInstant } from '../../../../lib/messages/format';
import { stop } from '../actions';
import { contactPage } from '../kept';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('recoveryContacts.stop'))('submit') };
}

/** The account holder's no to a recovery contact: no sign-in, one page, one button. */
export default async function StopContactPage() {
  const page = await contactPage('/contact/stop');
  const [t, locale] = await Promise.all([getTranslations('recoveryContacts.stop'), getLocale()]);
  const { name, organisation, timeZone, now, countsFrom = now, status } = page;
  const when = formatInstant(countsFrom, { locale, timeZone, now, style: 'long' });
  return (
    <PublicShell organisation={organisation}>
      <ProseTitle title={t('title', { name })}>
        {status === 'invited' && <p>{t('invited', { name, organisation })}</p>}
        {status === 'waiting' && <p>{t('waiting', { name, organisation, when })}</p>}
        {status === 'active' && <p>{t('active', { name, organisation })}</p>}
        <p>{t('text', { name })}</p>
      </ProseTitle>
      <ActionForm action={stop}>
        <SubmitButton look="danger" size="large">
          {t('submit')}
        </SubmitButton>
      </ActionForm>
    </PublicShell>
  );
}
