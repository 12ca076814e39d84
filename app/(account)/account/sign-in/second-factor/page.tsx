import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import { AlternativeFactors } from '../../../../../components/own/alternative-factors';
import { CodeByMessage } from '../../../../../components/own/code-by-message';
import { FactorForm } from '../../../../../components/own/factor-form';
import { PushSignIn } from '../../../../../components/own/push-sign-in';
import { SignInKey } from '../../../../../components/own/sign-in-key';
import { PublicShell } from '../../../../../components/shell/public-shell';
import { Notice } from '../../../../../components/ui/notice';
import { ProseTitle } from '../../../../../components/ui/prose-title';
import { TextLink } from '../../../../../components/ui/text-link';
import type { SecondFactorPage, SignInFactor } from '../../../../../lib/domain/account/own/pages';
import { formatInstant } from '../../../../../lib/messages/format';
import { desk } from '../../../../../lib/wiring';
import { nextParameter, nextPath, SIGN_IN, ticketDoor } from '../../session';
import {
  answerKey,
  askKey,
  askOtherDevice,
  checkOtherDevice,
  sendCode,
  sendFactor,
} from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ownSignIn.second'))('title') };
}

const here = (next: string, factorId: string): string => {
  const more = nextParameter(next);
  return `${SIGN_IN}/second-factor${more ? `${more}&` : '?'}with=${encodeURIComponent(factorId)}`;
};

/** The second step: the preferred factor, and beside it whatever else this account has set up. */
export default async function HolderSecondFactorPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string; with?: string }>;
}) {
  const wanted = await searchParams;
  const next = nextPath(wanted.next);
  const door = await ticketDoor();
  const page = await desk().readHolderFactors(door);
  if (!page)
    redirect(`${SIGN_IN}?${(await desk().isRefusedElsewhere(door)) ? 'refused' : 'over'}=1`);
  const [t, asking, locale] = await Promise.all([
    getTranslations('ownSignIn'),
    getTranslations('asking'),
    getLocale(),
  ]);
  const { now, expiresAt, factors, organisation } = page;
  const chosen = factors.find(({ id }) => id === wanted.with) ?? factors[0];
  const others = factors.filter((factor) => factor !== chosen);
  const left = formatInstant(expiresAt, { now, locale, timeZone: 'UTC', style: 'relative' });
  return (
    <PublicShell area="account" organisation={organisation}>
      <ProseTitle title={t('second.title')}>
        <p>{t('second.text', { left })}</p>
        {chosen?.standsIn && <p>{t('second.standsIn')}</p>}
      </ProseTitle>
      {chosen ? (
        <Chosen factor={chosen} page={page} next={next} />
      ) : (
        <Notice tone="warn" title={t('second.none.title')}>
          <p>{t('second.none.text')}</p>
        </Notice>
      )}
      {others.length > 0 && (
        <AlternativeFactors
          factors={others.map((factor) => ({ ...factor, href: here(next, factor.id) }))}
          clock={{ now, timeZone: page.timeZone }}
        />
      )}
      <p>
        <TextLink href={`${SIGN_IN}${page.renews ? '/again' : ''}${nextParameter(next)}`}>
          {t('second.back')}
        </TextLink>
      </p>
      <p>
        <TextLink href="/recover">{asking('link')}</TextLink>
      </p>
    </PublicShell>
  );
}

function Chosen({
  factor,
  page,
  next,
}: {
  factor: SignInFactor;
  page: SecondFactorPage;
  next: string;
}) {
  const t = useTranslations('ownSignIn');
  const apps = page.factors.filter(({ kind }) => kind === 'authenticator-app');
  const clock = { now: page.now, timeZone: page.timeZone };
  const form = {
    factor,
    next,
    action: sendFactor,
    mayTrust: !page.renews && !factor.standsIn,
    ...(apps.length > 1 ? { clock } : {}),
  };
  switch (factor.kind) {
    case 'security-key':
      return (
        <section className="grid gap-4">
          <p>{t('second.key')}</p>
          <SignInKey words="ownSignIn.second" handle={next} ask={askKey} answer={answerKey} />
        </section>
      );
    case 'sms':
    case 'voice':
    case 'email-code':
      return (
        <CodeByMessage
          {...form}
          kind={factor.kind}
          sent={page.sent?.factorId === factor.id}
          send={sendCode}
        />
      );
    case 'push':
      return (
        <PushSignIn
          factor={factor}
          next={next}
          push={page.push?.factorId === factor.id ? page.push : undefined}
          clock={clock}
          ask={askOtherDevice}
          check={checkOtherDevice}
          mayTrust={!page.renews}
        />
      );
    default:
      return <FactorForm {...form} />;
  }
}
