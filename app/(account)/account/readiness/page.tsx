import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ActForm } from '../../../../components/own/act-form';
import { OwnFrame } from '../../../../components/own/own-frame';
import { OwnRow, OwnRows, OwnSection } from '../../../../components/own/own-section';
import { Rehearsal } from '../../../../components/own/rehearsal';
import { whenIn } from '../../../../components/own/when';
import { Chip } from '../../../../components/ui/chip';
import { onFile } from '../../../../lib/domain/account/account';
import { rehearse } from '../../../../lib/domain/account/own/rehearsal';
import { confirmReadiness } from '../actions/acts';
import { readinessOf } from '../readiness-of';
import { holderSession } from '../session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ownPages.readiness'))('title') };
}

/** What is in order, what to check once a year, and what happens when something is lost. */
export default async function ReadinessPage() {
  const signedIn = await holderSession();
  const { account, own, organisation, now } = signedIn.read;
  const [t, locale, { items, score }] = await Promise.all([
    getTranslations('ownPages.readiness'),
    getLocale(),
    readinessOf(signedIn),
  ]);
  const clock = { now, timeZone: organisation.timeZone };
  const when = whenIn(locale, clock);
  const asked = items.some(({ item }) => item === 'authenticator-app');
  const confirmed = (at: string | undefined) => at && t('confirmedAt', { when: when(at, 'date') });
  return (
    <OwnFrame
      organisation={organisation.name}
      title={t('title')}
      text={t('score', { score: String(score) })}
    >
      <OwnSection title={t('list')}>
        <OwnRows label={t('list')}>
          {items.map(({ item, ok }) => (
            <OwnRow
              key={item}
              name={t(`items.${item}`)}
              chips={<Chip tone={ok ? 'done' : 'todo'}>{ok ? t('ok') : t('todo')}</Chip>}
            />
          ))}
        </OwnRows>
      </OwnSection>
      <OwnSection title={t('questions')}>
        <OwnRows label={t('questions')}>
          <OwnRow
            name={t('points')}
            notes={
              <>
                <p>
                  {onFile(account)
                    .map(({ address }) => address)
                    .join(', ')}
                </p>
                <p>{confirmed(own.confirmedAt['contact-points'])}</p>
              </>
            }
            action={
              <ActForm action={confirmReadiness} name="what" value="contact-points">
                {t('pointsYes')}
              </ActForm>
            }
          />
          {asked && (
            <OwnRow
              name={t('app')}
              notes={
                <>
                  <p>{t('appWhy')}</p>
                  <p>{confirmed(own.confirmedAt['authenticator-app'])}</p>
                </>
              }
              action={
                <ActForm action={confirmReadiness} name="what" value="authenticator-app">
                  {t('appYes')}
                </ActForm>
              }
            />
          )}
        </OwnRows>
      </OwnSection>
      <Rehearsal rehearsed={rehearse(signedIn.read)} language={locale} />
    </OwnFrame>
  );
}
