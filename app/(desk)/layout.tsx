import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { DeskShell } from '../../components/shell/desk-shell';
import { SessionExpiry } from '../../components/shell/session-expiry';
import type { SignedIn } from '../../components/shell/who-is-here';
import { SESSION_IDLE } from '../../lib/domain/access/sign-in';
import { between } from '../../lib/domain/time';
import { deskCounts } from '../../lib/queries/queue';
import { staffSession } from '../session';
import { extend, signOut } from './actions';
import { clockOf } from './clock-of';
import { sectionsOf } from './sections-of';

/** The frame of the desk. It guards nothing: every page and every action asks for the session itself. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const session = await staffSession();
  const [t, locale, counts] = await Promise.all([
    getTranslations('signIn.expiry'),
    getLocale(),
    deskCounts(session.caller),
  ]);
  const memberships: SignedIn['memberships'] = session.staff.platform
    ? [{ organisation: null, role: 'platform-administrator' }]
    : session.memberships;
  return (
    <DeskShell
      sections={sectionsOf(session).map((section) => ({
        section,
        ...(section === 'queue' || section === 'approvals' ? { count: counts[section] } : {}),
      }))}
      person={{ name: session.staff.displayName, memberships }}
      signOut={signOut}
      accountHref="/security"
    >
      <SessionExpiry
        now={session.now}
        left={between(session.now, session.endsAt)}
        idle={SESSION_IDLE}
        latest={between(session.now, session.latestEndsAt)}
        timeZone={clockOf(session).timeZone}
        locale={locale}
        extend={extend}
        words={{
          title: t('title'),
          text: t.raw('text'),
          latest: t.raw('latest'),
          extend: t('extend'),
          over: t('over'),
          signIn: t('signIn'),
        }}
      />
      {children}
    </DeskShell>
  );
}
