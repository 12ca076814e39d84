import { can } from '../domain/access/can';
import { type Actor, refOf } from '../domain/access/roles';
import { evolveGuard } from '../domain/account/evolve-guard';
import { emptyGuard } from '../domain/account/guard';
import type { CaseEvent, Recorded } from '../domain/audit/event';
import type { Case } from '../domain/case/case';
import {
  type Answer,
  type CaseCommand,
  type Decision,
  isRefusal,
  type Refusal,
  refuse,
} from '../domain/case/command';
import { alarmOf } from '../domain/case/deadlines';
import { decide } from '../domain/case/decide';
import { evolve } from '../domain/case/evolve';
import { stricterOf } from '../domain/policy/policy';
import type { AccountStore } from '../ports/accounts';
import type { Bell } from '../ports/bell';
import type { CodeLinkStore } from '../ports/code-links';
import type { ContactStore } from '../ports/contacts';
import type { Directory } from '../ports/directory';
import type { HolderStore } from '../ports/holders';
import type { Attempts, Courier } from '../ports/messages';
import type { Pace } from '../ports/pace';
import type { RequestStore } from '../ports/requests';
import type { Secrets } from '../ports/secrets';
import type { StaffStore } from '../ports/staff';
import type { CaseTarget, CaseWrite, Loaded, Store } from '../ports/store';
import type { Origin } from '../ports/world';

/** The world, as far as use cases know it. */
export type Ports = {
  store: Store;
  secrets: Secrets;
  bell: Bell;
  directory: Directory;
  courier: Courier;
  attempts: Attempts;
  accounts: AccountStore;
  staff: StaffStore;
  holders: HolderStore;
  contacts: ContactStore;
  codeLinks: CodeLinkStore;
  requests: RequestStore;
  pace: Pace;
};

/** Who asks, from where, and whose rows the transaction may see. */
export type Caller = { actor: Actor; origin: Origin; organisations: readonly string[] };

export type Done = { case: Case; answer: Answer; events: CaseEvent['type'][] };

const write = (ports: Ports, caller: Caller, loaded: Loaded, decision: Decision): CaseWrite => {
  const events: Recorded<CaseEvent>[] = decision.events.map((event) => ({
    ...event,
    id: ports.secrets.newId(),
    at: loaded.now,
    actor: refOf(caller.actor),
  }));
  const next = events.reduce<Case | undefined>(evolve, loaded.case);
  if (!next) throw new Error('a decision without a case');
  const guard = events.reduce((before, event) => evolveGuard(before, event, next.id), {
    ...emptyGuard(),
    ...loaded.account.guard,
  });
  return {
    case: next,
    events,
    account: { ...loaded.account, guard },
    alarm: alarmOf(next),
    effects: decision.effects,
    dropEffects: decision.dropEffects ?? false,
    rows: decision.rows,
    answer: decision.answer,
  };
};

/**
 * The one way for a case to change: lock → load → can → decide → evolve → write, in one transaction, then ring.
 * A refusal changes nothing and is recorded as a denial; if even that cannot be written, this throws (R47).
 */
export const commitCase = async (
  ports: Ports,
  caller: Caller,
  target: CaseTarget,
  command: CaseCommand,
  finishes?: string,
): Promise<Done | Refusal> => {
  const { store, secrets, bell } = ports;
  // A foreign id never loads, and so is recorded under the actor's own organisation.
  let organisationId = caller.organisations[0];
  const judge = (loaded: Loaded): CaseWrite | Refusal => {
    organisationId = loaded.account.organisationId;
    const refused = can(caller.actor, command.type, loaded.account, loaded.now);
    if (refused) return refuse(refused);
    // Of a holder's own request the case begins with this very command.
    const caseId = command.type === 'open-case' ? command.caseId : loaded.case?.id;
    if (caller.actor.kind === 'holder' && caller.actor.caseId !== caseId)
      return refuse('not-found');
    const outcome = decide(loaded.case, command, {
      now: loaded.now,
      actor: caller.actor,
      account: loaded.account,
      policy: stricterOf(loaded.policyAtOpening, loaded.policyNow),
      approver: loaded.approver,
      ...(loaded.request ? { request: loaded.request } : {}),
      newId: secrets.newId,
      hash: secrets.hash,
    });
    return isRefusal(outcome) ? outcome : write(ports, caller, loaded, outcome);
  };
  const outcome = await store.commitCase({
    scope: caller,
    target,
    judge,
    ...(finishes ? { finishes } : {}),
  });
  if (isRefusal(outcome)) {
    await store.deny({
      actor: caller.actor,
      origin: caller.origin,
      action: command.type,
      code: outcome.refused,
      objectId: 'caseId' in target ? target.caseId : target.accountId,
      ...(organisationId ? { organisationId } : {}),
    });
    return outcome;
  }
  const { case: next, alarm, effects, events, answer } = outcome.write;
  await bell.ring(
    alarm ? [{ subject: 'case', id: next.id, organisationId: next.organisationId, at: alarm }] : [],
    effects.map((effect) => effect.id),
  );
  return { case: next, answer, events: events.map((event) => event.type as CaseEvent['type']) };
};

/** The worker, in the scope of one organisation. */
export const systemOf = (organisationId: string): Caller => ({
  actor: { kind: 'system' },
  origin: { address: 'worker', userAgent: 'regain' },
  organisations: [organisationId],
});
