import { useTranslations } from 'next-intl';
import type { SecondFactorPage, SignInFactor } from '../../lib/domain/account/own/pages';
import { LookAgain } from '../holder/look-again';
import { ActionForm } from '../ui/action-form';
import type { FormAction } from '../ui/form-state';
import { type DeskClock, Instant } from '../ui/instant';
import { Notice } from '../ui/notice';
import { SubmitButton } from '../ui/submit-button';
import { SendWhen } from './send-when';
import { TrustBox } from './trust-box';

type Push = NonNullable<SecondFactorPage['push']>;

const LOOKS_EVERY = 3;

/** The question on another device: asked by a button, with the number that whoever answers must see here. */
export function PushSignIn({
  factor,
  next,
  push,
  clock,
  ask,
  check,
  mayTrust,
}: {
  factor: SignInFactor;
  next: string;
  push: Push | undefined;
  clock: DeskClock;
  ask: FormAction;
  check: FormAction;
  mayTrust: boolean;
}) {
  const t = useTranslations('ownSignIn');
  const fields = (
    <>
      <input type="hidden" name="next" value={next} />
      <input type="hidden" name="factorId" value={factor.id} />
    </>
  );
  const state = push && (push.answer ?? (push.expiresAt > clock.now ? 'open' : 'past'));
  if (push && (state === 'open' || state === 'yes')) {
    const said = state === 'yes';
    return (
      <>
        <Asked push={push} device={factor.label} clock={clock} said={said} />
        <ActionForm action={check} label={t('kinds.push')}>
          {fields}
          {mayTrust && <TrustBox label={t('second.trust')} hint={t('second.trustHint')} />}
          <SubmitButton size="large">{t(said ? 'push.goOn' : 'push.check')}</SubmitButton>
          <SendWhen ready={said} />
        </ActionForm>
        {!said && <LookAgain seconds={LOOKS_EVERY} />}
      </>
    );
  }
  return (
    <>
      {state === 'past' || state === 'wrong-number' ? (
        <Notice tone="warn">{t(`push.${state}`)}</Notice>
      ) : (
        <p>{t('push.before', { device: factor.label })}</p>
      )}
      <ActionForm action={ask} label={t('kinds.push')}>
        {fields}
        <SubmitButton size="large">{t(state ? 'push.askAgain' : 'push.ask')}</SubmitButton>
      </ActionForm>
    </>
  );
}

function Asked({
  push,
  device,
  clock,
  said,
}: {
  push: Push;
  device: string;
  clock: DeskClock;
  said: boolean;
}) {
  const t = useTranslations('ownSignIn.push');
  if (said) return <p role="status">{t('said')}</p>;
  return (
    <>
      <p role="status">
        {t.rich('asked', {
          device,
          until: () => <Instant at={push.expiresAt} clock={clock} style="time" />,
        })}
      </p>
      <dl>
        <dt className="text-small text-ink-2">{t('number')}</dt>
        <dd className="font-mono text-code font-semibold tracking-[0.18em]">{push.number}</dd>
      </dl>
      <p className="text-small text-ink-2">{t('where')}</p>
    </>
  );
}
