'use client';
import type { ReactNode } from 'react';
import { classes } from './classes';
import { FieldNotes } from './field';
import { useFieldAnswer } from './form-context';

export interface Choice {
  value: string;
  label: ReactNode;
  /** What choosing it means. */
  why?: ReactNode;
  /** Why it cannot be chosen now; it stays visible, so that nobody looks for it elsewhere. */
  refused?: ReactNode;
}

interface Props {
  name: string;
  legend: ReactNode;
  hint?: ReactNode;
  problem?: string | undefined;
  choices: readonly Choice[];
  chosen?: string | readonly string[] | undefined;
  /** Two beside each other where there is room: for many short choices. */
  paired?: boolean;
  /** Of one choice that stands under several headings: which of them this is, after the first. */
  part?: string;
}

/** One of a few, each with its consequence in words. */
export function RadioCards(props: Props) {
  return <ChoiceCards {...props} type="radio" />;
}

/** Any of a few, each with its consequence in words. */
export function CheckCards(props: Props) {
  return <ChoiceCards {...props} type="checkbox" />;
}

function ChoiceCards({
  name,
  legend,
  hint,
  problem,
  choices,
  chosen = [],
  paired = false,
  part,
  type,
}: Props & { type: 'radio' | 'checkbox' }) {
  const answer = useFieldAnswer(name);
  // The first heading says what is wrong; the others only carry more of the same choices.
  const wrong = part ? undefined : (problem ?? answer.problem);
  const groupId = part ? `${answer.id}-${part}` : answer.id;
  const picked = answer.typedList ?? (typeof chosen === 'string' ? [chosen] : chosen);
  const noteIds = classes(wrong && `${groupId}-problem`, hint ? `${groupId}-hint` : null);
  return (
    <fieldset
      aria-describedby={noteIds || undefined}
      className={classes('grid gap-2', paired && 'desk:grid-cols-2')}
    >
      <legend className="mb-1 font-semibold">{legend}</legend>
      {(hint || wrong) && (
        <div className={paired ? 'desk:col-span-2' : undefined}>
          <FieldNotes id={groupId} hint={hint} problem={wrong} />
        </div>
      )}
      {choices.map((choice, index) => {
        const id = index === 0 ? groupId : `${answer.id}-${choice.value}`;
        return (
          <label
            key={`${choice.value} ${picked.includes(choice.value)}`}
            className={classes(
              'grid grid-cols-[auto_1fr] content-start gap-x-3 rounded-lg border border-line bg-card p-3',
              'has-checked:border-brand has-checked:bg-brand-soft has-checked:shadow-[inset_0_0_0_1px_var(--brand)]',
              'has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus',
              choice.refused ? 'border-dashed bg-transparent' : 'hover:border-line-strong',
            )}
          >
            <input
              id={id}
              type={type}
              name={name}
              value={choice.value}
              defaultChecked={picked.includes(choice.value)}
              disabled={Boolean(choice.refused)}
              aria-invalid={wrong ? true : undefined}
              aria-describedby={choice.why || choice.refused ? `${id}-why` : undefined}
              aria-labelledby={`${id}-label`}
              className="mt-0.5 size-5 outline-none"
            />
            <span id={`${id}-label`} className={choice.refused ? 'text-ink-2' : 'font-semibold'}>
              {choice.label}
            </span>
            {(choice.why || choice.refused) && (
              <span id={`${id}-why`} className="col-start-2 text-small text-ink-2">
                {choice.refused ?? choice.why}
              </span>
            )}
          </label>
        );
      })}
    </fieldset>
  );
}
