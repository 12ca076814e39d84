import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { staffSession } from '@/app/session';
import { capital } from '@/components/case/case-words';
import { ConfirmPage } from '@/components/ui/confirm-page';
import { PageBody } from '@/components/ui/page-body';
import { TextArea } from '@/components/ui/text-area';
import { accountPage } from '@/lib/queries/account-page';
import { unmask } from './actions';

type Props = { params: Promise<{ accountId: string; what: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account.unmask'))('title') };
}

/** Before one address, number or sign-in is shown in full: to whom it belongs, and why it is asked for (R38). */
export default async function UnmaskPage({ params }: Props) {
  const { caller } = await staffSession();
  const { accountId, what } = await params;
  const page = await accountPage(caller, accountId);
  if (!page?.mayUnmask) notFound();
  const { account, organisation } = page;
  const point = account.points.find(({ id }) => id === what);
  if (!point && what !== 'sign-in') notFound();
  const t = await getTranslations('account.unmask');
  const facts = await getTranslations('account.facts');
  const kinds = await getTranslations('account.points.kinds');
  return (
    <PageBody>
      <ConfirmPage
        title={t('title')}
        consequence={t('consequence')}
        facts={[
          { name: t('holder'), value: account.displayName },
          { name: facts('organisation'), value: organisation.name },
          {
            name: t('what'),
            value: point
              ? `${capital(kinds(point.kind))}: ${point.masked}`
              : `${t('signIn')}: ${account.signInMasked}`,
          },
        ]}
        action={unmask.bind(null, { accountId, what })}
        submit={t('submit')}
        reason="none"
        back={{ href: `/accounts/${accountId}`, label: t('back') }}
      >
        <TextArea
          name="reason"
          label={t('reason')}
          hint={t('reasonHint')}
          required
          maxLength={500}
        />
      </ConfirmPage>
    </PageBody>
  );
}
