import { can } from '../access/can';
import { type Actor, refOf } from '../access/roles';
import type { Account } from '../account/account';
import { evolveGuard } from '../account/evolve-guard';
import { decideRequest, type RequestCommand, type RequestDecision } from '../asking/decide-request';
import type { CaseEvent, Recorded } from '../audit/event';
import type { Case } from '../case/case';
import {
  type CaseCommand,
  type Decision,
  type Effect,
  isRefusal,
  type Refusal,
  refuse,
} from '../case/command';
import { alarmOf } from '../case/deadlines';
import { decide } from '../case/decide';
import { evolve } from '../case/evolve';
import type { Facts } from '../case/facts';
import { defaultPolicy, type Policy, stricterOf } from '../policy/policy';
import { type Duration, type Instant, plus } from '../time';
import { anAccount, START } from './accounts';
import { system } from './people';
import { aWorld } from './world';

/** A short stand-in for SHA-256: equal for equal text, different for different text as far as any test can tell. */
const hash = (text: string): string => {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  return `${(a >>> 0).toString(16)}${(b >>> 0).toString(16)}`;
};

export type SentCode = Extract<Effect, { kind: 'send-code' }> & { sentAt: Instant };
/** One command that was let through, with everything before and after it. */
export type Commit = {
  caseId: string;
  actor: Actor;
  command: CaseCommand;
  now: Instant;
  before: Case | undefined;
  after: Case;
  accountBefore: Account;
  account: Account;
  decision: Decision;
  events: Recorded<CaseEvent>[];
  /** All events of the case, these included. */
  history: Recorded<CaseEvent>[];
  /** What is still to be carried out for this case. */
  effects: Effect[];
};

type CaseFile = { case: Case; events: Recorded<CaseEvent>[]; effects: Effect[] };
export type Outcome = Decision | Refusal;

/** What an outcome says: the code of a refusal, or the events in their order. */
export const said = (outcome: Outcome): string | string[] =>
  isRefusal(outcome) ? outcome.refused : outcome.events.map((event) => event.type);

/**
 * A whole desk without database, network or clock: it does what the gate and the worker do, for one account, so that
 * whole stories run purely. The tests of the gate hold the real one to the same.
 */
