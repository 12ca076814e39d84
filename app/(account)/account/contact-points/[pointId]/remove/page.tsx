import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { OwnConfirm } from '../../../../../../components/own/own-confirm';
import { onFile } from '../../../../../../lib/domain/account/account';
import { isUsable } from '../../../../../../lib/domain/account/factor';
import { freshHolder } from '../../../acting';
import { removePoint } from '../../../actions/contact';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ownPages.points'))('removeTitle') };
}

export default async function RemovePointPage({
  params,
}: {
  params: Promise<{ pointId: string }>;
}) {
  const { pointId } = await params;
  const here = `/account/contact-points/${encodeURIComponent(pointId)}/remove`;
  const { read } = await freshHolder(here);
  const point = onFile(read.account).find(({ id }) => id === pointId);
  if (!point) redirect('/account');
  const t = await getTranslations('ownPages');
  const going = read.account.factors.filter(
    (factor) => isUsable(factor) && factor.contactPointId === point.id,
  );
  return (
    <OwnConfirm
      organisation={read.organisation.name}
      title={t('points.removeTitle')}
      consequence={t('points.removeText')}
      facts={[
        { name: t(`points.${point.kind}`), value: point.address },
        ...going.map(({ kind }) => ({ name: t('points.goesToo'), value: t(`kinds.${kind}`) })),
      ]}
      action={removePoint}
      submit={t('points.remove')}
    >
      <input type="hidden" name="contactPointId" value={point.id} />
    </OwnConfirm>
  );
}
