import { useTranslations } from 'next-intl';
import { Chip } from '../ui/chip';
import { EmptyState } from '../ui/empty-state';
import { type DeskClock, Instant } from '../ui/instant';
import { LinkedText } from './linked-text';

export interface ShownMessage {
  number: number;
  channel: 'mail' | 'sms' | 'voice';
  to: string;
  receivedAt: string;
  subject?: string | undefined;
  text: string;
  route?: string | undefined;
}

/** What arrived, newest first, as text: it says all that the HTML of a mail says. */
export function MessageList({
  messages,
  clock,
}: {
  messages: readonly ShownMessage[];
  clock: DeskClock;
}) {
  const t = useTranslations('inbox.messages');
  return (
    <section className="grid min-w-0 content-start gap-3">
      <h2 className="text-lead font-semibold">{t('title')}</h2>
      {messages.length === 0 && <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>}
      <ol className="grid gap-3">
        {messages.map((message) => (
          <li key={message.number}>
            <article className="rounded-lg border border-line bg-card px-[1.2em] py-[1.1em] shadow-card">
              <header className="mb-2 grid gap-1">
                <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
                  <Chip tone={message.channel === 'mail' ? 'todo' : 'done'}>
                    {t(message.channel)}
                  </Chip>
                  <span className="min-w-0 font-semibold [overflow-wrap:anywhere]">
                    {t('to', { to: message.to })}
                  </span>
                </p>
                {message.subject && <h3 className="font-semibold">{message.subject}</h3>}
                <p className="text-tiny text-ink-3">
                  {t.rich('at', {
                    when: () => <Instant at={message.receivedAt} clock={clock} style="time" />,
                  })}
                  {message.route && ` · ${t('by', { route: message.route })}`}
                </p>
              </header>
              <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">
                <LinkedText text={message.text} />
              </p>
            </article>
          </li>
        ))}
      </ol>
    </section>
  );
}
