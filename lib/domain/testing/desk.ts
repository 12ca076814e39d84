import { can } from '../access/can';
import { type Actor, refOf } from '../access/roles';
import type { Account, ContactPoint } from '../account/account';
import { evolveGuard } from '../account/evolve-guard';
import type { Factor } from '../account/factor';
import { decideRequest, type RequestCommand, type RequestDecision } from '../asking/decide-request';
import type { RecoveryRequest } from '../asking/request';
import type { CaseEvent, Recorded } from '../audit/event';
import type { Case, Step } from '../case/case';
import {
  type CaseCommand,
  type Decision,
  type Effect,
  isRefusal,
  type Refusal,
  type RowChange,
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
  let account = start.account ?? anAccount();
  let policyNow = start.policy ?? defaultPolicy();
  let ids = 0;
  const newId = () => `id-${++ids}`;
  const files = new Map<string, CaseFile>();
  const policies = new Map<string, Policy>();
  const pending = new Map<string, Factor>();
  const points = new Map<string, ContactPoint>();
  /** Passwords that cases set, and that are in force. */
  const passwords = new Set<string>();
  const requests = new Map<string, RecoveryRequest>();
  const codes: SentCode[] = [];
  const lapsed = new Map<string, Facts['approver']>();
  /** What the directory says that it removed and did not. */
  const stubborn = new Set<string>();

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

  const factors = (change: (factor: Factor) => Factor): undefined => {
    account = { ...account, factors: account.factors.map(change) };
  };

  const changeDirectory = (change: Step['change'], caseId: string): undefined => {
    const only = (id: string, next: (factor: Factor) => Factor): undefined =>
      factors((factor) => (factor.id === id ? next(factor) : factor));
    switch (change.kind) {
      case 'disable-factor':
        return only(change.factorId, (factor) => ({ ...factor, disabledAt: now }));
      case 'enable-factor':
        return only(change.factorId, ({ disabledAt: _, ...factor }) => factor);
      case 'remove-factor':
        if (stubborn.has(change.factorId)) return;
        return only(change.factorId, (factor) => ({ ...factor, removedAt: now }));
      case 'add-contact-point': {
        const point =
          points.get(change.contactPointId) ??
          account.contactPoints.find(({ id }) => id === change.contactPointId);
        if (!point) throw new Error(`contact point ${change.contactPointId} was never begun`);
        const others = account.contactPoints.filter(({ id }) => id !== point.id);
        const { removedAt: _, ...begun } = point;
        const added = { ...begun, addedAt: now, givenByCase: caseId };
        account = { ...account, contactPoints: [...others, added] };
        return;
      }
      case 'remove-contact-point':
        if (stubborn.has(change.contactPointId)) return;
        account = {
          ...account,
          contactPoints: account.contactPoints.map((point) =>
            point.id === change.contactPointId ? { ...point, removedAt: now } : point,
          ),
        };
        return;
      case 'restore-contact-point':
        account = {
          ...account,
          contactPoints: account.contactPoints.map((point) => {
            if (point.id !== change.contactPointId) return point;
            const { removedAt: _, ...restored } = point;
            return restored;
          }),
        };
        return;
      case 'set-password':
        passwords.add(change.settingId);
        return;
      case 'unset-password':
        passwords.delete(change.settingId);
        return;
      case 'remove-backup-codes':
        return factors((f) =>
          f.kind === 'backup-codes' && f.givenByCase !== caseId ? { ...f, removedAt: now } : f,
        );
      case 'confirm-factor': {
        const factor = pending.get(change.factorId);
        if (!factor) throw new Error(`factor ${change.factorId} was never begun`);
        pending.delete(change.factorId);
        const confirmed = { ...factor, addedAt: now, givenByCase: caseId };
        account = { ...account, factors: [...account.factors, confirmed] };
        return;
      }
      case 'revoke-devices':
        account = { ...account, trustedDevices: stubborn.has('devices') ? 1 : 0 };
        return;
      case 'end-sessions':
        account = { ...account, openSessions: stubborn.has('sessions') ? 1 : 0 };
        return;
      case 'read-back':
        throw new Error('reading back changes nothing');
    }
  };

  const changeRow = (row: RowChange, caseId: string): undefined => {
    switch (row.kind) {
      case 'directory':
        return changeDirectory(row.change, caseId);
      case 'pending-factor': {
        const { factorId: id, factorKind: kind, label, contactPointId } = row;
        const to = contactPointId ? { contactPointId } : {};
        pending.set(id, { id, kind, label, addedAt: now, ...to });
        return;
      }
      case 'pending-point': {
        const { words: _, ...point } = row.point;
        points.set(point.id, { ...point, source: 'case', addedAt: now, accountsWithIt: 1 });
        return;
      }
      case 'pending-password':
        return;
      case 'factor-credential': {
        const factor = pending.get(row.factorId);
        if (factor) pending.set(row.factorId, { ...factor, synced: row.synced });
        return;
      }
      case 'factor-step': {
        const factor = pending.get(row.factorId);
        if (factor) pending.set(row.factorId, { ...factor, lastStep: row.step });
        return factors((f) => (f.id === row.factorId ? { ...f, lastStep: row.step } : f));
      }
      case 'backup-code-used':
        return factors((f) =>
          f.id === row.factorId ? { ...f, usedCodes: [...(f.usedCodes ?? []), row.number] } : f,
        );
      case 'contact-point-refused':
        account = {
          ...account,
          contactPoints: account.contactPoints.map((point) => {
            if (point.id !== row.contactPointId) return point;
            const { refusedAt: _, ...live } = point;
            return row.refused ? { ...live, refusedAt: now } : live;
          }),
        };
        return;
      case 'request-answered': {
        const answered = requests.get(row.requestId);
        if (answered) requests.set(answered.id, { ...answered, answeredAt: now });
        return;
      }
      case 'note':
        return;
    }
  };

  /** What somebody without a call wishes, or guesses; it belongs to no case yet. */
  const wish = (command: RequestCommand, requestId: string): RequestDecision => {
    const request = requests.get(requestId);
    const facts = { now, account, policy: policyNow, newId, ...(request ? { request } : {}) };
    const decision = decideRequest(command, facts);
    if (decision.request) requests.set(requestId, decision.request);
    if (decision.guard) account = { ...account, guard: decision.guard };
    return decision;
  };

  /** One command, as the gate lets it through: can, decide, evolve, write. */
  const ask = (actor: Actor, caseId: string, command: CaseCommand): Outcome => {
    const before = files.get(caseId);
    const refused = can(actor, command.type, account, now);
    if (refused) return refuse(refused);
    const own = command.type === 'open-case' ? command.caseId : before?.case.id;
    if (actor.kind === 'holder' && actor.caseId !== own) return refuse('not-found');
    const asked = command.type === 'open-case' ? command.asked?.verdict.requestId : undefined;
    const request = asked === undefined ? undefined : requests.get(asked);
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
    if (start.freeze !== false) deepFreeze([before?.case, facts.account, facts.policy, command]);
    const outcome = decide(before?.case, command, facts);
    if (isRefusal(outcome)) return outcome;
    const events = outcome.events.map(
      (event): Recorded<CaseEvent> => ({ ...event, id: newId(), at: now, actor: refOf(actor) }),
    );
    const next = events.reduce<Case | undefined>(evolve, before?.case);
    if (!next) throw new Error('a decision without a case');
    if (!before) policies.set(caseId, policyNow);
    const guard = events.reduce((g, event) => evolveGuard(g, event, caseId), account.guard);
    account = { ...account, guard };
    for (const row of outcome.rows) changeRow(row, caseId);
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
      accountBefore: facts.account,
      account,
      decision: outcome,
      events,
      history,
      effects,
    });
    return outcome;
  };

  const readBack = (c: Case): string[] => {
    const there = (id: string) => account.factors.some((f) => f.id === id && !f.removedAt);
    const codesLeft = account.factors.some(
      (f) => f.kind === 'backup-codes' && !f.removedAt && f.givenByCase !== c.id,
    );
    return [
      ...(c.plan?.going.factorIds ?? []).filter(there),
      ...(c.plan?.going.contactPointIds ?? []).filter((id) =>
        account.contactPoints.some((point) => point.id === id && !point.removedAt),
      ),
      ...(c.plan?.going.backupCodes && codesLeft ? ['backup-codes'] : []),
      ...(account.trustedDevices > 0 ? ['devices'] : []),
      ...(account.openSessions > 0 ? ['sessions'] : []),
    ];
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
        ask(system, caseId, { type: 'report-read-back', stepId, left: readBack(open.case) });
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
    requests,
    wake,
    work,
    live,
    carryOut,
    stubborn,
    passwords,
    lapsed,
    codes,
    policies,
    now: () => now,
    account: () => account,
    policy: () => policyNow,
    /** The world changes outside of any case. */
    changeAccount: (change: (account: Account) => Account): void => {
      account = change(account);
    },
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
