import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ConfirmPage } from '../../../../../components/ui/confirm-page';
import { Instant } from '../../../../../components/ui/instant';
import { PageBody } from '../../../../../components/ui/page-body';
import { ownFactors } from '../../../../../lib/queries/staff';
import { clockOf } from '../../../clock-of';
import { removeFactor } from '../../actions';
import { freshSession } from '../../fresh';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn.security'))('removeTitle') };
}

export default async function RemoveFactorPage({
  params,
}: {
  params: Promise<{ factorId: string }>;
}) {
  const { factorId } = await params;
  const session = await freshSession(`/security/remove/${encodeURIComponent(factorId)}`);
  const factor = (await ownFactors(session.caller)).find(({ id }) => id === factorId);
  if (!factor) notFound();
  const t = await getTranslations('signIn.security');
  return (
    <PageBody>
      <ConfirmPage
        title={t('removeTitle')}
        consequence={<p>{t('removeText')}</p>}
        facts={[
          { name: t('label'), value: factor.label },
          { name: t('kind'), value: t(`kinds.${factor.kind}`) },
          {
            name: t('added'),
            value: <Instant at={factor.addedAt} clock={clockOf(session)} style="date" />,
          },
        ]}
        action={removeFactor}
        submit={t('removeSubmit')}
        danger
        reason="none"
        back={{ href: '/security', label: t('back') }}
      >
        <input type="hidden" name="factorId" value={factor.id} />
      </ConfirmPage>
    </PageBody>
  );
}
