import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PublicShell } from '../../../../../../components/shell/public-shell';
import { ConfirmPage } from '../../../../../../components/ui/confirm-page';
import { freshHolder } from '../../../acting';
import { removeFactor } from '../../../actions/factors';
import { type FactorParams, factorOf } from '../factor-of';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ownPages.factor'))('removeTitle') };
}

export default async function RemoveFactorPage({ params }: FactorParams) {
  const { factorId } = await params;
  const { read } = await freshHolder(`/account/factors/${encodeURIComponent(factorId)}/remove`);
  const factor = factorOf(read, factorId);
  if (!factor) redirect('/account');
  const t = await getTranslations('ownPages');
  return (
    <PublicShell area="account" organisation={read.organisation.name}>
      <ConfirmPage
        title={t('factor.removeTitle')}
        consequence={t('factor.removeText')}
        facts={[{ name: t(`kinds.${factor.kind}`), value: factor.label }]}
        action={removeFactor}
        submit={t('factor.remove')}
        danger
        reason="none"
        back={{ href: `/account/factors/${factor.id}`, label: t('backWithout') }}
      >
        <input type="hidden" name="factorId" value={factor.id} />
      </ConfirmPage>
    </PublicShell>
  );
}
