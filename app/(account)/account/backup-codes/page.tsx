import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { BackupCodes } from '../../../../components/own/backup-codes';
import { OwnFrame } from '../../../../components/own/own-frame';
import { maskedContactPoint } from '../../../../lib/domain/account/masked';
import { numbersForCodes } from '../../../../lib/domain/account/own/codes-by-sms';
import { CHANGE_WAITS } from '../../../../lib/domain/account/own/waiting-change';
import { plus } from '../../../../lib/domain/time';
import { formatInstant } from '../../../../lib/messages/format';
import { freshHolder } from '../acting';
import { makeBackupCodes, sendBackupCodes } from '../actions/password';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ownPages.codes'))('title') };
}

/** A press of the button makes ten new codes and shows them, once. Opening the page makes none. */
export default async function BackupCodesPage() {
  const { read } = await freshHolder('/account/backup-codes');
  const [t, form, locale] = await Promise.all([
    getTranslations('ownPages.codes'),
    getTranslations('common.form'),
    getLocale(),
  ]);
  const numbers = numbersForCodes(read);
  const when = formatInstant(plus(read.now, CHANGE_WAITS), {
    now: read.now,
    locale,
    timeZone: read.organisation.timeZone,
    style: 'short',
  });
  return (
    <OwnFrame organisation={read.organisation.name} title={t('title')} text={t('text')}>
      <BackupCodes
        make={makeBackupCodes}
        send={sendBackupCodes}
        numbers={numbers.map((point) => ({
          id: point.id,
          words: t('sms', { to: maskedContactPoint(point) }),
        }))}
        waits={t('waits', { when })}
        words={{
          newText: t(read.policy.backupCodesBySms ? 'newTextSms' : 'newText'),
          smsText: t('smsText'),
          refused: form('refused'),
          pending: form('pending'),
          make: t('make'),
          shown: t('shown'),
          shownText: t('shownText'),
          print: t('print'),
          copy: t('copy'),
          copied: t('copied'),
          save: t('save'),
          file: t('file'),
          finished: t('finished'),
          title: `${t('title')}, ${read.organisation.name}`,
        }}
      />
    </OwnFrame>
  );
}
