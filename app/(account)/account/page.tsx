import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { OwnCases } from '../../../components/own/own-cases';
import {
  BackupCodesCard,
  DeviceList,
  FactorList,
  PointList,
  SessionList,
} from '../../../components/own/own-lists';
import { OwnSection } from '../../../components/own/own-section';
import { ReadinessPanel } from '../../../components/own/readiness-panel';
import { WaitingChanges } from '../../../components/own/waiting-changes';
import { whenIn } from '../../../components/own/when';
import { PublicShell } from '../../../components/shell/public-shell';
import { LinkButton } from '../../../components/ui/link-button';
import { Notice } from '../../../components/ui/notice';
import { ProseTitle } from '../../../components/ui/prose-title';
import { SubmitButton } from '../../../components/ui/submit-button';
import { TextLink } from '../../../components/ui/text-link';
import { liveContacts } from '../../../lib/domain/account/contact-counting';
import { signInFactors } from '../../../lib/domain/account/own/signing-in';
import { restsOnCase } from '../../../lib/domain/account/own/waiting-change';
import { nl } from '../../../lib/messages/own-pages';
import { ownCases } from '../../../lib/queries/own-page';
import { cancelChange, endSession, revokeDevice } from './actions/acts';
import { readinessOf } from './readiness-of';
import { holderSession } from './session';
import { signOut } from './sign-in/actions';
import { SignInNotices } from './sign-in-notices';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ownPages'))('title') };
}

type Done = keyof typeof nl.done;
const isDone = (text: string | undefined): text is Done => text !== undefined && text in nl.done;

/** The account holder's own page: everything that is known of the account, and what can be done about it. */
export default async function AccountPage({
  searchParams,
}: {
  searchParams: Promise<{ pause?: string; done?: string }>;
}) {
  const signedIn = await holderSession();
  const { read, session, caller } = signedIn;
  const { account, own, now } = read;
  const clock = { now, timeZone: read.organisation.timeZone };
  const [t, locale, wanted, cases] = await Promise.all([
    getTranslations('ownPages'),
    getLocale(),
    searchParams,
    ownCases(caller, now),
  ]);
  const when = whenIn(locale, clock);
  const rests = restsOnCase(session, account, now);
  // Nothing but a contact point showed who this is (decision 0012).
  const stoodIn = signInFactors(read).length === 0;
  return (
    <PublicShell area="account" organisation={read.organisation.name} wide>
      <div className="flex flex-wrap items-end justify-between gap-3">
        <ProseTitle title={t('title')}>
          <p>{t('who', { name: account.displayName })}</p>
        </ProseTitle>
        <form action={signOut}>
          <SubmitButton look="default">{t('signOut')}</SubmitButton>
        </form>
      </div>
      <SignInNotices answered={wanted.pause} />
      {isDone(wanted.done) && (
        <Notice tone={wanted.done === 'waits' ? 'warn' : 'done'}>{t(`done.${wanted.done}`)}</Notice>
      )}
      {stoodIn && (
        <Notice tone="warn" title={t('firstFactor.title')}>
          <p>{t('firstFactor.text')}</p>
          <p>
            <LinkButton href="/account/factors/new" look="primary">
              {t('firstFactor.action')}
            </LinkButton>
          </p>
        </Notice>
      )}
      {rests && <Notice>{t('rests', { until: when(rests.until, 'near') })}</Notice>}
      <WaitingChanges changes={own.waitingChanges} clock={clock} cancel={cancelChange} />
      <ReadinessPanel readiness={readinessOf(signedIn)} />
      <OwnCases cases={cases} clock={clock} />
      <FactorList read={read} clock={clock} />
      <BackupCodesCard read={read} />
      <OwnSection
        title={t('password.title')}
        action={<TextLink href="/account/password">{t('password.change')}</TextLink>}
      >
        <p className="text-ink-2">
          {own.passwordChangedAt
            ? t('password.changed', { when: when(own.passwordChangedAt ?? now, 'date') })
            : t('password.never')}
        </p>
      </OwnSection>
      <PointList read={read} clock={clock} />
      <OwnSection
        title={t('contacts.title')}
        text={t('contacts.text')}
        action={<TextLink href="/account/contacts">{t('contacts.manage')}</TextLink>}
      >
        <p className="font-semibold">
          {t('contacts.count', { count: liveContacts(account).length })}
        </p>
      </OwnSection>
      <div id="devices">
        <DeviceList devices={own.devices} clock={clock} revoke={revokeDevice} />
      </div>
      <SessionList sessions={own.sessions} here={session} clock={clock} end={endSession} />
      <p>
        <TextLink href="/account/activity">{t('activity.link')}</TextLink>
      </p>
    </PublicShell>
  );
}
