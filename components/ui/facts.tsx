import type { ReactNode } from 'react';
import { classes } from './classes';

export interface Fact {
  name: ReactNode;
  value: ReactNode;
  /** A handle, a code, an address: shown in the letter in which it can be read out. */
  code?: boolean;
}

/** Facts by name. `side`: a narrow column, values to the right, as beside a case. */
export function Facts({ facts, side = false }: { facts: readonly Fact[]; side?: boolean }) {
  return (
    <dl
      className={classes(
        'grid grid-cols-[auto_1fr] gap-y-1.5',
        side ? 'gap-x-2 text-small' : 'gap-x-4',
      )}
    >
      {facts.map((fact, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: facts are drawn once, in a fixed order
        <div key={index} className="contents">
          <dt className="text-ink-3">{fact.name}</dt>
          <dd
            className={classes(
              'min-w-0 [overflow-wrap:anywhere]',
              side && 'text-right',
              fact.code && 'font-mono',
            )}
          >
            {fact.value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
