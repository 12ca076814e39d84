import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { PublicShell } from '../shell/public-shell';
import type { DeskClock } from '../ui/instant';
import { LinkButton } from '../ui/link-button';
import { ProseTitle } from '../ui/prose-title';
import { AuthenticatorCodes } from './authenticator-codes';
import { ClockCard } from './clock-card';
import { HolderSignIn } from './holder-sign-in';
import { MessageList } from './message-list';
import { NewAppCode } from './new-app-code';
import { PostCard } from './post-card';

type Without<T> = Omit<T, 'clock'>;

/** The whole of /inbox. It exists only locally: the page that shows it has to see to that. */
export function InboxView({
  clock,
  messages,
  codes,
  deskClock,
  showNewApp,
  holder,
  post,
}: {
  clock: DeskClock;
  messages: ComponentProps<typeof MessageList>['messages'];
  codes: ComponentProps<typeof AuthenticatorCodes>;
  deskClock: Without<ComponentProps<typeof ClockCard>>;
  showNewApp: ComponentProps<typeof NewAppCode>['show'];
  holder: Without<ComponentProps<typeof HolderSignIn>>;
  /** None where the inbox does not answer. */
  post?: ComponentProps<typeof PostCard> | undefined;
}) {
  const t = useTranslations('inbox');
  return (
    <PublicShell wide help={false} back="/inbox">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <ProseTitle title={t('title')}>
          <p className="max-w-[40em]">{t('intro')}</p>
        </ProseTitle>
        <LinkButton href="/inbox">{t('refresh')}</LinkButton>
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5 desk:grid-cols-[minmax(0,1fr)_22rem]">
        {/* Before the messages, also by keyboard: their list grows long. */}
        <div className="grid content-start gap-4 desk:col-start-2 desk:row-start-1">
          <ClockCard clock={clock} {...deskClock} />
          <AuthenticatorCodes {...codes} />
          <NewAppCode show={showNewApp} />
          <HolderSignIn clock={clock} {...holder} />
          {post && <PostCard {...post} />}
        </div>
        <MessageList messages={messages} clock={clock} />
      </div>
    </PublicShell>
  );
}
