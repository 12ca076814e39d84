import type { ReactNode } from 'react';

/** One part of an account: its name, and a table or a sentence that there is nothing. */
export function Section({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="grid gap-2.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 className="text-section font-semibold">{title}</h2>
        {aside && <div className="text-small text-ink-2">{aside}</div>}
      </div>
      {children}
    </section>
  );
}

/** Where a part is empty. */
export function Nothing({ children }: { children: ReactNode }) {
  return <p className="text-ink-2">{children}</p>;
}
