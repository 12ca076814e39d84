import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PublicShell } from '../../../../components/shell/public-shell';
import { ProseTitle } from '../../../../components/ui/prose-title';
import { vetoResult } from './kept';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('holder.veto');
  return { title: t('action') };
}

/** What became of a veto, for the browser that gave it. */
export default async function VetoResultPage() {
  const result = (await vetoResult()) ?? redirect('/veto');
  const t = await getTranslations('holder.veto.result');
  return (
    <PublicShell>
      <ProseTitle title={t(`${result}.title`)}>
        <p>{t(`${result}.text`)}</p>
        <p>{t('next')}</p>
      </ProseTitle>
    </PublicShell>
  );
}
