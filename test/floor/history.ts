import type { Account } from '../../lib/domain/account/account';
import type { Factor } from '../../lib/domain/account/factor';
import { emptyGuard } from '../../lib/domain/account/guard';
import type { CaseEvent, Recorded } from '../../lib/domain/audit/event';
import { isOpener } from '../../lib/domain/case/case';
import { fold } from '../../lib/domain/case/evolve';
import type { ProofKind } from '../../lib/domain/case/proof';
import { compilePlan, proofsSuffice } from '../../lib/domain/policy/compile';
import { defaultPolicy } from '../../lib/domain/policy/policy';
import { days, type Instant, plus } from '../../lib/domain/time';
import { ACCOUNT, BEGINNING, CASE, id, OPENER, ORGANISATION } from './ids';
import type { Situation } from './situation';

const CHECK = { documentKind: 'passport', place: 'town hall', recordedBy: OPENER.staffId } as const;

/** What staff do, and what only follows from a yes: the second makes nobody an opener. */
const actOf = (act: string): CaseEvent => {
  switch (act) {
    case 'take':
      return { type: 'case-assigned', staffId: OPENER.staffId };
    case 'check-failed':
      return { type: 'identity-check-failed', identityCheck: { ...CHECK, mode: 'remote' } };
    case 'start-clock':
      return {
        type: 'wait-started',
        rule: 'daily',
        endsAt: '2027-01-01T00:00:00.000Z',
        by: 'staff',
      };
    case 'clock':
      return { type: 'wait-started', rule: 'daily', endsAt: '2027-01-01T00:00:00.000Z' };
    case 'wait':
      return { type: 'wait-planned', rule: 'daily', length: days(7) };
    case 'drop':
      return { type: 'steps-dropped', stepIds: [] };
    default:
      return { type: 'code-refused', proofId: id(200), restsOn: id(1), reason: 'expired' };
  }
};

const actorOf = (who: string): Recorded<CaseEvent>['actor'] => {
  if (who === 'holder') return { kind: 'holder', via: 'request' };
  if (who === 'opener') return { kind: 'staff', id: OPENER.staffId, personId: OPENER.personId };
  if (who === 'same-person') return { kind: 'staff', id: id(901), personId: OPENER.personId };
  const n = who === 'other' ? 902 : 903;
  return { kind: 'staff', id: id(n), personId: id(n) };
};

export const accountOf = ({ factors, imported, contested }: Situation, now: Instant): Account => ({
  id: ACCOUNT,
  organisationId: ORGANISATION,
  personId: id(1),
  signIn: `someone-${BEGINNING}@zorgpunt.example`,
  displayName: 'Someone',
  locale: 'nl',
  disabled: false,
  privileged: false,
  ofStaff: false,
  ...(imported ? { importedAt: now } : {}),
  contactPoints: [],
  recoveryContacts: [],
  // One that is not set up yet is no factor; one that this case gave does not raise the case's own floor.
  factors: factors
    .filter((f) => !f.pending && f.by !== 'this case')
    .map(
      (f, n): Factor => ({
        id: id(100 + n),
        kind: f.kind,
        label: '',
        addedAt: plus(now, -days(500)),
        ...(f.removedDaysAgo === undefined
          ? {}
          : { removedAt: plus(now, -days(f.removedDaysAgo)) }),
      }),
    ),
  trustedDevices: 0,
  openSessions: 0,
  guard: {
    ...emptyGuard(),
    ...(contested === undefined ? {} : { contestedUntil: plus(now, days(contested)) }),
  },
});

/** Its events, as the gate would have written them. */
export const historyOf = (
  { steps, asked }: Situation,
  account: Account,
  now: Instant,
): Recorded<CaseEvent>[] => {
  const plan = compilePlan({
    measures: [{ kind: 'add-factor', enrol: 'authenticator-app' }],
    reported: [],
    account,
    policy: defaultPolicy(),
    now,
  });
  const proofs: string[] = [];
  const events: { event: CaseEvent; who?: string }[] = [
    {
      event: {
        type: 'case-opened',
        caseId: CASE,
        handle: '7K3M9Q2XTB',
        organisationId: ORGANISATION,
        accountId: ACCOUNT,
        symptom: 'app-lost',
        ...(asked ? {} : { openedBy: OPENER }),
        policyVersion: 1,
      },
    },
    { event: { type: 'measures-chosen', measures: plan.measures, plan, voided: [] } },
  ];
  for (const s of steps) {
    const voided = 'which' in s ? proofs.filter((_, n) => n % 2 === s.which % 2) : [];
    switch (s.what) {
      case 'give': {
        const { kind, means } = s.proof as { kind: ProofKind; means: string };
        const proofId = id(200 + proofs.length);
        proofs.push(proofId);
        const mode = 'mode' in s.proof ? (s.proof.mode as 'remote' | 'in-person') : undefined;
        const through = s.readOut && kind.endsWith('challenge');
        events.push(
          { event: { type: 'proof-opened', proofId, kind, means } },
          {
            event: {
              type: 'proof-given',
              proofId,
              kind,
              means,
              weight: 2,
              ...(through ? { throughStaff: true } : {}),
              ...(mode ? { identityCheck: { ...CHECK, mode } } : {}),
            },
          },
        );
        break;
      }
      case 'void':
        events.push({ event: { type: 'proofs-voided', proofIds: voided, reason: 'lapsed' } });
        break;
      case 'lose':
        events.push({ event: { type: 'loss-reported', ids: [], voided } });
        break;
      case 'choose':
        events.push({ event: { type: 'measures-chosen', measures: plan.measures, plan, voided } });
        break;
      case 'heavier':
        events.push({ event: { type: 'plan-grew-heavier', plan, voided } });
        break;
      case 'approve':
        events.push({ event: { type: 'approval-given', planHash: 'hash' }, who: s.who });
        break;
      case 'act':
        events.push({ event: actOf(s.act), who: s.who });
        break;
      case 'lapse':
        events.push({ event: { type: 'approval-lapsed', reason: 'membership-ended' } });
    }
  }
  return events.map(({ event, who = asked ? 'holder' : 'opener' }, n) => ({
    ...event,
    id: id(300 + n),
    at: now,
    actor: actorOf(who),
  }));
};

/** What the rules of the domain say of it. */
export const allowed = (s: Situation, now: Instant): boolean => {
  const account = accountOf(s, now);
  const c = fold(historyOf(s, account, now));
  if (!c?.plan || !c.approval || !c.openedBy) return false;
  return proofsSuffice(c.plan, c.proofs) && !isOpener(c, c.approval);
};
