import { notFound } from 'next/navigation';
import { type StaffSession, staffSession } from '@/app/session';
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
