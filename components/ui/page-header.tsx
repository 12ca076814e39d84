import { Fragment, type ReactNode } from 'react';
import { classes } from './classes';

/**
 * What this page is about: where it stands, its name, how it stands, and the one thing to do. As
 * `bar` it stays in sight while a long page scrolls (not on a small screen, where it would fill it).
 */
export function PageHeader({
  title,
  crumbs = [],
  meta,
  actions,
  bar = false,
}: {
  title: ReactNode;
  /** The way here; the last one, the page itself, has no `href`. */
  crumbs?: readonly { label: ReactNode; href?: string; code?: boolean }[];
  meta?: ReactNode;
  actions?: ReactNode;
  bar?: boolean;
}) {
  return (
    <header
      data-sticky-bar={bar || undefined}
      className={classes(
        'flex flex-wrap items-center justify-between gap-x-6',
        !meta && 'gap-y-3',
        bar
          ? 'z-10 border-b border-line bg-card px-4 py-3 desk:sticky desk:top-0 desk:px-7 desk:py-3.5'
          : 'mb-5',
      )}
    >
      <div className="min-w-0 grow basis-40">
        {crumbs.length > 0 && (
          <p className="text-tiny text-ink-3">
            {crumbs.map(({ label, href, code }, index) => (
              <Fragment key={href ?? 'here'}>
                {index > 0 && <span aria-hidden="true"> / </span>}
                <span className={code ? 'font-mono tracking-[0.02em] text-ink-2' : undefined}>
                  {href ? (
                    <a href={href} className="hover:underline">
                      {label}
                    </a>
                  ) : (
                    label
                  )}
                </span>
              </Fragment>
            ))}
          </p>
        )}
        <h1 className="text-title leading-tight font-[650] tracking-[-0.015em]">{title}</h1>
      </div>
      {/* Over the whole width: beside the buttons its last word would fall to a line of its own. */}
      {meta && (
        <div className="mt-1 flex basis-full flex-wrap items-center gap-x-3.5 gap-y-1 text-small text-ink-2 desk:order-last">
          {meta}
        </div>
      )}
      {/* The one thing to do stands at the end of a wide bar, and first under a thumb. */}
      {actions && (
        <div
          className={classes(
            'flex flex-wrap gap-2 max-desk:flex-row-reverse max-desk:flex-wrap-reverse max-desk:justify-end',
            Boolean(meta) && 'max-desk:mt-3',
          )}
        >
          {actions}
        </div>
      )}
    </header>
  );
}
