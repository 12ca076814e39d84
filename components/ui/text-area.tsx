'use client';
import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes';
import { controlClass, describedBy, Field } from './field';
import { useFieldAnswer } from './form-context';

type Props = Omit<ComponentProps<'textarea'>, 'id' | 'name'> & {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  problem?: string | undefined;
};

/** More than one line of text: a reason, a note. */
export function TextArea({ label, hint, problem, className, defaultValue, ...rest }: Props) {
  const answer = useFieldAnswer(rest.name);
  const wrong = problem ?? answer.problem;
  return (
    <Field id={answer.id} label={label} hint={hint} problem={wrong}>
      <textarea
        rows={3}
        {...rest}
        id={answer.id}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={describedBy(answer.id, { hint, problem: wrong })}
        defaultValue={answer.typed ?? defaultValue}
        className={classes(controlClass, className)}
      />
    </Field>
  );
}
