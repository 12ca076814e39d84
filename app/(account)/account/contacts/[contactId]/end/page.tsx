import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { OwnConfirm } from '../../../../../../components/own/own-confirm';
import { contactStatus } from '../../../../../../lib/domain/account/recovery-contact';
import { freshHolderSignIn, holderSession } from '../../../session';
import { endContact } from '../../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('recoveryContacts.end'))('title') };
}

/** Before a recovery contact is ended, or an invitation taken back: asking again begins with a new wait. */
export default async function EndContactPage({
  params,
}: {
  params: Promise<{ contactId: string }>;
}) {
  const { contactId } = await params;
  const { read, fresh } = await holderSession();
  const contact = read.account.recoveryContacts.find(({ id }) => id === contactId);
  if (!contact || contact.endedAt) redirect('/account/contacts');
  if (!fresh) freshHolderSignIn(`/account/contacts/${contactId}/end`);
  const t = await getTranslations('recoveryContacts.end');
  const { name } = contact;
  const invited = contactStatus(contact) === 'invited';
  return (
    <OwnConfirm
      organisation={read.organisation.name}
      title={invited ? t('titleInvited') : t('title')}
      consequence={invited ? t('textInvited', { name }) : t('text', { name })}
      action={endContact.bind(null, contactId)}
      submit={invited ? t('submitInvited') : t('submit')}
      back={{ href: '/account/contacts', label: t('back') }}
    />
  );
}
