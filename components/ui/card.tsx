import type { ReactNode } from 'react';
import { classes } from './classes';

/** A sheet on the page. `stop` is the way out of something that may be an attack. */
export function Card({
  title,
  aside,
  tone = 'plain',
  level = 2,
  children,
}: {
  title?: ReactNode;
  /** A link or figure beside the title. */
  aside?: ReactNode;
  tone?: 'plain' | 'brand' | 'stop';
  level?: 2 | 3;
  children: ReactNode;
}) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section
      className={classes(
        'rounded-lg border px-[1.2em] py-[1.1em]',
        tone === 'plain' && 'border-line bg-card shadow-card',
        tone === 'brand' && 'border-line bg-brand-soft',
        tone === 'stop' && 'border-transparent bg-stop-soft',
      )}
    >
      {(title || aside) && (
        <div
          className={classes(
            'flex items-baseline justify-between gap-4',
            tone === 'brand' ? 'mb-0.5' : 'mb-2.5',
          )}
        >
          {title && (
            <Heading
              className={classes(
                'font-semibold',
                tone === 'brand' ? 'text-tiny text-brand' : 'text-section',
                tone === 'stop' && 'text-stop',
              )}
            >
              {title}
            </Heading>
          )}
          {aside && <div className="shrink-0 text-tiny text-ink-2">{aside}</div>}
        </div>
      )}
      {children}
    </section>
  );
}
