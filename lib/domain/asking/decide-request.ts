import type { Account } from '../account/account';
import {
  type AccountGuard,
  requestKey,
  sentLastHour,
  sentToday,
  withFailure,
  withSend,
} from '../account/guard';
import type { OwnEffect } from '../account/own/command';
import type { Policy } from '../policy/policy';
import type { Symptom } from '../runbook/symptom';
import { type Instant, plus } from '../time';
import {
  type AskedOver,
  CODES_PER_DAY,
  codeLife,
  codesPerHour,
  isJudged,
  isStanding,
  pointAsked,
  type RecoveryRequest,
  type RequestVerdict,
} from './request';

export type RequestCommand =
  | { type: 'ask'; requestId: string; symptom: Symptom; over: AskedOver }
  | { type: 'ask-again' }
  | { type: 'enter-wrong-code'; verdict: RequestVerdict }
  /** "I did not ask for this" (R43). */
  | { type: 'end-request' };

export type RequestFacts = {
  now: Instant;
  account: Account;
  policy: Policy;
  /** None while it is being asked, or when it is gone. */
  request?: RecoveryRequest;
  newId(): string;
};

/** What becomes of it. Nothing is refused: whoever asks hears the same whatever happened (R14). */
export type RequestDecision = {
  request?: RecoveryRequest;
  guard?: AccountGuard;
  effects: OwnEffect[];
};

const NOTHING: RequestDecision = { effects: [] };

/** A code to a contact point on file, if it counts and outsiders have not used up what is theirs (R13). */
const send = (
  wish: Pick<RecoveryRequest, 'id' | 'symptom' | 'over' | 'createdAt'>,
  number: number,
  facts: RequestFacts,
): RequestDecision => {
  const { account, policy, now } = facts;
  if (account.disabled) return NOTHING;
  const point = pointAsked(facts, wish);
  if (!point) return NOTHING;
  const sent = sentLastHour(account.guard, point.id, 'nobody', now);
  if (sent.length >= codesPerHour(policy)) return NOTHING;
  if (sentToday(account.guard, point.id, now).length >= CODES_PER_DAY) return NOTHING;
  const { id, symptom, over, createdAt } = wish;
  return {
    request: {
      id,
      symptom,
      over,
      contactPointId: point.id,
      number,
      digits: policy.codeDigits,
      sentAt: now,
      expiresAt: plus(now, codeLife(over, policy)),
      wrongEntries: 0,
      createdAt,
    },
    guard: withSend(account.guard, point.id, 'nobody', now),
    effects: [
      {
        kind: 'send-request-code',
        id: facts.newId(),
        requestId: id,
        number,
        contactPointId: point.id,
        via: over === 'email' ? 'email-code' : 'sms',
      },
    ],
  };
};

/** Pure: what a wish, a wrong entry or a no does to a request and to the counters of outsiders. */
export const decideRequest = (command: RequestCommand, facts: RequestFacts): RequestDecision => {
  const { account, now, request } = facts;
  if (command.type === 'ask') {
    const { requestId: id, symptom, over } = command;
    return send({ id, symptom, over, createdAt: now }, 1, facts);
  }
  if (!request || !isStanding(request, now)) return NOTHING;
  switch (command.type) {
    case 'ask-again':
      return send(request, request.number + 1, facts);
    case 'enter-wrong-code':
      // An own counter: who only knows a name must not keep the owner from entering codes (R12).
      return isJudged(request, command.verdict, facts)
        ? {
            request: { ...request, wrongEntries: request.wrongEntries + 1 },
            guard: withFailure(account.guard, requestKey(request.contactPointId), now),
            effects: [],
          }
        : NOTHING;
    case 'end-request':
      return { request: { ...request, endedAt: now }, effects: [] };
  }
};
