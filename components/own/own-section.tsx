import type { ReactNode } from 'react';
import { Card } from '../ui/card';

/** One part of the own page: what is there, one row each, and what can be added. */
export function OwnSection({
  title,
  text,
  action,
  children,
}: {
  title: string;
  text?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <Card title={title} aside={action}>
      {text && <p className="mb-1 text-small text-ink-2">{text}</p>}
      {children}
    </Card>
  );
}

export function OwnRows({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul aria-label={label} className="divide-y divide-line">
      {children}
    </ul>
  );
}

/** What it is, what is to be known of it, and the one thing that can be done with it. */
export function OwnRow({
  name,
  chips,
  notes,
  action,
}: {
  name: ReactNode;
  chips?: ReactNode;
  notes?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3 last:pb-0">
      <div className="min-w-0 flex-1 basis-52">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-semibold [overflow-wrap:anywhere]">{name}</span>
          {chips}
        </p>
        {notes && <div className="text-small text-ink-2 [overflow-wrap:anywhere]">{notes}</div>}
      </div>
      {action}
    </li>
  );
}
