import { useLocale, useTranslations } from 'next-intl';
import {
  type ContactStatus,
  contactStatus,
  type RecoveryContact,
} from '../../lib/domain/account/recovery-contact';
import { between, days } from '../../lib/domain/time';
import { formatInstant } from '../../lib/messages/format';
import { Chip, type Tone } from '../ui/chip';
import { EmptyState } from '../ui/empty-state';
import type { DeskClock } from '../ui/instant';
import { LinkButton } from '../ui/link-button';

const TONES: Record<ContactStatus, Tone> = {
  invited: 'todo',
  waiting: 'wait',
  active: 'done',
  ended: 'quiet',
};

/** How long one that ended is still shown: long enough to see that somebody else ended it. */
const SHOWN_AFTER_END = days(30);

/** The recovery contacts of one account, and those that ended lately. */
export function ContactList({
  contacts,
  clock,
}: {
  contacts: readonly RecoveryContact[];
  clock: DeskClock;
}) {
  const t = useTranslations('recoveryContacts.own');
  const live = contacts.filter(({ endedAt }) => !endedAt);
  const past = contacts.filter(
    ({ endedAt }) => endedAt && between(endedAt, clock.now) < SHOWN_AFTER_END,
  );
  return (
    <>
      {live.length === 0 ? (
        <EmptyState title={t('none')}>
          <p>{t('noneText')}</p>
        </EmptyState>
      ) : (
        <section aria-labelledby="live" className="grid gap-3">
          <h2 id="live" className="text-section font-semibold">
            {t('list')}
          </h2>
          <ul className="grid gap-3">
            {live.map((contact) => (
              <LiveContact key={contact.id} contact={contact} clock={clock} />
            ))}
          </ul>
        </section>
      )}
      {past.length > 0 && (
        <section aria-labelledby="past" className="grid gap-2">
          <h2 id="past" className="text-section font-semibold">
            {t('past')}
          </h2>
          <ul className="grid gap-2 text-small text-ink-2">
            {past.map((contact) => (
              <PastContact key={contact.id} contact={contact} clock={clock} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function LiveContact({ contact, clock }: { contact: RecoveryContact; clock: DeskClock }) {
  const t = useTranslations('recoveryContacts');
  const locale = useLocale();
  const { id, name, address, expiresAt, countsFrom, activeAt, invitedBy, refusedAt } = contact;
  const status = contactStatus(contact);
  const when = (at: string) => formatInstant(at, { ...clock, locale, style: 'long' });
  const end = status === 'invited' ? 'withdraw' : 'end';
  return (
    <li className="grid gap-2 rounded-lg border border-line bg-card p-4">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <h3 className="min-w-0 font-semibold [overflow-wrap:anywhere]">{name}</h3>
        <Chip tone={TONES[status]}>{t(`statuses.${status}`)}</Chip>
      </div>
      <p className="text-small text-ink-2 [overflow-wrap:anywhere]">{address}</p>
      {status === 'invited' && (
        <p className="text-small">{t('own.invitedUntil', { when: when(expiresAt) })}</p>
      )}
      {status === 'waiting' && countsFrom && (
        <p className="text-small">{t('own.countsFrom', { when: when(countsFrom) })}</p>
      )}
      {status === 'active' && activeAt && (
        <p className="text-small">{t('own.countsSince', { when: when(activeAt) })}</p>
      )}
      {status === 'invited' && invitedBy === 'staff' && (
        <p className="text-small">{t('own.byStaff')}</p>
      )}
      {refusedAt && <p className="text-small font-semibold text-stop">{t('own.unreachable')}</p>}
      <div>
        <LinkButton href={`/account/contacts/${id}/end`}>
          <span aria-hidden="true">{t(`own.${end}`)}</span>
          <span className="sr-only">{t(`own.${end}Which`, { name })}</span>
        </LinkButton>
      </div>
    </li>
  );
}

function PastContact({ contact, clock }: { contact: RecoveryContact; clock: DeskClock }) {
  const t = useTranslations('recoveryContacts.own');
  const locale = useLocale();
  const { name, endedAt = '', end = 'holder' } = contact;
  const when = formatInstant(endedAt, { ...clock, locale, style: 'date' });
  return (
    <li className="[overflow-wrap:anywhere]">
      <span className="font-semibold text-ink">{name}</span>{' '}
      {t('endedAt', { when, how: t(`ends.${end}`) })}
    </li>
  );
}
