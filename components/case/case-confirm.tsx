import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { CasePage } from '../../lib/domain/case/case-view';
import type { Refusal } from '../../lib/domain/case/command';
import { refusalText } from '../../lib/messages/refusal-text';
import { ConfirmPage } from '../ui/confirm-page';
import type { Fact } from '../ui/facts';
import type { FormAction } from '../ui/form-state';
import { LinkButton } from '../ui/link-button';
import { Notice } from '../ui/notice';
import { PageBody } from '../ui/page-body';
import { useCaseFacts } from './case-facts';

/**
 * A page before something that cannot be undone in a case. Where the gate would refuse it, the page says why instead
 * of offering the button.
 */
export function CaseConfirm({
  page,
  refused,
  title,
  consequence,
  submit,
  action,
  danger = false,
  reason = 'none',
  facts = [],
  reviewed = false,
  children,
}: {
  page: CasePage;
  refused: Refusal | undefined;
  title: string;
  consequence: ReactNode;
  submit: string;
  action: FormAction;
  danger?: boolean;
  reason?: 'required' | 'none';
  facts?: readonly Fact[];
  /** The children say already which case this is. */
  reviewed?: boolean;
  children?: ReactNode;
}) {
  const t = useTranslations('caseFile.confirm');
  const about = useCaseFacts(page);
  const back = `/cases/${page.case.id}`;
  if (refused) return <CannotDo page={page} refused={refused} title={title} back={back} />;
  return (
    <PageBody>
      <ConfirmPage
        title={title}
        consequence={consequence}
        facts={reviewed ? facts : [...about, ...facts]}
        action={action}
        submit={submit}
        danger={danger}
        reason={reason}
        back={{ href: back, label: t('backNo') }}
      >
        {children}
      </ConfirmPage>
    </PageBody>
  );
}

/** Why this page has no button now, and the way back. */
export function CannotDo({
  page,
  refused,
  title,
  back,
}: {
  page: { now: string; timeZone: string };
  refused: Refusal;
  title: string;
  back: string;
}) {
  const t = useTranslations('caseFile.confirm');
  const locale = useLocale();
  return (
    <PageBody>
      <div className="grid w-full max-w-2xl gap-5">
        <h1 className="text-title leading-tight font-[650]">{title}</h1>
        <Notice tone="warn" title={t('refused')}>
          {refusalText(refused, locale, page)}
        </Notice>
        <p>
          <LinkButton href={back}>{t('back')}</LinkButton>
        </p>
      </div>
    </PageBody>
  );
}
