import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { classes } from '../ui/classes';
import { LogoIcon } from '../ui/icons';
import { SkipLink } from '../ui/skip-link';
import { LanguageSwitch } from './language-switch';

/**
 * The frame of everything that is seen without signing in to the desk: narrow, in the phone's own
 * letter, no script of its own. Without an organisation it carries Regain's name, so that it tells
 * an outsider nothing (R14).
 */
export function PublicShell({
  organisation,
  area = 'recovery',
  wide = false,
  back,
  help = true,
  children,
}: {
  organisation?: string | undefined;
  /** What these pages are about: a recovery, or what an account holder looks after. */
  area?: 'recovery' | 'account';
  wide?: boolean;
  /** Where a change of language leads, if not to this same address. */
  back?: string | undefined;
  /** Whom to call; not for staff, who are the helpdesk. */
  help?: boolean;
  children: ReactNode;
}) {
  const t = useTranslations('shell');
  return (
    <div
      className={classes(
        'public mx-auto flex min-h-dvh flex-col px-4 py-4',
        wide ? 'max-w-[60rem]' : 'max-w-[35rem]',
      )}
    >
      <SkipLink label={t('skip')} />
      <header
        data-chrome
        className="flex items-center justify-between gap-2 pt-1.5 pb-5 text-small text-ink-2"
      >
        <p className="flex flex-wrap items-center gap-x-2 leading-snug font-semibold text-ink">
          {organisation ? (
            <>
              <span>{organisation}</span>{' '}
              <span className="font-normal text-ink-2">{t(`public.${area}`)}</span>
            </>
          ) : (
            <>
              <LogoIcon /> Regain
            </>
          )}
        </p>
        <LanguageSwitch back={back} />
      </header>
      <main id="main" tabIndex={-1} className="grid flex-1 content-start gap-5">
        {children}
      </main>
      {help && (
        <footer className="mt-8 border-t border-line pt-4 pb-2 text-small text-ink-3">
          {organisation ? t('public.help', { organisation }) : t('public.helpAnyone')}
        </footer>
      )}
    </div>
  );
}
