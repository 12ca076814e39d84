import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { KeySetUp } from '../../../../../../components/own/key-set-up';
import { OwnFrame } from '../../../../../../components/own/own-frame';
import { freshHolder } from '../../../acting';
import { addKey, askNewKey } from '../../../actions/factors';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ownPages.key'))('title') };
}

export default async function NewKeyPage() {
  const { read } = await freshHolder('/account/factors/new/key');
  const [t, own] = await Promise.all([
    getTranslations('signIn.newKey'),
    getTranslations('ownPages.key'),
  ]);
  return (
    <OwnFrame organisation={read.organisation.name} title={own('title')} text={t('text')}>
      <KeySetUp ask={askNewKey} answer={addKey} />
    </OwnFrame>
  );
}
