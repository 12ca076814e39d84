import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { InboxView } from '@/components/inbox/inbox-view';
import { deskNow } from '@/lib/wiring';
import { localInbox } from '@/lib/wiring-inbox';
import {
  answerHolder,
  moveDeskClock,
  setPostHabits,
  showNewAppCode,
  signInAsHolder,
} from './actions';
import { ASKED_COOKIE, readAsked } from './asked';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('inbox'))('title') };
}

const TIME_ZONE = 'Europe/Amsterdam';

/** Exists only on a local desk: mail, SMS, the codes of the invented people, and the clock. */
export default async function InboxPage() {
  await connection();
  const inbox = localInbox();
  if (!inbox) notFound();
  const now = await deskNow();
  const [messages, codes, next, holders, habits] = await Promise.all([
    inbox.messages(),
    inbox.codes(now),
    inbox.nextAlarm(),
    inbox.holders(),
    inbox.habits(),
  ]);
  const asked = readAsked((await cookies()).get(ASKED_COOKIE)?.value);
  return (
    <InboxView
      clock={{ now, timeZone: TIME_ZONE }}
      messages={messages}
      codes={codes}
      deskClock={{ nextAlarm: next, move: moveDeskClock }}
      showNewApp={showNewAppCode}
      post={habits && { habits, set: setPostHabits }}
      holder={{
        accounts: holders.map(({ accountId, who }) => ({ value: accountId, label: who })),
        asked: asked ? [asked] : [],
        signIn: signInAsHolder,
        answer: answerHolder,
      }}
    />
  );
}
