import type { ReactNode } from 'react';
import { classes } from './classes';
import { CheckIcon } from './icons';

export interface PathPoint {
  label: ReactNode;
  state: 'done' | 'here' | 'ahead';
}

/** The whole way of a recovery for its holder, short enough for a phone. `words` say how each stands. */
export function Path({
  points,
  label,
  words,
}: {
  points: readonly PathPoint[];
  label: string;
  words: Record<PathPoint['state'], string>;
}) {
  return (
    <ol
      aria-label={label}
      className="rounded-xl border border-line bg-card px-[1.1em] py-3 shadow-card"
    >
      {points.map((point, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: the path is drawn once, in order
          key={index}
          aria-current={point.state === 'here' ? 'step' : undefined}
          className={classes(
            'flex items-start gap-3 py-1.5',
            point.state === 'here' ? 'font-[620] text-ink' : 'text-ink-2',
          )}
        >
          <span
            aria-hidden="true"
            className={classes(
              'grid size-6.5 shrink-0 place-items-center rounded-full border-[1.5px] text-small',
              point.state === 'here' && 'border-brand bg-brand text-brand-ink',
              point.state === 'done' && 'border-done bg-done-soft text-done',
              point.state === 'ahead' && 'border-line-strong',
            )}
          >
            {point.state === 'done' ? <CheckIcon /> : index + 1}
          </span>
          <span>
            <span className="sr-only">{words[point.state]}: </span>
            {point.label}
          </span>
        </li>
      ))}
    </ol>
  );
}
