import Link from 'next/link';
import type { ReactNode } from 'react';
import { classes } from './classes';

/** A link inside text or a cell. Never prefetched: reading a page can be an event. */
export function TextLink({
  href,
  strong = false,
  children,
}: {
  href: string;
  /** The name of a row: no underline until it is pointed at. */
  strong?: boolean;
  children: ReactNode;
}) {
  return (
    <Link
      href={href}
      prefetch={false}
      className={classes(
        'underline-offset-3',
        strong
          ? 'font-semibold text-ink no-underline hover:underline'
          : 'text-brand underline decoration-1 hover:decoration-2',
      )}
    >
      {children}
    </Link>
  );
}
