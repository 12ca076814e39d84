import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { AnewApp, AnewKey, AnewPoint } from '../../../../../components/own/anew-forms';
import { OwnFrame } from '../../../../../components/own/own-frame';
import { whenIn } from '../../../../../components/own/when';
import { Notice } from '../../../../../components/ui/notice';
import {
  type AnewThing,
  anewBar,
  anewThing,
  mustConfirmAnew,
} from '../../../../../lib/domain/account/own/confirm-anew';
import { restsOnCase } from '../../../../../lib/domain/account/own/waiting-change';
import { freshHolder } from '../../acting';
import { answerAnewKey, askAnewKey, enterAnewCode, sendAnewCode } from '../../actions/anew';
import type { HolderSession } from '../../session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ownPages.anew'))('title') };
}

/** What a hundred wrong entries switched off: its holder shows that it is still theirs (R12). */
export default async function ConfirmAnewPage({
  params,
}: {
  params: Promise<{ thingId: string }>;
}) {
  const { thingId } = await params;
  const signedIn = await freshHolder(`/account/confirm-anew/${encodeURIComponent(thingId)}`);
  const { account, now, organisation } = signedIn.read;
  const t = await getTranslations('ownPages.anew');
  const thing = anewThing(account, thingId);
  if (!thing) redirect('/account');
  const frame = { organisation: organisation.name, title: t('title') };
  if (!mustConfirmAnew(account, thingId, now))
    return (
      <OwnFrame {...frame}>
        <Notice>{t('over')}</Notice>
      </OwnFrame>
    );
  return (
    <OwnFrame {...frame} text={t(`text.${kindOf(thing)}`, { name: nameOf(thing) })}>
      <Form thing={thing} signedIn={signedIn} />
    </OwnFrame>
  );
}

function kindOf(thing: AnewThing): 'point' | 'app' | 'key' {
  if ('point' in thing) return 'point';
  return thing.factor.kind === 'security-key' ? 'key' : 'app';
}

const nameOf = (thing: AnewThing): string =>
  'point' in thing ? thing.point.address : thing.factor.label;

async function Form({ thing, signedIn }: { thing: AnewThing; signedIn: HolderSession }) {
  const { read, session } = signedIn;
  const { account, now } = read;
  const id = 'point' in thing ? thing.point.id : thing.factor.id;
  const bar = anewBar(id, { account, session, now });
  if (bar) {
    const [t, locale] = await Promise.all([getTranslations('ownPages.anew'), getLocale()]);
    const rests = restsOnCase(session, account, now);
    const when = whenIn(locale, { now, timeZone: read.organisation.timeZone });
    const until = rests ? when(rests.until, 'near') : '';
    return <Notice tone="warn">{t(`bars.${bar}`, { until })}</Notice>;
  }
  if ('point' in thing) {
    const { confirming } = session;
    const sent = confirming?.anew === id && confirming.expiresAt > now ? confirming.via : undefined;
    return <AnewPoint point={thing.point} sent={sent} send={sendAnewCode} enter={enterAnewCode} />;
  }
  return thing.factor.kind === 'security-key' ? (
    <AnewKey factorId={id} ask={askAnewKey} answer={answerAnewKey} />
  ) : (
    <AnewApp factorId={id} enter={enterAnewCode} />
  );
}
