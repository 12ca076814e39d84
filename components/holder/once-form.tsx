'use client';
import { type ReactNode, useActionState } from 'react';
import { buttonClass } from '../ui/button-look';
import { noticeClass } from '../ui/notice-look';

export type OnceWords = Record<'begin' | 'action' | 'again' | 'againText', string>;
type Answer<Shown> = null | Shown | { message: string };

/** Fetches what is shown in this answer only: a seed, backup codes, a pass, a code for somebody else. */
export function OnceForm<Shown extends object>({
  action,
  handle,
  begun,
  words,
  show,
  children,
}: {
  action: (before: Answer<Shown>, form: FormData) => Promise<Answer<Shown>>;
  handle: string;
  /** It was fetched before, perhaps on a page that was closed since. */
  begun: boolean;
  words: OnceWords;
  show: (shown: Shown) => ReactNode;
  /** Where what was copied is typed back: between what is shown and the way to fetch anew. */
  children?: ReactNode;
}) {
  const [state, send] = useActionState<Answer<Shown>, FormData>(action, null);
  const refused = state && 'message' in state ? state.message : undefined;
  const shown = state && !('message' in state) ? state : undefined;
  const before = !shown && !begun;
  return (
    <div className="grid gap-5">
      <div role="status" className="grid gap-4 empty:hidden">
        {shown && show(shown)}
        {refused && (
          <p data-notice className={noticeClass('stop')}>
            {refused}
          </p>
        )}
      </div>
      {children}
      <form action={send} className="grid gap-3">
        <input type="hidden" name="handle" value={handle} />
        <p className="text-ink-2">{before ? words.begin : words.againText}</p>
        <button type="submit" className={buttonClass(before ? 'primary' : 'default', 'large')}>
          {before ? words.action : words.again}
        </button>
      </form>
    </div>
  );
}
