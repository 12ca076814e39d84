import { notFound } from 'next/navigation';
import { freshSignIn, type StaffSession, staffSession } from '@/app/session';
import { isFresh } from '@/lib/domain/access/can';
import type { CasePage } from '@/lib/domain/case/case-view';
import { casePage } from '@/lib/queries/case-page';

export type CaseParams = { params: Promise<{ caseId: string }> };

/** The case of this address for whoever is signed in; a foreign one is not found, like one that does not exist. */
export const loadCase = async ({
  params,
}: CaseParams): Promise<{ session: StaffSession; page: CasePage }> => {
  const session = await staffSession();
  const page = await casePage(session.caller, (await params).caseId);
  return { session, page: page ?? notFound() };
};

/**
 * As `loadCase`, for a page with fields to fill in whose act asks a fresh sign-in: it is asked before the page, so that
 * nothing that was typed is lost.
 */
export const loadCaseFresh = async ({
  params,
  route,
}: CaseParams & { route: 'decline' | 'identity-check' }): Promise<{ page: CasePage }> => {
  const { caller, now } = await staffSession();
  const { caseId } = await params;
  if (!isFresh(caller.actor, now)) freshSignIn(`/cases/${encodeURIComponent(caseId)}/${route}`);
  return loadCase({ params });
};
