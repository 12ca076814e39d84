import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PublicShell } from '../../../../../components/shell/public-shell';
import { ActionForm } from '../../../../../components/ui/action-form';
import { Card } from '../../../../../components/ui/card';
import { ProseTitle } from '../../../../../components/ui/prose-title';
import { SubmitButton } from '../../../../../components/ui/submit-button';
import { secretWritten } from '../actions/screen';
import { secretToShow } from '../door';
import { type HandleParams, heldViewOf } from '../view';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('holder.secret');
  return { title: t('label') };
}

/** The case secret, to be written down: shown until the holder says so, and never again (R15). */
export default async function SecretPage(at: HandleParams) {
  const { handle, organisation } = await heldViewOf(at);
  const secret = (await secretToShow(handle)) ?? redirect(`/h/${handle}`);
  const t = await getTranslations('holder.secret');
  return (
    <PublicShell organisation={organisation.name}>
      <ProseTitle title={t('title')}>
        <p>{t('text')}</p>
      </ProseTitle>
      <Card title={t('label')}>
        <p className="flex flex-wrap gap-x-[0.7em] font-mono text-code leading-relaxed font-semibold select-all">
          {secret.split('-').map((group, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: groups stand in their order, two may be equal
            <span key={index}>{group}</span>
          ))}
        </p>
      </Card>
      <p>{t('once')}</p>
      <ActionForm action={secretWritten}>
        <input type="hidden" name="handle" value={handle} />
        <SubmitButton size="large">{t('action')}</SubmitButton>
      </ActionForm>
    </PublicShell>
  );
}
