import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { KeyButton } from '../holder/key-button';

type Asked = Pick<ComponentProps<typeof KeyButton>, 'handle' | 'factorId' | 'ask' | 'answer'>;

/** A security key or passkey that somebody has, asked for by the browser. */
export function SignInKey({
  words,
  action,
  ...asked
}: Asked & {
  words: 'signIn.second' | 'ownSignIn.second';
  /** What the button says, where it does not sign in. */
  action?: string;
}) {
  const t = useTranslations(words);
  const common = useTranslations('common.form');
  return (
    <KeyButton
      {...asked}
      kind="prove"
      words={{
        action: action ?? t('keySubmit'),
        failed: t('keyFailed'),
        unable: t('keyUnable'),
        pending: common('pending'),
        scriptNeeded: t('keyScript'),
      }}
    />
  );
}
