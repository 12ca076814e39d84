import { getTranslations } from 'next-intl/server';
import { PausedCase } from '../../../components/own/paused-case';
import { SkippedFactor } from '../../../components/own/skipped-factor';
import { Notice } from '../../../components/ui/notice';
import { namedMeasures } from '../../../lib/domain/case/named-measure';
import { desk } from '../../../lib/wiring';
import { answerPause } from './pause-actions';
import { holderSession, SIGN_IN } from './session';

/** What this very sign-in has to say: a recovery that it paused (R28), a second factor that it was not asked. */
export async function SignInNotices({ answered }: { answered: string | undefined }) {
  const session = await holderSession();
  const { read } = session;
  const clock = { now: read.now, timeZone: read.organisation.timeZone };
  const paused = await desk().readPausedCase(session);
  const device = read.own.devices.find(({ id }) => id === session.session.trustedDeviceId);
  return (
    <>
      <Answered answered={answered} />
      {paused && (
        <PausedCase
          paused={paused}
          measures={namedMeasures(paused.measures, read.account)}
          clock={clock}
          answer={answerPause}
          confirmHref={`${SIGN_IN}/again`}
        />
      )}
      {device && !session.session.authenticatedAt && (
        <SkippedFactor until={device.expiresAt} clock={clock} />
      )}
    </>
  );
}

async function Answered({ answered }: { answered: string | undefined }) {
  const t = await getTranslations('ownSignIn.paused.answered');
  if (answered === 'go-on' || answered === 'not-me')
    return <Notice tone="done">{t(answered)}</Notice>;
  return answered === 'over' ? <Notice tone="warn">{t('over')}</Notice> : null;
}
