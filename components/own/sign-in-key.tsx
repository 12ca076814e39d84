import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { KeyButton } from '../holder/key-button';

type Props = ComponentProps<typeof KeyButton>;

/** A security key or passkey, asked for by the browser. */
export function SignInKey({
  next,
  ask,
  answer,
}: {
  next: string;
  ask: Props['ask'];
  answer: Props['answer'];
}) {
  const t = useTranslations('ownSignIn.second');
  const common = useTranslations('common.form');
  return (
    <section className="grid gap-4">
      <p>{t('key')}</p>
      <KeyButton
        kind="prove"
        handle={next}
        ask={ask}
        answer={answer}
        words={{
          action: t('keySubmit'),
          failed: t('keyFailed'),
          known: t('keyFailed'),
          unable: t('keyUnable'),
          pending: common('pending'),
          scriptNeeded: t('keyScript'),
        }}
      />
    </section>
  );
}
