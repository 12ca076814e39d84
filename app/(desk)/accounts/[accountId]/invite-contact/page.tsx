import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { staffSession } from '@/app/session';
import { ContactFields } from '@/components/account/contact-fields';
import { ConfirmPage } from '@/components/ui/confirm-page';
import { PageBody } from '@/components/ui/page-body';
import { accountPage } from '@/lib/queries/account-page';
import { inviteContact } from './actions';

type Props = { params: Promise<{ accountId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('recoveryContacts.desk.page'))('title') };
}

/** Starts an invitation on behalf of the account holder, under the same wait as any other (R41). */
export default async function InviteContactForPage({ params }: Props) {
  const { caller } = await staffSession();
  const { accountId } = await params;
  const page = await accountPage(caller, accountId);
  if (!page?.mayInviteContact) notFound();
  const t = await getTranslations('recoveryContacts.desk.page');
  return (
    <PageBody>
      <ConfirmPage
        title={t('title')}
        consequence={t('consequence')}
        facts={[
          { name: t('holder'), value: page.account.displayName },
          { name: t('organisation'), value: page.organisation.name },
        ]}
        action={inviteContact.bind(null, accountId)}
        submit={t('submit')}
        reason="none"
        back={{ href: `/accounts/${accountId}`, label: t('back') }}
      >
        <ContactFields words="recoveryContacts.desk.page" />
      </ConfirmPage>
    </PageBody>
  );
}
