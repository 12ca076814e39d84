import type { ReactNode } from 'react';
import { classes } from './classes';

/** How a thing stands: `todo` asks for work, `wait` for time, `done` for nothing, `stop` for a decision. */
export type Tone = 'todo' | 'wait' | 'done' | 'stop' | 'quiet';

const tones: Record<Tone, string> = {
  todo: 'bg-todo-soft text-todo',
  wait: 'bg-wait-soft text-wait',
  done: 'bg-done-soft text-done',
  stop: 'bg-stop-soft text-stop',
  quiet: 'bg-sunk text-ink-2',
};

export function Chip({ tone = 'quiet', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      data-chip
      className={classes(
        'inline-flex items-center gap-1.5 whitespace-nowrap rounded-full px-2.5 py-0.5 text-tiny font-semibold',
        tones[tone],
      )}
    >
      {children}
    </span>
  );
}
