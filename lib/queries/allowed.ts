import type { loadForCommit } from '../adapters/db/load';
import { can } from '../domain/access/can';
import type { StaffActor } from '../domain/access/roles';
import { ACTS, type Act, type Allowed } from '../domain/case/case-view';
import {
  type CaseCommand,
  isRefusal,
  type Reason,
  type Refusal,
  refuse,
} from '../domain/case/command';
import { decide } from '../domain/case/decide';
import type { Facts } from '../domain/case/facts';
import type { Plan } from '../domain/case/plan';
import { isChallenge } from '../domain/case/proof';
import { stricterOf } from '../domain/policy/policy';

/** The case with its account and policies, as the gate sees them. */
export type Loaded = NonNullable<Awaited<ReturnType<typeof loadForCommit>>>;

const NO_REASON: Reason = { noteId: '', text: '', hash: '' };

/** Commands as a button would give them, with the least in them that the rules look at. */
const TRIED = {
  'take-case': () => ({ type: 'take-case' }),
  'finish-runbook': () => ({ type: 'finish-runbook', helped: false }),
  'choose-measures': () => ({
    type: 'choose-measures',
    measures: [{ kind: 'add-factor', enrol: 'authenticator-app' }],
  }),
  'ask-approval': () => ({ type: 'ask-approval' }),
  approve: (planHash) => ({ type: 'approve', planHash }),
  decline: () => ({ type: 'decline', reason: NO_REASON }),
  cancel: () => ({ type: 'cancel', reason: NO_REASON }),
  'start-clock': () => ({ type: 'start-clock' }),
  'resume-case': () => ({ type: 'resume-case' }),
  'end-stuck': () => ({ type: 'end-stuck', choice: 'end' }),
  'decide-after-veto': () => ({ type: 'decide-after-veto', choice: 'kept' }),
  'renew-enrolment': (planHash) => ({ type: 'renew-enrolment', planHash }),
  'name-identity-checker': () => ({ type: 'name-identity-checker', staffId: '' }),
  'check-in-person': () => check('in-person'),
  'check-remote': () => check('remote'),
} as const satisfies Record<Act, (planHash: string) => CaseCommand>;

const check = (mode: 'in-person' | 'remote'): CaseCommand => ({
  type: 'record-identity-check',
  check: { mode, documentKind: 'passport', place: '' },
  result: 'differs',
});

/**
 * Asks the gate's own `can` and `decide` what each button would lead to, so that a screen and its endpoint cannot
 * disagree. A sign-in that is too old is no reason: pressing the button asks for a fresh one.
 */
export const allowedIn = (loaded: Loaded, actor: StaffActor): Allowed => {
  const { account, now, approver, policyAtOpening, policyNow } = loaded;
  const facts: Facts = {
    now,
    actor,
    account,
    approver,
    policy: stricterOf(policyAtOpening, policyNow),
    newId: () => '',
    hash: () => '',
  };
  const tried = (command: CaseCommand): Refusal | undefined => {
    const refused = can(actor, command.type, account, now);
    if (refused && refused !== 'reauthenticate') return refuse(refused);
    const outcome = decide(loaded.case, command, facts);
    return isRefusal(outcome) ? outcome : undefined;
  };
  const planHash = loaded.case?.planHash ?? '';
  const acts: Allowed['acts'] = {};
  for (const act of ACTS) {
    const refused = tried(TRIED[act](planHash));
    if (refused) acts[act] = refused;
  }
  const sends: Allowed['sends'] = {};
  for (const { kind, restsOn, refused: counts } of challengesOf(loaded.case?.plan)) {
    const refused = restsOn && tried({ type: 'send-challenge', kind, contactPointId: restsOn });
    if (restsOn && refused && !counts) sends[restsOn] = refused;
  }
  return { acts, sends };
};

const challengesOf = (plan: Plan | undefined) =>
  (plan?.offers ?? []).flatMap((offer) =>
    isChallenge(offer.kind) ? [{ ...offer, kind: offer.kind }] : [],
  );
