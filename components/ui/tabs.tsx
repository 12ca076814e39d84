import type { ReactNode } from 'react';
import { classes } from './classes';

export interface Tab {
  href: string;
  label: ReactNode;
  count?: number;
  current: boolean;
}

/** Views of one list; each is an address of its own. */
export function Tabs({ tabs, label }: { tabs: readonly Tab[]; label: string }) {
  return (
    <nav aria-label={label} className="mb-3.5 border-b border-line">
      <ul className="flex gap-1 overflow-x-auto">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a
              href={tab.href}
              aria-current={tab.current ? 'page' : undefined}
              className={classes(
                'block border-b-[2.5px] px-3.5 py-2 whitespace-nowrap focus-visible:-outline-offset-3',
                tab.current
                  ? 'border-brand font-[620] text-ink'
                  : 'border-transparent text-ink-2 hover:text-ink',
              )}
            >
              {tab.label}
              {tab.count !== undefined && (
                <span className="ml-1.5 text-tiny text-ink-3 tabular-nums">{tab.count}</span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
