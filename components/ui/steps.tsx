import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { classes } from './classes';
import { CheckIcon, CrossIcon, PauseIcon } from './icons';

export type StepState = 'ok' | 'now' | 'later' | 'paused' | 'stopped';

const numbers: Record<StepState, string> = {
  ok: 'border-done bg-done-soft text-done',
  now: 'border-wait bg-wait-soft text-wait',
  later: 'border-line-strong text-ink-2',
  paused: 'border-wait bg-wait-soft text-wait',
  stopped: 'border-stop bg-stop-soft text-stop',
};

const icons: Partial<Record<StepState, ReactNode>> = {
  ok: <CheckIcon />,
  paused: <PauseIcon />,
  stopped: <CrossIcon />,
};

/** The numbered steps of a case. Each says what is needed and why, also when it cannot start yet. */
export function Steps({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ol
      aria-label={label}
      className="divide-y divide-line rounded-lg border border-line bg-card shadow-card"
    >
      {children}
    </ol>
  );
}

export function Step({
  number,
  state,
  title,
  side,
  why,
  children,
}: {
  number: number;
  /** Absent where the steps only explain and nothing is under way. */
  state?: StepState;
  title: ReactNode;
  /** When it was done, what is left of it, or when it opens. */
  side?: ReactNode;
  why?: ReactNode;
  children?: ReactNode;
}) {
  const t = useTranslations('common.steps');
  return (
    <li
      aria-current={state === 'now' ? 'step' : undefined}
      className="grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-3 gap-y-1 px-4 py-4 desk:grid-cols-[2.25rem_minmax(0,1fr)_auto] desk:px-[1.125rem]"
    >
      <span
        className={classes(
          'grid size-7 place-items-center rounded-full border-[1.5px] text-small font-[650]',
          numbers[state ?? 'later'],
        )}
      >
        <span aria-hidden="true">{(state && icons[state]) ?? number}</span>
        <span className="sr-only">
          {number}. {state && `${t(state)}:`}
        </span>
      </span>
      <h3
        className={classes(
          'pt-0.5 text-section leading-snug',
          state === 'later' ? 'font-[550] text-ink-2' : 'font-[620]',
        )}
      >
        {title}
      </h3>
      {side && (
        <p className="col-start-2 text-small text-ink-2 desk:col-start-3 desk:row-start-1 desk:pt-1 desk:text-right">
          {side}
        </p>
      )}
      {why && (
        <p className="col-start-2 max-w-[38em] text-small text-ink-2 desk:col-end-4">{why}</p>
      )}
      {children && <div className="col-start-2 mt-2 grid gap-2 desk:col-end-4">{children}</div>}
    </li>
  );
}
