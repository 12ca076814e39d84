import type { ReactNode } from 'react';
import { classes } from './classes';

export const controlClass = classes(
  'w-full rounded-md border border-line-strong bg-card px-3 py-2 text-body text-ellipsis text-ink',
  'min-h-10 aria-invalid:border-2 aria-invalid:border-stop',
);

/** The ids that describe a control, in the order in which they are read out. */
export function describedBy(
  id: string,
  { hint, problem }: { hint?: ReactNode; problem?: string | undefined },
): string | undefined {
  return classes(problem && `${id}-problem`, hint ? `${id}-hint` : null) || undefined;
}

/** Label, hint and refusal around one control. */
export function Field({
  id,
  label,
  hint,
  problem,
  children,
}: {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  problem?: string | undefined;
  children: ReactNode;
}) {
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <FieldNotes id={id} hint={hint} problem={problem} />
      {children}
    </div>
  );
}

/** The hint and the refusal of a control or a group of controls. */
export function FieldNotes({
  id,
  hint,
  problem,
}: {
  id: string;
  hint?: ReactNode;
  problem?: string | undefined;
}) {
  return (
    <>
      {hint && (
        <p id={`${id}-hint`} className="text-small text-ink-2">
          {hint}
        </p>
      )}
      {problem && (
        <p id={`${id}-problem`} className="text-small font-semibold text-stop">
          {problem}
        </p>
      )}
    </>
  );
}
