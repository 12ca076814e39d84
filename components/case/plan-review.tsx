import { useTranslations } from 'next-intl';
import type { CasePage, PointView } from '../../lib/domain/case/case-view';
import { factorsGoing } from '../../lib/domain/case/measure';
import type { Plan } from '../../lib/domain/case/plan';
import { symptomOf } from '../../lib/domain/runbook/symptom';
import { Card } from '../ui/card';
import { Facts } from '../ui/facts';
import { Notice } from '../ui/notice';
import { capital, factorText, measureNamesOf, measureText, shownHandle } from './case-words';
import { CheckName, ProofName } from './proof-list';
import { useWhen } from './when';

/** All that an approver says yes to: the plan, the proofs, the wait, who is told, and who did what (R20). */
export function PlanReview({
  page,
  plan,
  waits = true,
}: {
  page: CasePage;
  plan: Plan;
  /** Whether a wait is still to come. */
  waits?: boolean;
}) {
  return (
    <>
      <AboutCase page={page} />
      <WhatChanges page={page} plan={plan} />
      <WhatWasProven page={page} plan={plan} />
      {waits && <TheWait page={page} />}
      <Reasons plan={plan} />
    </>
  );
}

function AboutCase({ page }: { page: CasePage }) {
  const t = useTranslations('approvals.facts');
  const symptoms = useTranslations('opening.symptoms');
  const account = useTranslations('caseFile.account');
  const { when } = useWhen(page);
  const { case: c, people } = page;
  const first = c.openedBy && (people[c.openedBy.staffId] ?? '…');
  const acted = c.staffActed
    .filter((id) => id !== c.openedBy?.staffId)
    .map((id) => people[id] ?? '…');
  const { contestedUntil } = page.account;
  return (
    <Card>
      <div className="grid gap-3">
        {contestedUntil && (
          <Notice tone="stop" title={account('contested')}>
            {account('contestedText', { when: when(contestedUntil) })}
          </Notice>
        )}
        <Facts
          facts={[
            { name: t('holder'), value: page.account.displayName },
            { name: t('organisation'), value: page.organisation.name },
            { name: t('case'), value: shownHandle(c.handle), code: true },
            { name: t('symptom'), value: symptoms(symptomOf(c.symptom)) },
            ...(c.runbookHelped === false ? [{ name: t('runbook'), value: t('runbookNo') }] : []),
            { name: t('opened'), value: when(c.openedAt, 'long') },
            ...(c.asked ? [{ name: t('opener'), value: t('byHolder') }] : []),
            ...(first ? [{ name: t(c.asked ? 'actedFirst' : 'opener'), value: first }] : []),
            ...(acted.length > 0 ? [{ name: t('acted'), value: acted.join(', ') }] : []),
          ]}
        />
      </div>
    </Card>
  );
}

function WhatChanges({ page, plan }: { page: CasePage; plan: Plan }) {
  const t = useTranslations('approvals');
  const words = useTranslations('caseFile');
  const names = measureNamesOf(page.account);
  const { account } = page;
  const named = (id: string) => {
    const factor = account.factors.find((f) => f.id === id);
    return factor ? factorText(words, factor) : words('factorGone');
  };
  const going = [
    ...plan.going.factorIds.map(named),
    ...(plan.going.contactPointIds ?? []).map((id) =>
      t('goingItems.point', {
        target: names.points?.[id] ?? words('pointGone'),
      }),
    ),
    ...(plan.going.backupCodes ? [t('goingItems.backupCodes')] : []),
    t('goingItems.devices', { count: String(account.trustedDevices) }),
    t('goingItems.sessions', { count: String(account.openSessions) }),
  ];
  return (
    <Card title={t('plan')}>
      <ul className="grid gap-1 font-semibold">
        {plan.measures.map((measure) => (
          <li key={JSON.stringify(measure)}>{measureText(words, measure, names)}</li>
        ))}
      </ul>
      <h3 className="mt-3 text-small text-ink-2">{t('going')}</h3>
      <ul className="list-disc pl-5">
        {going.map((thing) => (
          <li key={thing}>{capital(thing)}</li>
        ))}
      </ul>
      {movedIds(plan).length > 0 && (
        <p className="mt-2 text-small text-ink-2">
          {t('moves', { factors: movedIds(plan).map(named).join(', ') })}
        </p>
      )}
    </Card>
  );
}

