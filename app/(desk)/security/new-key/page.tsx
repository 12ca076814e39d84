import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { KeyButton } from '../../../../components/holder/key-button';
import { PageBody } from '../../../../components/ui/page-body';
import { PageHeader } from '../../../../components/ui/page-header';
import { addKey, askNewKey } from '../actions';
import { freshSession } from '../fresh';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn.newKey'))('title') };
}

export default async function NewKeyPage() {
  await freshSession('/security/new-key');
  const [t, own, form] = await Promise.all([
    getTranslations('signIn.newKey'),
    getTranslations('signIn.security'),
    getTranslations('common.form'),
  ]);
  return (
    <PageBody>
      <PageHeader
        title={t('title')}
        crumbs={[{ label: own('title'), href: '/security' }, { label: own('factorsTab') }]}
      />
      <div className="grid max-w-md gap-4">
        <p className="text-ink-2">{t('text')}</p>
        <KeyButton
          kind="enrol"
          size="normal"
          handle=""
          ask={askNewKey}
          answer={addKey}
          words={{
            action: t('submit'),
            failed: t('failed'),
            known: t('known'),
            unable: t('unable'),
            pending: form('pending'),
            scriptNeeded: t('script'),
          }}
        />
      </div>
    </PageBody>
  );
}
