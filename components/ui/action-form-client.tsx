'use client';
import { type ReactNode, useActionState, useEffect, useId, useMemo, useRef } from 'react';
import { classes } from './classes';
import { FormContext, fieldId } from './form-context';
import type { FormAction } from './form-state';
import { noticeClass } from './notice-look';

const none = {};

/** The interactive half of ActionForm; its words come as props, so that a public page ships no others. */
export function ActionFormClient({
  action,
  children,
  className,
  label,
  refusedWord,
  pendingWord,
}: {
  action: FormAction;
  children: ReactNode;
  className?: string;
  label?: string;
  refusedWord: string;
  pendingWord: string;
}) {
  const [state, send] = useActionState(action, null);
  const id = useId();
  const answer = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (state) answer.current?.focus();
  }, [state]);

  const refused = state?.kind === 'refused' ? state : null;
  const context = useMemo(
    () => ({
      id,
      fields: refused?.fields ?? none,
      values: refused?.values ?? none,
      pendingWord,
    }),
    [id, refused, pendingWord],
  );

  return (
    <form action={send} className={classes('grid gap-5', className)} aria-label={label} noValidate>
      {state && (
        <div
          ref={answer}
          role={refused ? 'alert' : 'status'}
          tabIndex={-1}
          // biome-ignore lint/a11y/noAutofocus: without JavaScript this is how the answer is focused
          autoFocus
          data-notice
          className={noticeClass(refused ? 'stop' : 'done')}
        >
          {refused && <p className="font-semibold text-stop">{refusedWord}</p>}
          {!Object.values(refused?.fields ?? {}).includes(state.message) && <p>{state.message}</p>}
          {refused?.fields && Object.keys(refused.fields).length > 0 && (
            <ul className="mt-1 list-disc pl-5">
              {Object.entries(refused.fields).map(([name, problem]) => (
                <li key={name}>
                  <a href={`#${fieldId(id, name)}`} className="underline underline-offset-3">
                    {problem}
                  </a>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      <FormContext value={context}>{children}</FormContext>
    </form>
  );
}
