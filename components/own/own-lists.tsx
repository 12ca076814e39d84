import { useTranslations } from 'next-intl';
import { type ContactPoint, onFile } from '../../lib/domain/account/account';
import { type Factor, isUsable } from '../../lib/domain/account/factor';
import type { OwnFacts } from '../../lib/domain/account/own/command';
import { anewThing, mustConfirmAnew } from '../../lib/domain/account/own/confirm-anew';
import type { OwnAccount, OwnSession } from '../../lib/domain/account/own/own';
import { FEW_BACKUP_CODES } from '../../lib/domain/account/own/readiness';
import { backupCodesLeft, restsOn, signInFactors } from '../../lib/domain/account/own/signing-in';
import { between, days } from '../../lib/domain/time';
import { Chip } from '../ui/chip';
import type { FormAction } from '../ui/form-state';
import type { DeskClock } from '../ui/instant';
import { LinkButton } from '../ui/link-button';
import { TextLink } from '../ui/text-link';
import { ActForm } from './act-form';
import { OwnRow, OwnRows, OwnSection } from './own-section';
import { useWhen } from './when';

type Read = Pick<OwnFacts, 'account' | 'own' | 'policy' | 'now'>;
type Props = { read: Read; clock: DeskClock };

/** Where a factor's codes go, in full: it is the owner who reads this. */
const addressOf = (factor: Factor, points: readonly ContactPoint[]): string | undefined =>
  points.find(({ id }) => id === factor.contactPointId)?.address;

/** What too many wrong entries switched off (R12): why, and the way to confirm it anew. */
function Anew({ read, id, name }: { read: Read; id: string; name: string }) {
  const t = useTranslations('ownPages.anew');
  if (!mustConfirmAnew(read.account, id, read.now)) return null;
  if (!anewThing(read.account, id)) return <p>{t('again')}</p>;
  return (
    <p>
      {t('why')}{' '}
      <TextLink href={`/account/confirm-anew/${id}`}>
        {t('link')}
        <span className="sr-only"> {name}</span>
      </TextLink>
    </p>
  );
}

export function FactorList({ read, clock }: Props) {
  const t = useTranslations('ownPages');
  const when = useWhen(clock);
  const { account, now } = read;
  const working = signInFactors(read);
  const preferred = working[0]?.id;
  const factors = account.factors.filter(
    (factor) => isUsable(factor) && factor.kind !== 'backup-codes',
  );
  return (
    <OwnSection
      title={t('factors.title')}
      text={t('factors.text')}
      action={<TextLink href="/account/factors/new">{t('factors.add')}</TextLink>}
    >
      <OwnRows label={t('factors.title')}>
        {factors.map((factor) => (
          <OwnRow
            key={factor.id}
            name={factor.label || t(`kinds.${factor.kind}`)}
            chips={
              <>
                {factor.id === preferred && <Chip tone="done">{t('factors.preferred')}</Chip>}
                {!working.includes(factor) && <Chip tone="todo">{t('factors.off')}</Chip>}
                {mustConfirmAnew(account, restsOn(factor), now) && (
                  <Chip tone="stop">{t('anew.off')}</Chip>
                )}
              </>
            }
            notes={
              <>
                {[t(`kinds.${factor.kind}`), addressOf(factor, onFile(account))]
                  .filter((note) => note && note !== factor.label)
                  .map((note) => `${note} · `)}
                {t('factors.added', { when: when(factor.addedAt, 'date') })}
                {factor.kind === 'email-code' && !read.policy.emailCodesAllowed && (
                  <p>{t('factors.notAllowed')}</p>
                )}
                <Anew read={read} id={restsOn(factor)} name={factor.label} />
              </>
            }
            action={
              <LinkButton href={`/account/factors/${factor.id}`}>
                {t('factors.manage')}
                <span className="sr-only"> {factor.label}</span>
              </LinkButton>
            }
          />
        ))}
      </OwnRows>
    </OwnSection>
  );
}

const leftOf = ({ account, own }: Read): number =>
  account.factors
    .filter((factor) => factor.kind === 'backup-codes' && isUsable(factor))
    .reduce((sum, { id }) => sum + backupCodesLeft(own, id), 0);

