import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { OwnConfirm } from '../../../../../../components/own/own-confirm';
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
    <OwnConfirm
      organisation={read.organisation.name}
      title={t('factor.removeTitle')}
      consequence={t('factor.removeText')}
      facts={[{ name: t(`kinds.${factor.kind}`), value: factor.label }]}
      action={removeFactor}
      submit={t('factor.remove')}
      back={{ href: `/account/factors/${factor.id}`, label: t('backWithout') }}
    >
      <input type="hidden" name="factorId" value={factor.id} />
    </OwnConfirm>
  );
}
