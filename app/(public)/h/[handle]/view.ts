import { redirect } from 'next/navigation';
import { cache } from 'react';
import { isRefusal } from '../../../../lib/domain/case/command';
import { readHandle } from '../../../../lib/domain/case/handle';
import { holderPage } from '../../../../lib/queries/holder-page';
import type { HolderView } from '../../../../lib/queries/holder-view';
import { desk } from '../../../../lib/wiring';
import { doorOf } from './door';

const UNKNOWN = '/h/unknown';

export type HandleParams = { params: Promise<{ handle: string }> };

/** One try and one reading per request, however many parts of a page ask. */
export const findView = cache(async (handle: string): Promise<HolderView | undefined> => {
  const found = await desk().findHandle(await doorOf(handle));
  return isRefusal(found) ? undefined : holderPage(found.caller);
});

/** The case before this screen. Unknown, foreign, over and tried too often are one and the same page (R14). */
export async function viewOf({ params }: HandleParams): Promise<HolderView> {
  const typed = (await params).handle;
  const handle = readHandle(typed);
  if (!handle) redirect(UNKNOWN);
  if (handle !== typed) redirect(`/h/${handle}`);
  return (await findView(handle)) ?? redirect(UNKNOWN);
}

/** A page that works only on the screen with the case secret; any other screen is led to the case itself (R15). */
export async function heldViewOf(
  at: HandleParams,
): Promise<HolderView & { held: NonNullable<HolderView['held']> }> {
  const view = await viewOf(at);
  if (!view.held) redirect(`/h/${view.handle}`);
  return { ...view, held: view.held };
}
