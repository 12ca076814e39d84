'use server';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import type { FormState } from '../../../components/ui/form-state';
import { signInRefusalText } from '../../../lib/messages/sign-in-refusal';
import { desk, deskNow } from '../../../lib/wiring';
import { originOf } from '../../session';
import { presentedIn } from '../presented';
import { CONTACT, contactDoor, keepLink, keepResult, pathOf } from './kept';

/** Without a fragment of its own, a browser without script would carry the token along to the next address. */
const onwards = (path: string): never => redirect(`${path}#main`);

type Refused = Parameters<typeof signInRefusalText>[0];

const refused = async (answer: Refused): Promise<FormState> => {
  const words = await getTranslations('recoveryContacts.door');
  const message =
    answer.refused === 'not-found'
      ? words('unknown')
      : signInRefusalText(answer, await getLocale(), await deskNow());
  return { kind: 'refused', message };
};

/** Leads to the page that a link is for. It changes nothing there. */
export async function openLink(_before: FormState, form: FormData): Promise<FormState> {
  const presented = presentedIn(form);
  const words = await getTranslations('recoveryContacts.door');
  if (!presented) return { kind: 'refused', message: words('empty') };
  const page = await desk().readContactPage({ presented, origin: await originOf() });
  if ('refused' in page) return refused(page);
  await keepLink(presented);
  return onwards(pathOf(page));
}

export async function acceptInvitation(): Promise<FormState> {
  const answer = await desk().acceptAsContact(await contactDoor());
  return 'refused' in answer ? refused(answer) : onwards(`${CONTACT}/about?thanks=1`);
}

export async function declineInvitation(): Promise<FormState> {
  const answer = await desk().leaveContact(await contactDoor());
  if ('refused' in answer) return refused(answer);
  await keepResult('declined');
  return onwards(`${CONTACT}/done`);
}

export async function leave(): Promise<FormState> {
  const answer = await desk().leaveContact(await contactDoor());
  if ('refused' in answer) return refused(answer);
  await keepResult('left');
  return onwards(`${CONTACT}/done`);
}

/** The account holder's no, without a sign-in. */
export async function stop(): Promise<FormState> {
  const answer = await desk().stopContact(await contactDoor());
  if ('refused' in answer) return refused(answer);
  await keepResult('stopped');
  return onwards(`${CONTACT}/done`);
}
