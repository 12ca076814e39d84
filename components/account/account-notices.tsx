import { useTranslations } from 'next-intl';
import type { AccountPage } from '../../lib/domain/account/account-view';
import { useWhen } from '../case/when';
import { Notice } from '../ui/notice';
import { NotAskedNotice } from './not-asked-notice';

/** What must be known before anything else about this account; nothing where there is nothing. */
export function AccountNotices({ page }: { page: AccountPage }) {
  const t = useTranslations('account.notices');
  const { when } = useWhen(page);
  const { disabled, privileged, ofStaff, contestedUntil, suspendedUntil } = page.account;
  return (
    <>
      {page.own && (
        <Notice tone="stop" title={t('ownTitle')}>
          {t('ownText')}
        </Notice>
      )}
      {contestedUntil && (
        <Notice tone="stop" title={t('contestedTitle')}>
          {t('contestedText', { when: when(contestedUntil) })}
        </Notice>
      )}
      {suspendedUntil && (
        <Notice tone="stop" title={t('suspendedTitle')}>
          {t('suspendedText', { when: when(suspendedUntil) })}
        </Notice>
      )}
      <NotAskedNotice account={page.account} clock={page} />
      {disabled && (
        <Notice tone="warn" title={t('disabledTitle')}>
          {t('disabledText')}
        </Notice>
      )}
      {privileged && (
        <Notice tone="warn" title={t('privilegedTitle')}>
          {t('privilegedText')}
        </Notice>
      )}
      {ofStaff && !page.own && (
        <Notice tone="warn" title={t('ofStaffTitle')}>
          {t('ofStaffText')}
        </Notice>
      )}
    </>
  );
}
