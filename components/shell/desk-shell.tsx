import '@fontsource-variable/inter/wght.css';
import { NextIntlClientProvider, useLocale, useMessages, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { MessageArea } from '../../lib/messages/translator';
import { LogoIcon, MenuIcon } from '../ui/icons';
import { SkipLink } from '../ui/skip-link';
import { type NavLink, NavLinks } from './nav-links';
import { type Section, sectionPaths } from './sections';
import { SoftLinks } from './soft-links';
import { type SignedIn, WhoIsHere } from './who-is-here';

/**
 * The frame of the desk. Which sections there are and what they count comes from outside, from the
 * same `can` that guards them; this only draws.
 */
export function DeskShell({
  sections,
  person,
  signOut,
  accountHref,
  clientAreas = [],
  children,
}: {
  sections: readonly { section: Section; count?: number }[];
  person: SignedIn;
  signOut: () => Promise<void>;
  /** The person's own page: sessions and second factors. */
  accountHref?: string;
  /** Areas whose words parts drawn in the browser ask for themselves. */
  clientAreas?: readonly MessageArea[];
  children: ReactNode;
}) {
  const t = useTranslations('shell');
  const locale = useLocale();
  const messages = useMessages();
  const links: NavLink[] = sections.map(({ section, count }) => ({
    href: sectionPaths[section],
    label: t(`sections.${section}`),
    count,
    covers: section === 'queue' ? ['/cases'] : [],
  }));
  const own = <WhoIsHere person={person} signOut={signOut} accountHref={accountHref} />;
  const clientWords = Object.fromEntries(
    [...new Set<MessageArea>(['common', ...clientAreas])].map((area) => [area, messages[area]]),
  );

  return (
    <div className="desk min-h-dvh desk:grid desk:grid-cols-[13.5rem_minmax(0,1fr)]">
      <SkipLink label={t('skip')} />
      <SoftLinks />
      <header data-chrome className="hidden border-r border-line bg-sunk desk:block">
        <div className="sticky top-0 max-h-dvh overflow-y-auto px-3 py-4.5">
          <Logo />
          <nav aria-label={t('mainMenu')}>
            <NavLinks links={links} />
          </nav>
          <div className="mt-5 border-t border-line pt-3">{own}</div>
        </div>
      </header>
      <header data-chrome className="border-b border-line bg-sunk desk:hidden">
        <details>
          <summary className="flex min-h-12 items-center justify-between px-4 py-2 [&::-webkit-details-marker]:hidden">
            <Logo />
            <span className="inline-flex items-center gap-2 text-ink-2">
              <MenuIcon /> {t('menu')}
            </span>
          </summary>
          <div className="grid gap-4 px-3 pb-4">
            <nav aria-label={t('mainMenu')}>
              <NavLinks links={links} />
            </nav>
            <div className="border-t border-line pt-3">{own}</div>
          </div>
        </details>
      </header>
      <main id="main" tabIndex={-1} className="min-w-0">
        <NextIntlClientProvider locale={locale} messages={clientWords} timeZone="UTC">
          {children}
        </NextIntlClientProvider>
      </main>
    </div>
  );
}

function Logo() {
  return (
    <span className="flex items-center gap-2 px-2 text-lead font-[650] tracking-[-0.01em] desk:pb-4.5">
      <LogoIcon /> Regain
    </span>
  );
}
