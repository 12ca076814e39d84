'use client';
import { useActionState, useEffect, useState } from 'react';
import { ActionFormClient } from '../ui/action-form-client';
import { buttonClass } from '../ui/button-look';
import type { FormAction } from '../ui/form-state';
import { noticeClass } from '../ui/notice-look';
import { SubmitButton } from '../ui/submit-button';

export type BackupCodesShown =
  | { codes: string[]; factorId: string; waitsUntil?: string }
  | { message: string };

type Word =
  | 'newText'
  | 'make'
  | 'shown'
  | 'shownText'
  | 'print'
  | 'copy'
  | 'copied'
  | 'save'
  | 'file'
  | 'finished'
  | 'smsText'
  | 'refused'
  | 'pending'
  | 'title';

/**
 * The codes stand in the answer to one press of the button, and in no page that can be opened again. Saving is a link
 * that holds them itself, so that it works without script and asks no server.
 */
export function BackupCodes({
  make,
  send,
  numbers,
  words,
  waits,
}: {
  make: () => Promise<BackupCodesShown>;
  send: FormAction;
  /** Where they may be sent, in the words of the button; none where the organisation does not allow it. */
  numbers: readonly { id: string; words: string }[];
  words: Record<Word, string>;
  /** Said where the codes do not work yet (R32). */
  waits: string;
}) {
  const [shown, ask] = useActionState<BackupCodesShown | null>(make, null);
  if (!shown || 'message' in shown)
    return (
      <form action={ask} className="grid justify-items-start gap-4">
        <p>{words.newText}</p>
        {shown && (
          <p role="alert" data-notice className={noticeClass('stop')}>
            {shown.message}
          </p>
        )}
        <button type="submit" className={buttonClass('primary', 'large')}>
          {words.make}
        </button>
      </form>
    );
  const { codes, factorId, waitsUntil } = shown;
  return (
    <div className="grid gap-4">
      <div role="status" className="grid gap-2">
        <h2 className="text-section font-semibold">{words.shown}</h2>
        <p className="text-ink-2 print:hidden">{words.shownText}</p>
        {waitsUntil && (
          <p data-notice className={noticeClass('warn')}>
            {waits}
          </p>
        )}
      </div>
      <ol className="grid list-inside list-decimal gap-x-6 gap-y-2 rounded-lg border border-line bg-card p-4 font-mono sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code} className="whitespace-nowrap">
            {code}
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-3 print:hidden">
        <Script codes={codes} words={words} />
        <a
          className={buttonClass('default')}
          download={words.file}
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(`${words.title}\r\n\r\n${codes.join('\r\n')}\r\n`)}`}
        >
          {words.save}
        </a>
        <a className={buttonClass('primary')} href="/account">
          {words.finished}
        </a>
      </div>
      {!waitsUntil && numbers.length > 0 && (
        <section className="grid gap-3 border-t border-line pt-4 print:hidden">
          <p className="text-small text-ink-2">{words.smsText}</p>
          {numbers.map(({ id, words: name }) => (
            <ActionFormClient
              key={id}
              action={send}
              refusedWord={words.refused}
              pendingWord={words.pending}
            >
              <input type="hidden" name="factorId" value={factorId} />
              <input type="hidden" name="contactPointId" value={id} />
              <div>
                <SubmitButton look="default">{name}</SubmitButton>
              </div>
            </ActionFormClient>
          ))}
        </section>
      )}
    </div>
  );
}

/** What needs script is not there without it. */
function Script({ codes, words }: { codes: readonly string[]; words: Record<Word, string> }) {
  const [ready, setReady] = useState(false);
  const [copied, setCopied] = useState(false);
  useEffect(() => setReady(true), []);
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join('\n'));
    setCopied(true);
  };
  if (!ready) return null;
  return (
    <>
      <button type="button" className={buttonClass('default')} onClick={() => window.print()}>
        {words.print}
      </button>
      <button type="button" className={buttonClass('default')} onClick={copy}>
        <span aria-live="polite">{copied ? words.copied : words.copy}</span>
      </button>
    </>
  );
}
