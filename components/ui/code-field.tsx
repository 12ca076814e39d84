'use client';
import type { ReactNode } from 'react';
import { classes } from './classes';
import { controlClass, describedBy, Field } from './field';
import { useFieldAnswer } from './form-context';

/**
 * A code that was sent, shown by an app or written down. One plain field: it can be pasted into
 * with spaces or dashes, filled in by a password manager or by the phone that got the message.
 * What was typed is never shown again.
 */
export function CodeField({
  name,
  label,
  hint,
  problem,
  kind = 'digits',
  autoFocus = false,
}: {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  problem?: string | undefined;
  /** `digits`: a one-time code. `characters`: a case code, a written-down secret. */
  kind?: 'digits' | 'characters';
  autoFocus?: boolean;
}) {
  const answer = useFieldAnswer(name);
  const wrong = problem ?? answer.problem;
  const digits = kind === 'digits';
  return (
    <Field id={answer.id} label={label} hint={hint} problem={wrong}>
      <input
        id={answer.id}
        name={name}
        type="text"
        inputMode={digits ? 'numeric' : 'text'}
        autoComplete={digits ? 'one-time-code' : 'off'}
        autoCapitalize={digits ? 'off' : 'characters'}
        autoCorrect="off"
        spellCheck={false}
        // biome-ignore lint/a11y/noAutofocus: only where the page is this one field
        autoFocus={autoFocus}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={describedBy(answer.id, { hint, problem: wrong })}
        className={classes(
          controlClass,
          'mt-1 rounded-lg border-2 px-4 py-3 font-mono font-semibold',
          digits ? 'text-code tracking-[0.18em]' : 'text-title tracking-[0.06em]',
        )}
      />
    </Field>
  );
}
