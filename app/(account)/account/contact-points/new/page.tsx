import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { OwnFrame } from '../../../../../components/own/own-frame';
import { ActionForm } from '../../../../../components/ui/action-form';
import { SubmitButton } from '../../../../../components/ui/submit-button';
import { Tabs } from '../../../../../components/ui/tabs';
import { TextField } from '../../../../../components/ui/text-field';
import { freshHolder } from '../../acting';
import { offerPoint } from '../../actions/contact';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ownPages.points'))('addTitle') };
}

const HERE = '/account/contact-points/new';

/** A mailbox or a number. The code that goes to it shows that it is the holder's. */
export default async function NewPointPage({
  searchParams,
}: {
  searchParams: Promise<{ kind?: string }>;
}) {
  const kind = (await searchParams).kind === 'phone' ? 'phone' : 'email';
  const { read } = await freshHolder(`${HERE}?kind=${kind}`);
  const t = await getTranslations('ownPages.points');
  return (
    <OwnFrame organisation={read.organisation.name} title={t('addTitle')} text={t('addText')}>
      <div className="min-w-0">
        <Tabs
          label={t('kind')}
          tabs={(['email', 'phone'] as const).map((one) => ({
            href: `${HERE}?kind=${one}`,
            label: t(`${one}Tab`),
            current: one === kind,
          }))}
        />
      </div>
      <ActionForm action={offerPoint}>
        <input type="hidden" name="kind" value={kind} />
        <TextField
          name="address"
          label={t(kind)}
          hint={t(`${kind}Hint`)}
          type={kind === 'email' ? 'email' : 'tel'}
          autoComplete={kind === 'email' ? 'email' : 'tel'}
          required
        />
        <SubmitButton size="large">{t('send')}</SubmitButton>
      </ActionForm>
    </OwnFrame>
  );
}
