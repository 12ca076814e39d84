import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { AccountPage } from '../../lib/domain/account/account-view';
import { eventText } from '../../lib/messages/event-text';
import { factorText } from '../case/case-words';
import { useWhen } from '../case/when';
import { Card } from '../ui/card';
import { Facts } from '../ui/facts';
import { Instant } from '../ui/instant';
import { TextLink } from '../ui/text-link';
import { Timeline } from '../ui/timeline';
import { Nothing } from './section';

/** Beside an account: what it is, where it is trusted and signed in, and what its holder was sent. */
export function BesideAccount({ page, auditHref }: { page: AccountPage; auditHref?: string }) {
  return (
    <>
      <AccountFacts page={page} auditHref={auditHref} />
      <Devices page={page} />
      <Sessions page={page} />
      <Messages page={page} />
    </>
  );
}

function AccountFacts({ page, auditHref }: { page: AccountPage; auditHref: string | undefined }) {
  const t = useTranslations('account.facts');
  const { account } = page;
  return (
    <Card
      title={t('title')}
      aside={auditHref && <TextLink href={auditHref}>{t('audit')}</TextLink>}
    >
      <Facts
        side
        facts={[
          {
            name: t('lastSignIn'),
            value: account.lastSignIn ? (
              <Instant at={account.lastSignIn.at} clock={page} style="near" />
            ) : (
              t('never')
            ),
          },
          ...(account.importedAt
            ? [
                {
                  name: t('imported'),
                  value: <Instant at={account.importedAt} clock={page} style="date" />,
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}

function Devices({ page }: { page: AccountPage }) {
  const t = useTranslations('account.devices');
  const { when } = useWhen(page);
  return (
    <Card title={t('title')}>
      <Lines
        none={t('none')}
        lines={page.devices.map(({ id, label, trustedAt, expiresAt, revokedAt }) => ({
          id,
          over: revokedAt !== null || expiresAt <= page.now,
          name: label,
          note: revokedAt
            ? t('revoked', { when: when(revokedAt) })
            : expiresAt <= page.now
              ? t('expired', { when: when(expiresAt, 'date') })
              : t('since', { when: when(trustedAt, 'date'), until: when(expiresAt, 'date') }),
        }))}
      />
    </Card>
  );
}

function Sessions({ page }: { page: AccountPage }) {
  const t = useTranslations('account.sessions');
  const { when } = useWhen(page);
  return (
    <Card title={t('title')}>
      <Lines
        none={t('none')}
        lines={page.sessions.map(({ id, device, address, startedAt, endedAt }) => ({
          id,
          over: endedAt !== null,
          name: device,
          note: `${endedAt ? t('ended', { when: when(endedAt) }) : t('open', { when: when(startedAt) })} · ${address}`,
        }))}
      />
    </Card>
  );
}

function Lines({
  lines,
  none,
}: {
  lines: readonly { id: string; name: ReactNode; note: ReactNode; over: boolean }[];
  none: string;
}) {
  if (lines.length === 0) return <Nothing>{none}</Nothing>;
  return (
    <ul className="grid gap-2 text-small">
      {lines.map(({ id, name, note, over }) => (
        <li key={id}>
          <span className={over ? 'text-ink-2' : 'font-semibold'}>{name}</span>
          <span className="block text-tiny text-ink-3">{note}</span>
        </li>
      ))}
    </ul>
  );
}

function Messages({ page }: { page: AccountPage }) {
  const t = useTranslations('account.messages');
  const words = useTranslations('caseFile');
  const language = useLocale();
  const { account, messages, now, timeZone } = page;
  const names = {
    staff: {},
    things: Object.fromEntries([
      ...account.points.map(({ id, masked }) => [id, masked]),
      ...account.factors.map((factor) => [factor.id, factorText(words, factor)]),
    ]),
  };
  return (
    <Card title={t('title')}>
      {messages.length === 0 ? (
        <Nothing>{t('none')}</Nothing>
      ) : (
        <Timeline
          label={t('title')}
          entries={messages.map((event) => {
            const { what, detail } = eventText(event, { language, now, timeZone, names });
            return { id: event.id, what, detail, when: <Instant at={event.at} clock={page} /> };
          })}
        />
      )}
    </Card>
  );
}
