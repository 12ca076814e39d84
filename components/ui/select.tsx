'use client';
import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes';
import { controlClass, describedBy, Field } from './field';
import { useFieldAnswer } from './form-context';

type Props = Omit<ComponentProps<'select'>, 'id' | 'name' | 'children'> & {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  problem?: string | undefined;
  options: readonly { value: string; label: string }[];
  /** Shown first, and no choice: for a select that must not choose by itself. */
  placeholder?: string;
};

/** One of many, by the browser's own list. */
export function Select({
  label,
  hint,
  problem,
  options,
  placeholder,
  className,
  defaultValue,
  ...rest
}: Props) {
  const answer = useFieldAnswer(rest.name);
  const wrong = problem ?? answer.problem;
  const chosen = answer.typed ?? defaultValue ?? (placeholder === undefined ? undefined : '');
  return (
    <Field id={answer.id} label={label} hint={hint} problem={wrong}>
      <select
        // React resets a form after its action and forgets a select's new default: draw it anew.
        // Before the spread: after it, React misses the keys of the options.
        key={String(chosen)}
        {...rest}
        id={answer.id}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={describedBy(answer.id, { hint, problem: wrong })}
        defaultValue={chosen}
        className={classes(controlClass, className)}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
