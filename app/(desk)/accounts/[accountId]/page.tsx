import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { staffSession } from '@/app/session';
import { AccountBar } from '@/components/account/account-bar';
import { AccountNotices } from '@/components/account/account-notices';
import { BesideAccount } from '@/components/account/beside-account';
import { CasesSection } from '@/components/account/cases-section';
import { ContactsSection } from '@/components/account/contacts-section';
import { FactorsSection } from '@/components/account/factors-section';
import { PointsSection } from '@/components/account/points-section';
import { SignInsSection } from '@/components/account/sign-ins-section';
import { PageBody } from '@/components/ui/page-body';
import { may } from '@/lib/domain/access/can';
import { accountPage } from '@/lib/queries/account-page';

type Props = { params: Promise<{ accountId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('facts.title') };
}

/** Everything about one account. Drawing it is a read on record (R39): no link to here is ever prefetched. */
export default async function AccountDetailsPage({ params }: Props) {
  const { caller } = await staffSession();
  const { accountId } = await params;
  const page = await accountPage(caller, accountId);
  if (!page) notFound();
  const audits = may(caller.actor, 'audit.read', page.organisation.id);
  return (
    <>
      <AccountBar page={page} newCaseHref={`/cases/new/${page.account.id}`} />
      <PageBody
        aside={
          <BesideAccount
            page={page}
            {...(audits ? { auditHref: `/audit?account=${page.account.id}` } : {})}
          />
        }
      >
        <AccountNotices page={page} />
        <PointsSection page={page} />
        <FactorsSection page={page} />
        <ContactsSection page={page} />
        <CasesSection page={page} />
        <SignInsSection page={page} />
      </PageBody>
    </>
  );
}