/** Second factors on a contact point that goes: the new one gets them. */
const movedIds = ({ going, measures }: Plan): string[] =>
  going.factorIds.filter((id) => !factorsGoing(measures).includes(id));

function WhatWasProven({ page, plan }: { page: CasePage; plan: Plan }) {
  const t = useTranslations('approvals');
  const events = useTranslations('events');
  const words = useTranslations('caseFile');
  const { when } = useWhen(page);
  const { case: c, people } = page;
  const given = c.proofs.filter((proof) => proof.status === 'given');
  const reported = [...page.account.points, ...page.account.factors].filter((thing) =>
    c.reported.includes(thing.id),
  );
  return (
    <Card title={t('proofs')}>
      <ul className="grid gap-2">
        {given.map((proof) => (
          <li key={proof.id} className="rounded-md bg-sunk px-3 py-2">
            <p className="font-semibold">
              {proof.identityCheck ? (
                <CheckName proof={proof} by={people[proof.identityCheck.recordedBy]} />
              ) : (
                <ProofName page={page} {...proof} />
              )}
            </p>
            <p className="text-small text-ink-2">
              {[
                proof.identityCheck &&
                  `${events(`documents.${proof.identityCheck.documentKind}`)}, ${proof.identityCheck.place}`,
                proof.givenAt && t('given', { when: when(proof.givenAt) }),
                proof.throughStaff && t('throughStaff'),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-small text-ink-2">
        {plan.inPersonOnly
          ? t('proofsNeeded.person')
          : plan.meansNeeded > 1
            ? t('proofsNeeded.two', { count: String(plan.meansNeeded) })
            : t('proofsNeeded.one')}{' '}
        {words('proofs.sameMeans')}
      </p>
      {reported.length > 0 && (
        <>
          <h3 className="mt-3 text-small text-ink-2">{t('reported')}</h3>
          <ul className="list-disc pl-5">
            {reported.map((thing) => (
              <li key={thing.id}>
                {'masked' in thing ? thing.masked : capital(factorText(words, thing))}
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

function TheWait({ page }: { page: CasePage }) {
  const t = useTranslations('approvals');
  const rules = useTranslations('caseFile.waitRules');
  const reasons = useTranslations('caseFile.reasons');
  const { length } = useWhen(page);
  const { wait } = page;
  const heavy = page.case.plan?.reasons.includes('heavy-wait');
  if (!wait) return null;
  const told = page.account.points.filter((point) => point.onFile);
  return (
    <Card title={t('wait')}>
      <p>
        <b>{length(wait.length)}.</b>{' '}
        {heavy && wait.rule === 'in-person' ? reasons('heavy-wait') : rules(wait.rule)}
      </p>
      <h3 className="mt-3 text-small text-ink-2">{t('told')}</h3>
      <ul className="grid gap-1">
        {told.map((point) => (
          <li key={point.id} className="desk:flex desk:gap-3">
            <span className="desk:min-w-52">{point.masked}</span>
            <span className="block text-small text-ink-2">{t(noticeWord(point))}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

const noticeWord = (point: PointView) =>
  point.independent ? 'starts' : point.refused || point.reported ? 'notLive' : 'provedHere';

function Reasons({ plan }: { plan: Plan }) {
  const t = useTranslations('approvals');
  const reasons = useTranslations('caseFile.reasons');
  return (
    <Card title={t('why')}>
      <ul className="list-disc pl-5">
        {plan.reasons.map((reason) => (
          <li key={reason}>{reasons(reason)}</li>
        ))}
      </ul>
    </Card>
  );
}
