import { useTranslations } from 'next-intl';
import { type ContactPoint, onFile } from '../../lib/domain/account/account';
import { type Factor, isUsable } from '../../lib/domain/account/factor';
import type { OwnFacts } from '../../lib/domain/account/own/command';
import { ActionForm } from '../ui/action-form';
import type { FormAction } from '../ui/form-state';
import { LinkButton } from '../ui/link-button';
import { SubmitButton } from '../ui/submit-button';
import { ActForm } from './act-form';
import { OwnRow, OwnRows, OwnSection } from './own-section';

type SentKind = 'sms' | 'voice' | 'email-code';

/** What can be sent to this contact point, as far as it is not set up yet. */
const open = (point: ContactPoint, factors: readonly Factor[]): SentKind[] => {
  const kinds: SentKind[] = point.kind === 'email' ? ['email-code'] : ['sms', 'voice'];
  return kinds.filter(
    (kind) =>
      (kind !== 'sms' || point.smsCapable) &&
      !factors.some((factor) => factor.kind === kind && factor.contactPointId === point.id),
  );
};

/** What can be added, the safest first; what is set up already is not offered again. */
export function NewFactorChoices({
  read,
  offerSent,
  addPush,
}: {
  read: Pick<OwnFacts, 'account' | 'own' | 'policy'>;
  offerSent: FormAction;
  addPush: FormAction;
}) {
  const t = useTranslations('ownPages.factors');
  const { account, own, policy } = read;
  const factors = account.factors.filter(isUsable);
  const points = onFile(account);
  const sent = points
    .flatMap((point) => open(point, factors).map((kind) => ({ kind, point })))
    .filter(({ kind }) => kind !== 'email-code' || policy.emailCodesAllowed);
  const landline = points.some(({ kind, smsCapable }) => kind === 'phone' && !smsCapable);
  const devices = own.devices.filter(({ id }) => !factors.some(({ deviceId }) => deviceId === id));
  return (
    <>
      <OwnRows label={t('addTitle')}>
        {(['key', 'app'] as const).map((choice) => (
          <OwnRow
            key={choice}
            name={t(`choices.${choice}`)}
            notes={t(`choices.${choice}Hint`)}
            action={
              <LinkButton href={`/account/factors/new/${choice}`}>
                {t('add')}
                <span className="sr-only"> {t(`choices.${choice}`)}</span>
              </LinkButton>
            }
          />
        ))}
        {sent.map(({ kind, point }) => (
          <OwnRow
            key={`${kind} ${point.id}`}
            name={t(`sent.${kind}`, { to: point.address })}
            notes={t('sentHint')}
            action={
              <ActionForm action={offerSent} className="gap-2">
                <input type="hidden" name="kind" value={kind} />
                <input type="hidden" name="contactPointId" value={point.id} />
                <SubmitButton look="default">
                  {t('add')}
                  <span className="sr-only"> {t(`sent.${kind}`, { to: point.address })}</span>
                </SubmitButton>
              </ActionForm>
            }
          />
        ))}
      </OwnRows>
      {points.length === 0 && <p className="text-small text-ink-2">{t('sentNone')}</p>}
      {landline && <p className="text-small text-ink-2">{t('landline')}</p>}
      <OwnSection title={t('push')} text={t('pushHint')}>
        {own.devices.length === 0 ? (
          <p>{t('pushNone')}</p>
        ) : (
          <>
            <p className="text-small text-ink-2">{t('pushRunsOut')}</p>
            <OwnRows label={t('push')}>
              {devices.map((device) => (
                <OwnRow
                  key={device.id}
                  name={t('pushOn', { device: device.label })}
                  action={
                    <ActForm
                      action={addPush}
                      name="deviceId"
                      value={device.id}
                      about={device.label}
                    >
                      {t('add')}
                    </ActForm>
                  }
                />
              ))}
            </OwnRows>
          </>
        )}
      </OwnSection>
    </>
  );
}
