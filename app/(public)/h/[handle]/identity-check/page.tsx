import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ScreenNumber } from '../../../../../components/holder/screen-number';
import { PublicShell } from '../../../../../components/shell/public-shell';
import { ProseTitle } from '../../../../../components/ui/prose-title';
import { TextLink } from '../../../../../components/ui/text-link';
import { showNumber } from '../actions/screen';
import { type HandleParams, viewOf } from '../view';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('holder.check');
  return { title: t('title') };
}

/** The number that whoever checks the holder's identity types, so that this screen gets the case secret (R6). */
export default async function IdentityCheckPage(at: HandleParams) {
  const { handle, organisation, status, secret } = await viewOf(at);
  if (secret.ready || !['collecting', 'executing'].includes(status)) redirect(`/h/${handle}`);
  const t = await getTranslations('holder.check');
  return (
    <PublicShell organisation={organisation.name}>
      <ProseTitle title={t('title')}>
        <p>{t('text', { organisation: organisation.name })}</p>
      </ProseTitle>
      <ScreenNumber
        action={showNumber}
        handle={handle}
        words={{
          action: t('action'),
          again: t('again'),
          number: t('number'),
          text: t('numberText'),
          next: t('next'),
        }}
      />
      <p>
        <TextLink href={`/h/${handle}`}>{t('back')}</TextLink>
      </p>
    </PublicShell>
  );
}
