import { useTranslations } from 'next-intl';
import type { CasePage } from '../../lib/domain/case/case-view';
import { ActionForm } from '../ui/action-form';
import type { FormAction } from '../ui/form-state';
import { LinkButton } from '../ui/link-button';
import { PageHeader } from '../ui/page-header';
import { SubmitButton } from '../ui/submit-button';
import { isEnded, measureNamesOf, measureText, shownHandle } from './case-words';
import { type Primary, primaryOf } from './primary-act';
import { StatusChip } from './status-chip';
import { useWhen } from './when';

/** Who, which case, how it stands, until when, and the one thing to do. It stays in sight. */
export function CaseBar({
  page,
  askApproval,
  takeCase,
}: {
  page: CasePage;
  askApproval: FormAction;
  takeCase: FormAction;
}) {
  const t = useTranslations('caseFile');
  const { case: c, account, organisation, allowed, people, me } = page;
  const names = measureNamesOf(account);
  const handled = c.assigneeId
    ? c.assigneeId === me
      ? t('header.handledByYou')
      : t('header.handledBy', { name: people[c.assigneeId] ?? '…' })
    : t('header.handledByNobody');
  return (
    <PageHeader
      bar
      title={account.displayName}
      crumbs={[
        { label: t('header.crumb'), href: '/queue' },
        { label: shownHandle(c.handle), code: true },
      ]}
      meta={
        <>
          <StatusChip status={c.status} next={page.nextAction} />
          <Due page={page} />
          <span>{organisation.name}</span>
          {c.measures.map((measure) => (
            <span key={JSON.stringify(measure)}>{measureText(t, measure, names)}</span>
          ))}
          {c.asked && <span>{t('header.asked')}</span>}
          {!isEnded(c) && <span>{handled}</span>}
        </>
      }
      actions={
        <>
          {page.nextAction !== 'none' && (
            <LinkButton href={`/cases/${c.id}`} look="quiet">
              {t('header.again')}
            </LinkButton>
          )}
          {!isEnded(c) && c.assigneeId !== me && !allowed.acts['take-case'] && (
            <ActionForm action={takeCase}>
              <SubmitButton look="quiet">{t('header.take')}</SubmitButton>
            </ActionForm>
          )}
          {!allowed.acts.cancel && (
            <LinkButton href={`/cases/${c.id}/cancel`}>{t('header.cancel')}</LinkButton>
          )}
          <PrimaryButton page={page} askApproval={askApproval} />
        </>
      }
    />
  );
}

function Due({ page }: { page: CasePage }) {
  const t = useTranslations('caseFile.header');
  const { case: c, dueAt } = page;
  const { when } = useWhen(page);
  if (c.endedAt && page.nextAction === 'none')
    return <span>{t('ended', { when: when(c.endedAt, 'long') })}</span>;
  if (c.status === 'waiting' && c.wait?.endsAt) {
    const { endsAt } = c.wait;
    return (
      <span>{t('until', { when: when(endsAt, 'long'), left: when(endsAt, 'relative') })}</span>
    );
  }
  return <span>{t('due', { when: when(dueAt) })}</span>;
}

function PrimaryButton({ page, askApproval }: { page: CasePage; askApproval: FormAction }) {
  const t = useTranslations('caseFile');
  const found = primaryOf(page);
  // Why there is no button stands in “What now?”.
  if (!found || found.refused) return null;
  const { primary } = found;
  const word = t(`actions.${primary.word}`);
  if (primary.kind === 'form')
    return (
      <ActionForm action={askApproval}>
        <SubmitButton>{word}</SubmitButton>
      </ActionForm>
    );
  return (
    <LinkButton href={hrefOf(primary, page.case.id)} look="primary">
      {word}
    </LinkButton>
  );
}

const hrefOf = (primary: Exclude<Primary, { kind: 'form' }>, caseId: string): string =>
  primary.kind === 'link' ? `/cases/${caseId}/${primary.route}` : `#${primary.to}`;
