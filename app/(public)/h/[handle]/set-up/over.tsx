import { useTranslations } from 'next-intl';
import { ActionForm } from '../../../../../components/ui/action-form';
import { Card } from '../../../../../components/ui/card';
import { CodeField } from '../../../../../components/ui/code-field';
import { Notice } from '../../../../../components/ui/notice';
import { SubmitButton } from '../../../../../components/ui/submit-button';
import { TextField } from '../../../../../components/ui/text-field';
import { TextLink } from '../../../../../components/ui/text-link';
import type { ContactPointKind } from '../../../../../lib/domain/account/account';
import { isSent, type SentKind } from '../../../../../lib/domain/account/factor';
import type { SettingUp } from '../../../../../lib/queries/holder-view';
import { beginOver, confirmOver, sendOverAgain } from '../actions/enrol-over';
import { useWhen } from '../when';
import type { SetUpParts } from './parts';

type OverKind = SentKind | ContactPointKind;
type OverParts = SetUpParts & { kind: OverKind };
type Sent = NonNullable<SettingUp['code']>;

const pointOf = (kind: OverKind): ContactPointKind =>
  kind === 'email' || kind === 'email-code' ? 'email' : 'phone';

/** What works by a code to a number or mailbox: which one, then the code that went there. */
export function NewOver(parts: OverParts) {
  const { code } = parts.enrolment;
  return code && !parts.elsewhere ? <Entering {...parts} code={code} /> : <Choosing {...parts} />;
}

function Choosing(parts: OverParts) {
  const t = useTranslations('holder.enrol.over');
  const { kind, enrolment } = parts;
  const hasOnFile = isSent(kind) && enrolment.points.length > 0;
  return (
    <Card>
      <div className="grid gap-5">
        <div className="grid gap-2">
          <p className="font-semibold">{t(`ask.${kind}`)}</p>
          {(kind === 'email' || kind === 'phone') && <p>{t(`old.${kind}`)}</p>}
        </div>
        <OnFile {...parts} />
        <Typed {...parts} first={!hasOnFile} />
      </div>
    </Card>
  );
}

/** One button for each contact point on file that can take these codes. */
function OnFile({ view, kind, enrolment }: OverParts) {
  const t = useTranslations('holder.enrol.over');
  if (!isSent(kind)) return null;
  return enrolment.points.map(({ id, to }) => (
    <ActionForm key={id} action={beginOver}>
      <input type="hidden" name="handle" value={view.handle} />
      <input type="hidden" name="contactPointId" value={id} />
      <SubmitButton size="large">{t(`onFile.${kind}`, { to })}</SubmitButton>
    </ActionForm>
  ));
}

function Typed({ view, kind, first }: OverParts & { first: boolean }) {
  const t = useTranslations('holder.enrol.over');
  const point = pointOf(kind);
  return (
    <ActionForm action={beginOver} className={first ? undefined : 'border-t border-line pt-4'}>
      <input type="hidden" name="handle" value={view.handle} />
      <TextField
        name="address"
        label={t(`${first ? 'field' : 'orNew'}.${point}`)}
        hint={t(`hint.${kind}`)}
        type={point === 'email' ? 'email' : 'tel'}
        autoComplete={point === 'email' ? 'email' : 'tel'}
        required
      />
      <SubmitButton look={first ? 'primary' : 'default'} size="large">
        {t(kind === 'voice' ? 'call' : 'send')}
      </SubmitButton>
    </ActionForm>
  );
}

function Entering(parts: OverParts & { code: Sent }) {
  const t = useTranslations('holder.enrol.over');
  const words = useTranslations('holder.code');
  const when = useWhen(parts.view);
  const { view, enrolment, code, kind } = parts;
  return (
    <>
      <Card>
        <div className="grid gap-4">
          <p role="status" className="[overflow-wrap:anywhere]">
            {t(`sent.${code.via}`, { to: code.to ?? '' })}
          </p>
          {code.state === 'open' && enrolment.factorId ? (
            <ActionForm action={confirmOver}>
              <input type="hidden" name="handle" value={view.handle} />
              <input type="hidden" name="factor" value={enrolment.factorId} />
              <CodeField
                name="code"
                label={t('code')}
                hint={t('codeHint', {
                  amount: words(`amount.${amountOf(code)}`),
                  when: when(code.expiresAt, 'near'),
                })}
              />
              <SubmitButton size="large">{t('submit')}</SubmitButton>
            </ActionForm>
          ) : (
            <Notice tone="warn">{words('expired')}</Notice>
          )}
          <Again {...parts} />
        </div>
      </Card>
      <p>
        <TextLink href={`/h/${view.handle}/set-up?elsewhere=1`}>
          {t(`other.${pointOf(kind)}`)}
        </TextLink>
      </p>
    </>
  );
}

const amountOf = ({ digits }: Sent) => (digits === 6 ? 'six' : digits === 7 ? 'seven' : 'eight');

/** The same number or mailbox once more, and for a number a call, for who gets no text messages. */
function Again({ view, code }: SetUpParts & { code: Sent }) {
  const t = useTranslations('holder.enrol.over');
  const words = useTranslations('holder.code');
  const calls = code.via === 'voice';
  const title = calls ? t('calledTitle') : words('resendTitle');
  const text = words(code.via === 'email-code' ? 'resendText' : 'resendTextSms');
  return (
    <ActionForm action={sendOverAgain} label={title} className="border-t border-line pt-4">
      <input type="hidden" name="handle" value={view.handle} />
      <div className="text-small text-ink-2">
        <p className="font-semibold text-ink">{title}</p>
        <p>{calls ? t('calledText') : text}</p>
      </div>
      <p className="flex flex-wrap gap-3">
        <SubmitButton look="default" name="by" value="same">
          {calls ? t('callAgain') : words('resend')}
        </SubmitButton>
        {code.via === 'sms' && (
          <SubmitButton look="default" name="by" value="voice">
            {t('againCall')}
          </SubmitButton>
        )}
      </p>
    </ActionForm>
  );
}