export function BackupCodesCard({ read }: { read: Read }) {
  const t = useTranslations('ownPages');
  const left = leftOf(read);
  const off = read.account.factors.some(
    (factor) =>
      factor.kind === 'backup-codes' &&
      isUsable(factor) &&
      mustConfirmAnew(read.account, factor.id, read.now),
  );
  return (
    <OwnSection
      title={t('codes.title')}
      text={t('codes.text')}
      action={<TextLink href="/account/backup-codes">{t('codes.manage')}</TextLink>}
    >
      <p className="flex flex-wrap items-center gap-2 pt-1">
        <span className="font-semibold">{t('factors.left', { left })}</span>
        {left < FEW_BACKUP_CODES && (
          <span className="font-semibold text-todo">{t('factors.few', { left })}</span>
        )}
        {off && <span className="font-semibold text-todo">{t('anew.codes')}</span>}
      </p>
    </OwnSection>
  );
}

const COUNTS_AFTER = days(7);

export function PointList({ read, clock }: Props) {
  const t = useTranslations('ownPages.points');
  const anew = useTranslations('ownPages.anew');
  const when = useWhen(clock);
  const points = onFile(read.account);
  return (
    <OwnSection
      title={t('title')}
      text={t('text')}
      action={<TextLink href="/account/contact-points/new">{t('add')}</TextLink>}
    >
      <OwnRows label={t('title')}>
        {points.map((point) => (
          <OwnRow
            key={point.id}
            name={point.address}
            chips={
              <>
                {point.refusedAt && <Chip tone="stop">{t('refused')}</Chip>}
                {mustConfirmAnew(read.account, point.id, read.now) && (
                  <Chip tone="stop">{anew('off')}</Chip>
                )}
                {point.source === 'holder' && between(point.addedAt, read.now) < COUNTS_AFTER && (
                  <Chip tone="wait">{t('young')}</Chip>
                )}
              </>
            }
            notes={
              <>
                {t('since', { when: when(point.addedAt, 'date') })}
                {point.kind === 'phone' && !point.smsCapable && ` · ${t('noSms')}`}
                {point.opensWithAccount && ` · ${t('own')}`}
                <Anew read={read} id={point.id} name={point.address} />
              </>
            }
            action={
              points.length > 1 && (
                <LinkButton href={`/account/contact-points/${point.id}/remove`}>
                  {t('remove')}
                  <span className="sr-only"> {point.address}</span>
                </LinkButton>
              )
            }
          />
        ))}
      </OwnRows>
    </OwnSection>
  );
}

export function DeviceList({
  devices,
  clock,
  revoke,
}: {
  devices: OwnAccount['devices'];
  clock: DeskClock;
  revoke: FormAction;
}) {
  const t = useTranslations('ownPages.devices');
  const when = useWhen(clock);
  return (
    <OwnSection title={t('title')} text={devices.length > 0 ? t('text') : t('none')}>
      <OwnRows label={t('title')}>
        {devices.map((device) => (
          <OwnRow
            key={device.id}
            name={device.label}
            notes={
              <>
                {t('trusted', {
                  from: when(device.trustedAt, 'date'),
                  until: when(device.expiresAt, 'date'),
                })}
                {device.lastUsedAt && ` · ${t('used', { when: when(device.lastUsedAt, 'date') })}`}
              </>
            }
            action={
              <ActForm action={revoke} name="deviceId" value={device.id} about={device.label}>
                {t('revoke')}
              </ActForm>
            }
          />
        ))}
      </OwnRows>
    </OwnSection>
  );
}

export function SessionList({
  sessions,
  here,
  clock,
  end,
}: {
  sessions: OwnAccount['sessions'];
  here: OwnSession;
  clock: DeskClock;
  end: FormAction;
}) {
  const t = useTranslations('ownPages.sessions');
  const when = useWhen(clock);
  return (
    <OwnSection title={t('title')}>
      <OwnRows label={t('title')}>
        {sessions.map((session) => (
          <OwnRow
            key={session.id}
            name={session.device || t('unknown')}
            chips={session.id === here.id && <Chip tone="done">{t('here')}</Chip>}
            notes={t('seen', {
              when: when(session.lastSeenAt, 'near'),
              address: session.address,
            })}
            action={
              session.id !== here.id && (
                <ActForm action={end} name="sessionId" value={session.id} about={session.device}>
                  {t('end')}
                </ActForm>
              )
            }
          />
        ))}
      </OwnRows>
      <p className="mt-3">
        <LinkButton href="/account/sign-out-everywhere">{t('everywhere')}</LinkButton>
      </p>
    </OwnSection>
  );
}
