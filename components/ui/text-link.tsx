import type { ReactNode } from 'react';
import { classes } from './classes';

/**
 * A link inside text or a cell. A plain one, so that a public page carries no router's link; inside the desk SoftLinks
 * takes it.
 */
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
    <a
      href={href}
      className={classes(
        'underline-offset-3',
        strong
          ? 'font-semibold text-ink no-underline hover:underline'
          : 'text-brand underline decoration-1 hover:decoration-2',
      )}
    >
      {children}
    </a>
  );
}
