import type { ReactNode } from 'react';

export interface TimelineEntry {
  id: string;
  what: ReactNode;
  who?: ReactNode;
  /** An Instant. */
  when: ReactNode;
  detail?: ReactNode;
}

/** What happened, newest first, drawn from the events. */
export function Timeline({
  entries,
  label,
}: {
  entries: readonly TimelineEntry[];
  label?: string;
}) {
  return (
    <ol aria-label={label} className="text-small">
      {entries.map(({ id, what, who, when, detail }, index) => (
        <li key={id} className="relative pb-3.5 pl-5 last:pb-0">
          <span
            aria-hidden="true"
            className="absolute top-[0.45em] left-[3px] size-2 rounded-full bg-line-strong"
          />
          {index < entries.length - 1 && (
            <span
              aria-hidden="true"
              className="absolute top-[1.15em] -bottom-1 left-[6.5px] w-px bg-line"
            />
          )}
          <p className="font-semibold">{what}</p>
          {detail && <div className="text-ink-2">{detail}</div>}
          <p className="flex flex-wrap gap-x-2 text-tiny text-ink-3">
            {who && <span>{who}</span>}
            {when}
          </p>
        </li>
      ))}
    </ol>
  );
}
