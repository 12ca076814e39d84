import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { PublicShell } from '../shell/public-shell';
import { ProseTitle } from '../ui/prose-title';
import { TextLink } from '../ui/text-link';

/** A page under the own page: what it is for, and the way back. */
export function OwnFrame({
  organisation,
  title,
  text,
  wide = false,
  children,
}: {
  organisation: string;
  title: string;
  text?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}) {
  const t = useTranslations('ownPages');
  return (
    <PublicShell area="account" organisation={organisation} wide={wide}>
      <p className="print:hidden">
        <TextLink href="/account">{t('back')}</TextLink>
      </p>
      <ProseTitle title={title}>{text && <p>{text}</p>}</ProseTitle>
      {children}
    </PublicShell>
  );
}
