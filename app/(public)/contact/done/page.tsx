import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PublicShell } from '../../../../components/shell/public-shell';
import { ProseTitle } from '../../../../components/ui/prose-title';
import { CONTACT, keptResult } from '../kept';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('recoveryContacts.about'))('title') };
}

/** What became of it, for the browser that did it. */
export default async function ContactDonePage() {
  const result = (await keptResult()) ?? redirect(CONTACT);
  const t = await getTranslations('recoveryContacts.done');
  return (
    <PublicShell help={false}>
      <ProseTitle title={t(`${result}.title`)}>
        <p>{t(`${result}.text`)}</p>
      </ProseTitle>
    </PublicShell>
  );
}
