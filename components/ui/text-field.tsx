'use client';
import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes';
import { controlClass, describedBy, Field } from './field';
import { useFieldAnswer } from './form-context';

type Props = Omit<ComponentProps<'input'>, 'id' | 'name' | 'size'> & {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** A refusal from elsewhere than the form's own action, as react-hook-form gives. */
  problem?: string | undefined;
};

/** One line of text. After a refusal it shows what was typed, except for a password. */
export function TextField({ label, hint, problem, className, defaultValue, ...rest }: Props) {
  const answer = useFieldAnswer(rest.name);
  const wrong = problem ?? answer.problem;
  return (
    <Field id={answer.id} label={label} hint={hint} problem={wrong}>
      <input
        {...rest}
        id={answer.id}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={describedBy(answer.id, { hint, problem: wrong })}
        defaultValue={rest.type === 'password' ? undefined : (answer.typed ?? defaultValue)}
        className={classes(controlClass, className)}
      />
    </Field>
  );
}
