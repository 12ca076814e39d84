import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { useMeasureWords } from '../../../../../components/holder/measure-words';
import { PublicShell } from '../../../../../components/shell/public-shell';
import { ConfirmPage } from '../../../../../components/ui/confirm-page';
import { formatHandle, HANDLE_PREFIX } from '../../../../../lib/domain/case/handle';
import type { HolderView } from '../../../../../lib/queries/holder-view';
import { veto } from '../actions/case';
import { type HandleParams, viewOf } from '../view';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('holder.veto');
  return { title: t('action') };
}

/** "This was not me": what it does, and one button (R26). */
export default async function HolderVetoPage(at: HandleParams) {
  const view = await viewOf(at);
  if (view.veto === 'none') redirect(`/h/${view.handle}`);
  return (
    <PublicShell organisation={view.organisation.name}>
      <Confirm view={view} />
    </PublicShell>
  );
}

function Confirm({ view }: { view: HolderView }) {
  const t = useTranslations('holder');
  const { measures } = useMeasureWords();
  const organisation = view.organisation.name;
  return (
    <ConfirmPage
      title={t('veto.title')}
      consequence={
        view.veto === 'locks' ? t('veto.consequenceDone') : t('veto.consequence', { organisation })
      }
      facts={[
        { name: t('facts.organisation'), value: organisation },
        { name: t('facts.measures'), value: measures(view.measures) },
        {
          name: t('facts.handle'),
          value: `${HANDLE_PREFIX}-${formatHandle(view.handle)}`,
          code: true,
        },
      ]}
      action={veto}
      submit={t('veto.action')}
      danger
      reason="none"
      back={{ href: `/h/${view.handle}`, label: t('veto.back') }}
    >
      <input type="hidden" name="handle" value={view.handle} />
    </ConfirmPage>
  );
}
