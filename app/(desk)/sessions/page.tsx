import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Chip } from '../../../components/ui/chip';
import { Code, DataTable } from '../../../components/ui/data-table';
import { Instant } from '../../../components/ui/instant';
import { Notice } from '../../../components/ui/notice';
import { SubmitButton } from '../../../components/ui/submit-button';
import { formatInstant } from '../../../lib/messages/format';
import { ownSessions } from '../../../lib/queries/staff';
import { staffSession } from '../../session';
import { clockOf } from '../clock-of';
import { OwnSignIn } from '../security/own-sign-in';
import { endOtherSessions, endSession } from './actions';
import { browserName } from './browser-name';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn.sessions'))('title') };
}

/** Where one is signed in, and the way to end it. */
export default async function SessionsPage({
  searchParams,
}: {
  searchParams: Promise<{ ended?: string }>;
}) {
  const session = await staffSession();
  const [t, locale, sessions, { ended }] = await Promise.all([
    getTranslations('signIn.sessions'),
    getLocale(),
    ownSessions(session.caller),
    searchParams,
  ]);
  const clock = clockOf(session);
  const time = (at: string) => formatInstant(at, { ...clock, locale, style: 'time' });
  const count = Number(ended);
  const here = session.caller.actor.sessionId;
  return (
    <OwnSignIn tab="sessions">
      {ended === 'one' && <Notice tone="done">{t('ended')}</Notice>}
      {ended && Number.isInteger(count) && <Notice tone="done">{t('endedMany', { count })}</Notice>}
      <p className="max-w-prose text-ink-2">{t('text')}</p>
      <p>{t('until', { time: time(session.endsAt), latest: time(session.latestEndsAt) })}</p>
      <DataTable
        caption={t('title')}
        rows={sessions}
        rowKey={({ id }) => id}
        marked={({ id }) => id === here}
        columns={[
          {
            key: 'browser',
            header: t('browser'),
            cell: ({ id, userAgent }) => (
              <span className="inline-flex flex-wrap items-center gap-2 font-semibold">
                {browserName(userAgent) ?? t('unknownBrowser')}
                {id === here && <Chip tone="done">{t('here')}</Chip>}
              </span>
            ),
          },
          {
            key: 'address',
            header: t('address'),
            labelled: true,
            cell: ({ address }) => <Code>{address}</Code>,
          },
          {
            key: 'started',
            header: t('started'),
            labelled: true,
            cell: ({ startedAt }) => <Instant at={startedAt} clock={clock} style="near" />,
          },
          {
            key: 'seen',
            header: t('seen'),
            labelled: true,
            cell: ({ lastSeenAt }) => <Instant at={lastSeenAt} clock={clock} style="relative" />,
          },
          {
            key: 'end',
            header: <span className="sr-only">{t('end')}</span>,
            end: true,
            cell: ({ id, address }) =>
              id !== here && (
                <form action={endSession}>
                  <input type="hidden" name="sessionId" value={id} />
                  <button
                    type="submit"
                    aria-label={t('endNamed', { address })}
                    className="min-h-6 text-brand underline decoration-1 underline-offset-3 hover:decoration-2"
                  >
                    {t('end')}
                  </button>
                </form>
              ),
          },
        ]}
      />
      {sessions.length > 1 && (
        <form action={endOtherSessions}>
          <SubmitButton look="danger-outline">{t('endOthers')}</SubmitButton>
        </form>
      )}
    </OwnSignIn>
  );
}
