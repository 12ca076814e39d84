import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ContactFields } from '../../../../../components/account/contact-fields';
import { PublicShell } from '../../../../../components/shell/public-shell';
import { ActionForm } from '../../../../../components/ui/action-form';
import { ProseTitle } from '../../../../../components/ui/prose-title';
import { SubmitButton } from '../../../../../components/ui/submit-button';
import { TextLink } from '../../../../../components/ui/text-link';
import { contactWait } from '../../../../../lib/domain/account/contact-counting';
import { formatDuration } from '../../../../../lib/messages/format';
import { freshHolder } from '../../acting';
import { inviteContact } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('recoveryContacts.invite'))('title') };
}

/** Asks somebody to vouch for the account holder from now on. Needs a second factor shown just now. */
export default async function InviteContactPage() {
  const { read } = await freshHolder('/account/contacts/new');
  const [t, locale] = await Promise.all([getTranslations('recoveryContacts.invite'), getLocale()]);
  return (
    <PublicShell area="account" organisation={read.organisation.name}>
      <p>
        <TextLink href="/account/contacts">{t('back')}</TextLink>
      </p>
      <ProseTitle title={t('title')}>
        <p>{t('text')}</p>
      </ProseTitle>
      <ActionForm action={inviteContact}>
        <ContactFields words="recoveryContacts.invite" />
        <SubmitButton size="large">{t('submit')}</SubmitButton>
      </ActionForm>
      <section aria-labelledby="steps" className="grid gap-2">
        <h2 id="steps" className="text-section font-semibold">
          {t('steps')}
        </h2>
        <ol className="grid list-decimal gap-1.5 pl-5 text-ink-2">
          <li>{t('step1')}</li>
          <li>{t('step2', { wait: formatDuration(contactWait(read.policy), locale) })}</li>
          <li>{t('step3')}</li>
        </ol>
      </section>
    </PublicShell>
  );
}
