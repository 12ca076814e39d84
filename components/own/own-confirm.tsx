import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { PublicShell } from '../shell/public-shell';
import { ConfirmPage } from '../ui/confirm-page';

type Asked = Pick<
  ComponentProps<typeof ConfirmPage>,
  'title' | 'consequence' | 'facts' | 'action' | 'submit' | 'children'
>;

/** Before an account holder ends or removes something of the own account: no reason is asked, and "no" leads back. */
export function OwnConfirm({
  organisation,
  back,
  ...asked
}: Asked & {
  organisation: string;
  /** Where it was asked, if not on the own page. */
  back?: { href: string; label: string };
}) {
  const t = useTranslations('ownPages');
  return (
    <PublicShell area="account" organisation={organisation}>
      <ConfirmPage
        {...asked}
        danger
        reason="none"
        back={back ?? { href: '/account', label: t('backWithout') }}
      />
    </PublicShell>
  );
}