export const aDesk = (
  start: {
    account?: Account;
    policy?: Policy;
    now?: Instant;
    /** Costs time: stories by the thousand go without, their fold would show a change all the same. */
    freeze?: boolean;
    watch?: (commit: Commit) => void;
  } = {},
) => {
  let now = start.now ?? START;
  const world = aWorld(start.account ?? anAccount(), () => now);
  let policyNow = start.policy ?? defaultPolicy();
  let ids = 0;
  const newId = () => `id-${++ids}`;
  const files = new Map<string, CaseFile>();
  const policies = new Map<string, Policy>();
  const codes: SentCode[] = [];
  const lapsed = new Map<string, Facts['approver']>();

  /** The policy of a case and the one now change seldom; a story asks for the stricter at every command. */
  let compared: { a: Policy; b: Policy; stricter: Policy } | undefined;
  const policyOf = (caseId: string): Policy => {
    const [a, b] = [policies.get(caseId) ?? policyNow, policyNow];
    if (compared?.a !== a || compared.b !== b) compared = { a, b, stricter: stricterOf(a, b) };
    return compared.stricter;
  };

  const file = (caseId: string): CaseFile => {
    const found = files.get(caseId);
    if (!found) throw new Error(`no case ${caseId}`);
    return found;
  };

  const keepGuard = (guard: Account['guard'] | undefined): void => {
    if (guard) world.changeAccount((account) => ({ ...account, guard }));
  };

  /** What somebody without a call wishes, or guesses; it belongs to no case yet. */
  const wish = (command: RequestCommand, requestId: string): RequestDecision => {
    const request = world.requests.get(requestId);
    const account = world.account();
    const facts = { now, account, policy: policyNow, newId, ...(request ? { request } : {}) };
    const decision = decideRequest(command, facts);
    if (decision.request) world.requests.set(requestId, decision.request);
    keepGuard(decision.guard);
    return decision;
  };

  /** One command, as the gate lets it through: can, decide, evolve, write. */
  const ask = (actor: Actor, caseId: string, command: CaseCommand): Outcome => {
    const before = files.get(caseId);
    const account = world.account();
    const refused = can(actor, command.type, account, now);
    if (refused) return refuse(refused);
    const own = command.type === 'open-case' ? command.caseId : before?.case.id;
    if (actor.kind === 'holder' && actor.caseId !== own) return refuse('not-found');
    const asked = command.type === 'open-case' ? command.asked?.verdict.requestId : undefined;
    const request = asked === undefined ? undefined : world.requests.get(asked);
    const approval = before?.case.approval;
    const facts: Facts = {
      now,
      actor,
      account,
      policy: policyOf(caseId),
      approver: approval && (lapsed.get(approval.staffId) ?? 'valid'),
      ...(request ? { request } : {}),
      newId,
      hash,
    };
    if (start.freeze !== false) deepFreeze([before?.case, account, facts.policy, command]);
    const outcome = decide(before?.case, command, facts);
    if (isRefusal(outcome)) return outcome;
    const events = outcome.events.map(
      (event): Recorded<CaseEvent> => ({ ...event, id: newId(), at: now, actor: refOf(actor) }),
    );
    const next = events.reduce<Case | undefined>(evolve, before?.case);
    if (!next) throw new Error('a decision without a case');
    if (!before) policies.set(caseId, policyNow);
    keepGuard(events.reduce((g, event) => evolveGuard(g, event, caseId), account.guard));
    for (const row of outcome.rows) world.changeRow(row, caseId);
    for (const effect of outcome.effects)
      if (effect.kind === 'send-code') codes.push({ ...effect, sentAt: now });
    const history = [...(before?.events ?? []), ...events];
    const effects = [
      ...(outcome.dropEffects ? [] : (before?.effects ?? [])),
      ...outcome.effects.filter((effect) => effect.kind !== 'tell-staff'),
    ];
    files.set(caseId, { case: next, events: history, effects });
    start.watch?.({
      caseId,
      actor,
      command,
      now,
      before: before?.case,
      after: next,
      accountBefore: account,
      account: world.account(),
      decision: outcome,
      events,
      history,
      effects,
    });
    return outcome;
  };

  /** What the worker does with one effect. */
  const carryOut = (caseId: string, effect: Effect, outcome: 'accepted' | 'refused'): void => {
    const open = file(caseId);
    files.set(caseId, { ...open, effects: open.effects.filter(({ id }) => id !== effect.id) });
    if (effect.kind === 'tell-staff' || effect.kind === 'ask-contact') return;
    if (effect.kind === 'send-enrolment-code') return;
    if (effect.kind === 'step') {
      const { stepId } = effect;
      const step = open.case.steps.find((s) => s.id === stepId);
      if (step?.change.kind === 'read-back')
        ask(system, caseId, { type: 'report-read-back', stepId, left: world.readBack(open.case) });
      else ask(system, caseId, { type: 'perform-step', stepId });
      return;
    }
    const about =
      effect.kind === 'send-notice'
        ? { notice: effect.noticeId }
        : { proofId: effect.proofId, challengeId: effect.challengeId, number: effect.number };
    ask(system, caseId, { type: 'report-message', about, outcome, route: 'test' });
  };

  /** Carries out what is queued, and what follows from it; messages to `refusing` come back. */
  const work = (refusing: readonly string[] = []): void => {
    for (const caseId of files.keys())
      for (let effect = file(caseId).effects[0]; effect; effect = file(caseId).effects[0]) {
        const point = 'contactPointId' in effect ? effect.contactPointId : undefined;
        carryOut(caseId, effect, point && refusing.includes(point) ? 'refused' : 'accepted');
      }
  };

  /** As the alarm does it: asks until nothing is due any more. */
  const wake = (caseId: string): string[] => {
    const events: string[] = [];
    for (let i = 0; i < 8; i++) {
      const outcome = ask(system, caseId, { type: 'wake' });
      if (isRefusal(outcome)) throw new Error(`wake was refused: ${outcome.refused}`);
      if (outcome.events.length === 0) return events;
      events.push(...outcome.events.map((event) => event.type));
    }
    throw new Error('waking never ends');
  };

  /** Time passes as on a desk that works: every alarm rings on time, every effect is carried out. */
  const live = (length: Duration): void => {
    const until = plus(now, length);
    work();
    for (;;) {
      const next = [...files.values()]
        .flatMap((f) => alarmOf(f.case) ?? [])
        .filter((at) => at <= until)
        .sort()[0];
      if (next === undefined) break;
      if (next > now) now = next;
      for (const caseId of files.keys()) wake(caseId);
      work();
    }
    now = until;
  };

  return {
    ask,
    wish,
    requests: world.requests,
    wake,
    work,
    live,
    carryOut,
    stubborn: world.stubborn,
    passwords: world.passwords,
    lapsed,
    codes,
    policies,
    now: () => now,
    account: world.account,
    policy: () => policyNow,
    /** The world changes outside of any case. */
    changeAccount: world.changeAccount,
    changePolicy: (policy: Policy): void => {
      policyNow = policy;
    },
    /** Time passes and nobody looks: late alarms, a worker that is down. */
    pass: (length: Duration): void => {
      now = plus(now, length);
    },
    caseIds: () => [...files.keys()],
    case: (caseId: string) => file(caseId).case,
    events: (caseId: string) => file(caseId).events,
    effects: (caseId: string) => file(caseId).effects,
  };
};

export type Desk = ReturnType<typeof aDesk>;

/** Rules only say what is to happen: one that changed what it was given would break the fold unseen. */
const deepFreeze = (value: unknown): void => {
  if (value === null || typeof value !== 'object' || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const item of Object.values(value)) deepFreeze(item);
};
