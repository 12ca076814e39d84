import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ActionFormClient } from './action-form-client';
import type { FormAction } from './form-state';

/**
 * A form that works without JavaScript: a server action answers in the page itself. A refusal is
 * summed up above the fields, read out, and focused; each field shows its own.
 */
export function ActionForm(props: {
  action: FormAction;
  children: ReactNode;
  className?: string;
  /** What the form is, for a page with more than one. */
  label?: string;
}) {
  const t = useTranslations('common.form');
  return <ActionFormClient {...props} refusedWord={t('refused')} pendingWord={t('pending')} />;
}
