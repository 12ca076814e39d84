import { useTranslations } from 'next-intl';
import type { AccountPage } from '../../lib/domain/account/account-view';
import { Chip } from '../ui/chip';
import { LinkButton } from '../ui/link-button';
import { PageHeader } from '../ui/page-header';
import { TextLink } from '../ui/text-link';

/** Whose account this is, where, and how it stands; and the one thing to do, where it may be done. */
export function AccountBar({ page, newCaseHref }: { page: AccountPage; newCaseHref: string }) {
  const t = useTranslations('account');
  const {
    id,
    displayName,
    signInMasked,
    disabled,
    privileged,
    ofStaff,
    contestedUntil,
    suspendedUntil,
  } = page.account;
  return (
    <PageHeader
      bar
      title={displayName}
      crumbs={[{ label: t('title'), href: '/accounts' }]}
      meta={
        <>
          <span>{page.organisation.name}</span>
          {page.mayUnmask ? (
            <TextLink href={`/accounts/${id}/unmask/sign-in`}>
              <span aria-hidden="true">{signInMasked}</span>
              <span className="sr-only">{t('points.showWhich', { masked: signInMasked })}</span>
            </TextLink>
          ) : (
            <span>{signInMasked}</span>
          )}
          {disabled && <Chip>{t('states.disabled')}</Chip>}
          {privileged && <Chip tone="wait">{t('states.privileged')}</Chip>}
          {ofStaff && <Chip tone="wait">{t('states.ofStaff')}</Chip>}
          {contestedUntil && <Chip tone="stop">{t('states.contested')}</Chip>}
          {suspendedUntil && <Chip tone="stop">{t('states.suspended')}</Chip>}
        </>
      }
      actions={
        !page.noCase && (
          <LinkButton look="primary" href={newCaseHref}>
            {t('newCase')}
          </LinkButton>
        )
      }
    />
  );
}
