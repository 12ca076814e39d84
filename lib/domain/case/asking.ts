import { CHALLENGE_OVER, isJudged, type RecoveryRequest } from '../asking/request';
import type { CaseEvent } from '../audit/event';
import { compilePlan } from '../policy/compile';
import { measuresAsked } from '../runbook/measures';
import { barred, refusedMeasures } from './collecting';
import { type CommandOf, type Decision, decided, type Refusal, refuse } from './command';
import type { Facts } from './facts';
import type { Measure } from './measure';

type Outcome = Decision | Refusal;
type Asked = NonNullable<CommandOf<'open-case'>['asked']>;

/**
 * A holder's own request becomes a case: the code that went to a contact point on file came back, on the screen that
 * asked (R42). It is the first proof, for exactly what was named on that screen and in the message (R5), and its
 * screen gets the case secret (R15). Where the account is closed to every recovery of this kind, the desk gets a case
 * without measures and without a proof: a person has to look.
 */
export const openAskedCase = (
  command: CommandOf<'open-case'>,
  { verdict, screenId }: Asked,
  facts: Facts,
): Outcome => {
  const { account, policy, now, request } = facts;
  if (!request || !verdict.matches || !isJudged(request, verdict, { account, policy, now }))
    return refuse('code-wrong');
  const bar = barred(account);
  if (bar && bar.refused !== 'account-privileged') return bar;
  // Else whoever reads one mailbox fills the queue of the desk: nothing else keeps a second case without measures away.
  if (bar && account.guard.askedCaseId) return refuse('another-case-open');
  const opened = openedFor(command, request, facts);
  const used = { rows: [{ kind: 'request-answered' as const, requestId: request.id }] };
  if (bar) return decided([opened], { ...used, answer: { matched: true } });
  if (account.guard.accessCaseId) return refuse('another-case-open');
  const measures = measuresAsked(request.symptom, account.factors);
  const refused = refusedMeasures(measures, { reported: [] }, facts);
  if (refused) return refused;
  const proof = provenBy(request, measures, facts);
  if (!proof) return refuse('proof-does-not-count');
  return decided(
    [opened, ...proof, { type: 'case-secret-given', screenId, generation: 1, shown: true }],
    { ...used, answer: { matched: true, secretGeneration: 1 } },
  );
};

const openedFor = (
  { caseId, handle }: CommandOf<'open-case'>,
  { symptom }: RecoveryRequest,
  { account, policy }: Facts,
): CaseEvent => ({
  type: 'case-opened',
  caseId,
  handle,
  organisationId: account.organisationId,
  accountId: account.id,
  symptom,
  policyVersion: policy.version,
});

/** What the desk would have asked and chosen, and the proof; none where the contact point counts no longer. */
const provenBy = (
  { over, contactPointId }: RecoveryRequest,
  measures: Measure[],
  { account, policy, now, newId }: Facts,
): CaseEvent[] | undefined => {
  const plan = compilePlan({ measures, reported: [], account, policy, now, openedAt: now });
  const kind = CHALLENGE_OVER[over];
  const offer = plan.offers.find((one) => one.kind === kind && one.restsOn === contactPointId);
  if (!offer || offer.refused) return undefined;
  const proof = { proofId: newId(), kind, restsOn: contactPointId, means: offer.means };
  return [
    // The simple causes stood beside the question what is wrong: whoever asks has tried them.
    { type: 'runbook-finished', helped: false },
    { type: 'measures-chosen', measures, plan, voided: [] },
    { type: 'proof-opened', ...proof },
    { type: 'proof-given', ...proof, weight: plan.weight },
  ];
};
