import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NewFactorChoices } from '../../../../../components/own/new-factor-choices';
import { OwnFrame } from '../../../../../components/own/own-frame';
import { freshHolder } from '../../acting';
import { addPush, offerSent } from '../../actions/factors';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ownPages.factors'))('addTitle') };
}

export default async function NewFactorPage() {
  const { read } = await freshHolder('/account/factors/new');
  const t = await getTranslations('ownPages.factors');
  return (
    <OwnFrame organisation={read.organisation.name} title={t('addTitle')} text={t('addText')}>
      <NewFactorChoices read={read} offerSent={offerSent} addPush={addPush} />
    </OwnFrame>
  );
}
