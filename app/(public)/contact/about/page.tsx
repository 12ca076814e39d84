import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { PublicShell } from '../../../../components/shell/public-shell';
import { LinkButton } from '../../../../components/ui/link-button';
import { Notice } from '../../../../components/ui/notice';
import { ProseTitle } from '../../../../components/ui/prose-title';
import { formatInstant } from '../../../../lib/messages/format';
import { contactPage } from '../kept';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('recoveryContacts.about'))('title') };
}

/** How it stands, for the contact: nothing to do, whom to mistrust, and the way out. */
export default async function AboutContactPage({
  searchParams,
}: {
  searchParams: Promise<{ thanks?: string }>;
}) {
  const { thanks } = await searchParams;
  const page = await contactPage('/contact/about');
  const [t, locale] = await Promise.all([getTranslations('recoveryContacts.about'), getLocale()]);
  const { holder, organisation, timeZone, now, countsFrom = now } = page;
  const waiting = page.status === 'waiting';
  const when = formatInstant(countsFrom, { locale, timeZone, now, style: 'long' });
  return (
    <PublicShell organisation={organisation} help={false}>
      {thanks && <Notice tone="done" title={t('thanks')} />}
      <ProseTitle title={waiting ? t('waitingTitle', { holder }) : t('activeTitle', { holder })}>
        <p>
          {waiting ? t('waitingText', { holder, when }) : t('activeText', { holder, organisation })}
        </p>
      </ProseTitle>
      <Notice title={t('careful', { holder })} />
      <section aria-labelledby="leave" className="grid gap-2">
        <h2 id="leave" className="text-section font-semibold">
          {t('leaveTitle')}
        </h2>
        <p className="text-ink-2">{t('leaveText', { holder })}</p>
        <div>
          <LinkButton href="/contact/leave">{t('leave')}</LinkButton>
        </div>
      </section>
    </PublicShell>
  );
}
