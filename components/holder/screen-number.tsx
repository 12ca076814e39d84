'use client';
import { useActionState } from 'react';
import { buttonClass } from '../ui/button-look';
import { noticeClass } from '../ui/notice-look';

export type NumberState = null | { number: string } | { message: string };

/** Asks for the number that ties an identity check to this screen, and shows it large enough to read out (R6). */
export function ScreenNumber({
  action,
  handle,
  words,
}: {
  action: (before: NumberState, form: FormData) => Promise<NumberState>;
  handle: string;
  words: { action: string; again: string; number: string; text: string; next: string };
}) {
  const [state, send] = useActionState(action, null);
  const number = state && 'number' in state ? state.number : null;
  return (
    <form action={send} className="grid gap-4">
      <input type="hidden" name="handle" value={handle} />
      <div role="status">
        {number && (
          <div className="grid gap-1 rounded-xl border border-line bg-card px-[1.2em] py-[1.1em]">
            <p className="font-semibold">{words.number}</p>
            <p className="font-mono text-code font-semibold tracking-[0.18em]">
              {number.replace(/(.{3})(?=.)/g, '$1 ')}
            </p>
            <p className="text-small text-ink-2">{words.text}</p>
          </div>
        )}
        {state && 'message' in state && (
          <p data-notice className={noticeClass('stop')}>
            {state.message}
          </p>
        )}
      </div>
      {number && (
        <a href={`/h/${handle}`} className={buttonClass('primary', 'large')}>
          {words.next}
        </a>
      )}
      <div>
        <button type="submit" className={number ? buttonClass() : buttonClass('primary', 'large')}>
          {number ? words.again : words.action}
        </button>
      </div>
    </form>
  );
}
