import { useTranslations } from 'next-intl';
import { CaseConfirm } from '@/components/case/case-confirm';
import { Select } from '@/components/ui/select';
import type { CasePage } from '@/lib/domain/case/case-view';
import { checkersFor } from '@/lib/queries/checkers';
import { nameIdentityChecker } from '../actions';
import { type CaseParams, loadCase } from '../load-case';
import { CaseTitle } from '../page-title';

/** Names somebody who may see the holder in person in this case; two must name the same person (R6). */
export default async function CheckerScreen({ params }: CaseParams) {
  const { session, page } = await loadCase({ params });
  const colleagues = await checkersFor(session.caller, page.organisation.id);
  return <Checker page={page} colleagues={colleagues} />;
}

function Checker({
  page,
  colleagues,
}: {
  page: CasePage;
  colleagues: { id: string; name: string }[];
}) {
  const t = useTranslations('caseFile.confirm.checker');
  const { id, handle } = page.case;
  const name = (staffId: string) => page.people[staffId] ?? '…';
  const named = page.events.flatMap((event) =>
    event.type === 'identity-checker-named' && event.actor.kind === 'staff'
      ? [t('namedBy', { name: name(event.staffId), by: name(event.actor.id) })]
      : [],
  );
  return (
    <>
      <CaseTitle handle={handle} what={t('title')} />
      <CaseConfirm
        page={page}
        refused={page.allowed.acts['name-identity-checker']}
        title={t('title')}
        consequence={t('consequence')}
        submit={t('submit')}
        action={nameIdentityChecker.bind(null, id)}
        facts={[{ name: t('named'), value: named.join(' · ') || t('nobody') }]}
      >
        {colleagues.length > 0 ? (
          <Select
            name="staffId"
            label={t('who')}
            placeholder={t('choose')}
            options={colleagues.map((one) => ({ value: one.id, label: one.name }))}
          />
        ) : (
          <p>{t('none')}</p>
        )}
      </CaseConfirm>
    </>
  );
}
