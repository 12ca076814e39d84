import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { classes } from './classes';
import { type NoticeTone, noticeClass, noticeInk } from './notice-look';

/** Something to know on this page. The tone is also said in words, for who sees no colour. */
export function Notice({
  tone = 'info',
  title,
  children,
}: {
  tone?: NoticeTone;
  title?: ReactNode;
  children?: ReactNode;
}) {
  const t = useTranslations('common.notice');
  return (
    <div data-notice className={noticeClass(tone)}>
      <p className={classes('font-semibold', noticeInk[tone])}>{title ?? t(tone)}</p>
      {children && <div className="[&>p+p]:mt-2">{children}</div>}
    </div>
  );
}
