'use client';
import type { ReactNode } from 'react';
import { describedBy, FieldNotes } from './field';
import { useFieldAnswer } from './form-context';

/** A single yes. Not for agreeing to something irreversible: that has a page of its own. */
export function Checkbox({
  name,
  value = 'yes',
  label,
  hint,
  problem,
  checked = false,
}: {
  name: string;
  value?: string;
  label: ReactNode;
  hint?: ReactNode;
  problem?: string | undefined;
  checked?: boolean;
}) {
  const answer = useFieldAnswer(name);
  const wrong = problem ?? answer.problem;
  const on = answer.typedList?.includes(value) ?? checked;
  return (
    <div className="grid gap-1">
      <label htmlFor={answer.id} className="flex min-h-6 items-start gap-3">
        <input
          key={String(on)}
          id={answer.id}
          type="checkbox"
          name={name}
          value={value}
          defaultChecked={on}
          aria-invalid={wrong ? true : undefined}
          aria-describedby={describedBy(answer.id, { hint, problem: wrong })}
          className="mt-0.5 size-5 shrink-0"
        />
        <span>{label}</span>
      </label>
      <FieldNotes id={answer.id} hint={hint} problem={wrong} />
    </div>
  );
}
