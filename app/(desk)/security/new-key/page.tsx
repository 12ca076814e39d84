import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { KeySetUp } from '../../../../components/own/key-set-up';
import { addKey, askNewKey } from '../actions';
import { freshSession } from '../fresh';
import { NewFactor } from '../new-factor';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn.newKey'))('title') };
}

export default async function NewKeyPage() {
  await freshSession('/security/new-key');
  const t = await getTranslations('signIn.newKey');
  return (
    <NewFactor title={t('title')}>
      <div className="grid max-w-md gap-4">
        <p className="text-ink-2">{t('text')}</p>
        <KeySetUp ask={askNewKey} answer={addKey} size="normal" />
      </div>
    </NewFactor>
  );
}
