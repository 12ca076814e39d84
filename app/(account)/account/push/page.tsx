import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LookAgain } from '../../../../components/holder/look-again';
import { PushAnswer } from '../../../../components/own/push-answer';
import { PublicShell } from '../../../../components/shell/public-shell';
import { Notice } from '../../../../components/ui/notice';
import { ProseTitle } from '../../../../components/ui/prose-title';
import { SubmitButton } from '../../../../components/ui/submit-button';
import { TextLink } from '../../../../components/ui/text-link';
import { desk } from '../../../../lib/wiring';
import { originOf } from '../../../session';
import { SIGN_IN, trustedDevice } from '../session';
import { sayNo, sayYes } from './actions';

const LOOKS_EVERY = 3;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ownSignIn.push.page'))('title') };
}

/**
 * What a trusted device is asked: whether it is the holder who signs in elsewhere. It needs no session, only the
 * device's own token; every browser without a good one sees the same (R14).
 */
export default async function PushPage({
  searchParams,
}: {
  searchParams: Promise<{ done?: string }>;
}) {
  const { done } = await searchParams;
  const t = await getTranslations('ownSignIn.push.page');
  const device = await trustedDevice();
  const page = device ? await desk().readPush({ device, origin: await originOf() }) : undefined;
  if (!page)
    return (
      <PublicShell>
        <ProseTitle title={t('unknown')}>
          <p>{t('unknownText')}</p>
        </ProseTitle>
        <p>
          <TextLink href={SIGN_IN}>{t('signIn')}</TextLink>
        </p>
      </PublicShell>
    );
  const { question, organisation, name, now, timeZone } = page;
  return (
    <PublicShell area="account" organisation={organisation}>
      {question ? (
        <>
          <ProseTitle title={t('title')}>
            <p>{t('text', { name })}</p>
          </ProseTitle>
          <PushAnswer question={question} clock={{ now, timeZone }} yes={sayYes} no={sayNo} />
        </>
      ) : (
        <>
          <ProseTitle title={t('nothing')}>{!done && <p>{t('nothingText')}</p>}</ProseTitle>
          <Done done={done} />
          <form method="get" action="/account/push">
            <SubmitButton look="default">{await checkWord()}</SubmitButton>
          </form>
        </>
      )}
      <LookAgain seconds={LOOKS_EVERY} />
    </PublicShell>
  );
}

const checkWord = async (): Promise<string> => (await getTranslations('ownSignIn.push'))('check');

async function Done({ done }: { done: string | undefined }) {
  const t = await getTranslations('ownSignIn.push.page.done');
  if (done === 'yes') return <Notice tone="done">{t('yes')}</Notice>;
  if (done === 'wrong') return <Notice tone="warn">{t('wrong')}</Notice>;
  if (done !== 'no') return null;
  return (
    <Notice tone="stop" title={t('noTitle')}>
      <p>{t('no')}</p>
      <p>{t('noMore')}</p>
      <p>
        <TextLink href="/account">{t('account')}</TextLink>
      </p>
    </Notice>
  );
}
