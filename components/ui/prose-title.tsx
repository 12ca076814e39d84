import type { ReactNode } from 'react';

/** The title of a public page, with the sentence or two that say what it is for. */
export function ProseTitle({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="grid gap-2.5">
      <h1 className="text-title leading-[1.2] font-bold tracking-[-0.015em]">{title}</h1>
      {children && <div className="grid gap-2 text-ink-2">{children}</div>}
    </div>
  );
}
