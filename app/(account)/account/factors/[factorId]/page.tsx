import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ActForm } from '../../../../../components/own/act-form';
import { OwnFrame } from '../../../../../components/own/own-frame';
import { ActionForm } from '../../../../../components/ui/action-form';
import { LinkButton } from '../../../../../components/ui/link-button';
import { SubmitButton } from '../../../../../components/ui/submit-button';
import { TextField } from '../../../../../components/ui/text-field';
import { signInFactors } from '../../../../../lib/domain/account/own/signing-in';
import { freshHolder } from '../../acting';
import { preferFactor, renameFactor } from '../../actions/factors';
import { type FactorParams, factorOf } from './factor-of';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ownPages.factors'))('manage') };
}

/** One second factor: its name, whether it is asked first, and the way to remove it. */
export default async function FactorPage({ params }: FactorParams) {
  const { factorId } = await params;
  const { read } = await freshHolder(`/account/factors/${encodeURIComponent(factorId)}`);
  const factor = factorOf(read, factorId);
  if (!factor) redirect('/account');
  const [t, kinds] = await Promise.all([
    getTranslations('ownPages.factor'),
    getTranslations('ownPages.kinds'),
  ]);
  const preferred = signInFactors(read)[0]?.id === factor.id;
  return (
    <OwnFrame
      organisation={read.organisation.name}
      title={factor.label || kinds(factor.kind)}
      text={kinds(factor.kind)}
    >
      <ActionForm action={renameFactor}>
        <input type="hidden" name="factorId" value={factor.id} />
        <TextField name="label" label={t('name')} defaultValue={factor.label} maxLength={60} />
        <div>
          <SubmitButton>{t('rename')}</SubmitButton>
        </div>
      </ActionForm>
      {preferred ? (
        <p>{t('isPreferred')}</p>
      ) : (
        <ActForm action={preferFactor} name="factorId" value={factor.id}>
          {t('prefer')}
        </ActForm>
      )}
      <p className="border-t border-line pt-4">
        <LinkButton href={`/account/factors/${factor.id}/remove`} look="danger-outline">
          {t('remove')}
        </LinkButton>
      </p>
    </OwnFrame>
  );
}
