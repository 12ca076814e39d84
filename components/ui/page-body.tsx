import type { ReactNode } from 'react';

/** The room of a desk page, alone or under a sticky PageHeader, with or without a column beside it. */
export function PageBody({ aside, children }: { aside?: ReactNode; children: ReactNode }) {
  if (!aside)
    return <div className="max-w-[77.5rem] px-4 py-5 desk:px-7 desk:py-6">{children}</div>;
  return (
    <div className="grid max-w-[77.5rem] gap-7 px-4 py-5 desk:grid-cols-[minmax(0,1fr)_21rem] desk:px-7 desk:py-6">
      <div className="grid min-w-0 content-start gap-5 [&>header]:mb-0">{children}</div>
      <aside className="grid min-w-0 content-start gap-4">{aside}</aside>
    </div>
  );
}
