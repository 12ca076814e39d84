import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ContactList } from '../../../../components/own/contact-list';
import { PublicShell } from '../../../../components/shell/public-shell';
import { LinkButton } from '../../../../components/ui/link-button';
import { Notice } from '../../../../components/ui/notice';
import { ProseTitle } from '../../../../components/ui/prose-title';
import { TextLink } from '../../../../components/ui/text-link';
import { contactsAllowed, liveContacts } from '../../../../lib/domain/account/contact-counting';
import { holderSession } from '../session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('recoveryContacts.own'))('title') };
}

/** Who may vouch for the account holder, how each of them stands, and the way to ask or to end one. */
export default async function ContactsPage({
  searchParams,
}: {
  searchParams: Promise<{ done?: string }>;
}) {
  const { done } = await searchParams;
  const { read } = await holderSession();
  const t = await getTranslations('recoveryContacts.own');
  const { account, organisation, policy, now } = read;
  const most = contactsAllowed(policy);
  const full = liveContacts(account).length >= most;
  return (
    <PublicShell area="account" organisation={organisation.name}>
      <p>
        <TextLink href="/account">{t('back')}</TextLink>
      </p>
      <ProseTitle title={t('title')}>
        <p>{t('text')}</p>
        <p>{t('never')}</p>
      </ProseTitle>
      {(done === 'invited' || done === 'ended') && <Notice tone="done" title={t(done)} />}
      {done === 'waits' && <Notice tone="warn" title={t('waits')} />}
      <ContactList
        contacts={account.recoveryContacts}
        clock={{ now, timeZone: organisation.timeZone }}
      />
      {full ? (
        <p className="text-ink-2">{t('full', { most: String(most) })}</p>
      ) : (
        <div>
          <LinkButton look="primary" size="large" href="/account/contacts/new">
            {t('invite')}
          </LinkButton>
        </div>
      )}
    </PublicShell>
  );
}
