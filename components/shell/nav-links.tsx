'use client';
import { usePathname } from 'next/navigation';
import { classes } from '../ui/classes';

export interface NavLink {
  href: string;
  label: string;
  count?: number | undefined;
  /** Other beginnings of an address that belong to this part: a case belongs to the queue. */
  covers?: readonly string[];
}

/** The parts of the desk; the one that the reader is in is marked, also on the pages below it. */
export function NavLinks({ links }: { links: readonly NavLink[] }) {
  const path = usePathname();
  return (
    <ul className="grid gap-0.5">
      {links.map(({ href, label, count, covers = [] }) => {
        const here = [href, ...covers].some((part) => path === part || path.startsWith(`${part}/`));
        return (
          <li key={href}>
            <a
              href={href}
              aria-current={path === href ? 'page' : here ? 'true' : undefined}
              className={classes(
                'flex items-baseline justify-between gap-3 rounded-md px-2.5 py-2 desk:py-1.75',
                here
                  ? 'bg-card font-semibold text-ink shadow-[0_0_0_1px_var(--line)]'
                  : 'text-ink-2 hover:bg-card hover:text-ink',
              )}
            >
              {label}
              {count !== undefined && count > 0 && (
                <span className="text-tiny font-normal text-ink-3 tabular-nums">{count}</span>
              )}
            </a>
          </li>
        );
      })}
    </ul>
  );
}
