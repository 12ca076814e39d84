import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { capital } from '../../../../../../components/holder/measure-words';
import { OwnConfirm } from '../../../../../../components/own/own-confirm';
import { Instant } from '../../../../../../components/ui/instant';
import { ownCases } from '../../../../../../lib/queries/own-page';
import { vetoCase } from '../../../actions/acts';
import { holderSession } from '../../../session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ownPages.cases'))('veto') };
}

/** "This was not me", from a normal sign-in: what it does, and one button (R26). */
export default async function OwnVetoPage({ params }: { params: Promise<{ caseId: string }> }) {
  const { caseId } = await params;
  const { caller, read } = await holderSession();
  const found = (await ownCases(caller, read.now)).find(({ id }) => id === caseId);
  if (!found || found.veto === 'none') redirect('/account');
  const t = await getTranslations('ownPages');
  const clock = { now: read.now, timeZone: read.organisation.timeZone };
  return (
    <OwnConfirm
      organisation={read.organisation.name}
      title={t('cases.vetoTitle')}
      consequence={t(found.veto === 'locks' ? 'cases.vetoLocks' : 'cases.vetoStops')}
      facts={[
        {
          name: t('cases.began'),
          value: <Instant at={found.openedAt} clock={clock} style="near" />,
        },
        { name: t('cases.status'), value: capital(t(`cases.statuses.${found.status}`)) },
      ]}
      action={vetoCase}
      submit={t('cases.veto')}
    >
      <input type="hidden" name="caseId" value={found.id} />
    </OwnConfirm>
  );
}
