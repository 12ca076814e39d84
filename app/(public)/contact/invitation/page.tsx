import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { PublicShell } from '../../../../components/shell/public-shell';
import { ActionForm } from '../../../../components/ui/action-form';
import { ProseTitle } from '../../../../components/ui/prose-title';
import { SubmitButton } from '../../../../components/ui/submit-button';
import { formatDuration, formatInstant } from '../../../../lib/messages/format';
import { acceptInvitation, declineInvitation } from '../actions';
import { contactPage } from '../kept';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('recoveryContacts.about'))('title') };
}

const ITEMS = ['one', 'two', 'three'] as const;

/** What a recovery contact is and is not, before the yes or the no. */
export default async function InvitationPage() {
  const page = await contactPage('/contact/invitation');
  const [t, locale] = await Promise.all([
    getTranslations('recoveryContacts.invitation'),
    getLocale(),
  ]);
  const { holder, organisation, timeZone, now } = page;
  const until = formatInstant(page.expiresAt, { locale, timeZone, now, style: 'long' });
  return (
    <PublicShell organisation={organisation} help={false}>
      <ProseTitle title={t('title', { holder })}>
        <p>{t('text', { holder, organisation })}</p>
        {page.invitedBy === 'staff' && <p>{t('byStaff', { holder, organisation })}</p>}
      </ProseTitle>
      {(['does', 'doesNot'] as const).map((part) => (
        <section key={part} aria-labelledby={part} className="grid gap-2">
          <h2 id={part} className="text-section font-semibold">
            {t(part)}
          </h2>
          <ul className="grid list-disc gap-1.5 pl-5">
            {ITEMS.map((item) => (
              <li key={item}>{t(`${part}Items.${item}`, { holder })}</li>
            ))}
          </ul>
        </section>
      ))}
      <div className="grid gap-2 text-ink-2">
        <p>{t('wait', { holder, wait: formatDuration(page.wait, locale) })}</p>
        <p>{t('kept', { holder })}</p>
        <p>{t('unsure', { holder })}</p>
      </div>
      <ActionForm action={acceptInvitation} label={t('accept')}>
        <p className="font-semibold">{t('until', { when: until })}</p>
        <SubmitButton size="large">{t('accept')}</SubmitButton>
      </ActionForm>
      <ActionForm action={declineInvitation} label={t('decline')}>
        <SubmitButton look="default" size="large">
          {t('decline')}
        </SubmitButton>
        <p className="text-small text-ink-2">{t('declineHint', { holder })}</p>
      </ActionForm>
    </PublicShell>
  );
}
