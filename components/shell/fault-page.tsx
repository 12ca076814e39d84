'use client';
import { en, nl } from '../../lib/messages/fault';

const words = { nl, en };

/** As other buttons look: their own table of looks would be sent along with every page, for a page that nobody sees. */
const BUTTON =
  'inline-flex min-h-10 items-center justify-center rounded-md border px-4 py-2 text-body font-semibold no-underline';

/** The id under which the fault was logged, if it happened on the server. */
function faultId(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('digest' in error)) return null;
  return typeof error.digest === 'string' ? error.digest : null;
}

/**
 * When the desk itself fails. It says nothing about the cause, which may hold what the reader must
 * not see, only the id by which the log tells it.
 */
export function FaultPage({
  error,
  retry,
  language,
}: {
  error: unknown;
  retry: () => void;
  language: keyof typeof words;
}) {
  const t = words[language];
  const id = faultId(error);
  return (
    <main className="public mx-auto grid max-w-[35rem] gap-5 px-4 py-10">
      <div role="alert" className="grid gap-2.5">
        <h1 className="text-title leading-[1.2] font-bold tracking-[-0.015em]">{t.title}</h1>
        <p className="text-ink-2">{t.text}</p>
        {id && (
          <p className="text-ink-2">
            {t.id} <span className="font-mono text-ink">{id}</span>
          </p>
        )}
      </div>
      <p className="flex flex-wrap gap-3">
        <button
          type="button"
          onClick={retry}
          className={`${BUTTON} border-brand bg-brand text-brand-ink hover:bg-brand-strong`}
        >
          {t.retry}
        </button>
        {/* A full load, not a soft one: what failed may be the router's own state. */}
        <a href="/" className={`${BUTTON} border-transparent text-ink-2 hover:bg-sunk`}>
          {t.home}
        </a>
      </p>
    </main>
  );
}
