import { hours, type Instant, minutes, plus } from '../../time';
import type { Factor } from '../factor';
import { sentLastHour, withFailure, withSend } from '../guard';
import {
  type OwnCommandOf,
  type OwnDecision,
  type OwnFacts,
  type OwnRefusal,
  ownDecided,
  refuseOwn,
} from './command';
import type { AskedQuestion, OwnAccount, PushQuestion } from './own';
import { type SignInLooked, signInFactors, throttled, ticketRefusal } from './signing-in';

type Outcome = OwnDecision | OwnRefusal;

/** Long enough to fetch the other device, too short to wear anyone down with a question that stays. */
const PUSH_LIFE = minutes(2);
/** Whoever has the password must not be able to ask until somebody tires and says yes. */
const PUSHES_PER_HOUR = 5;

export const isOpenQuestion = (
  question: PushQuestion | undefined,
  now: Instant,
): question is PushQuestion =>
  question !== undefined && question.answer === undefined && question.expiresAt > now;

/**
 * Whether the device that would be asked is the browser that asks: it would prove nothing. A session that a trusted
 * device let in is renewed by something else, whatever cookies its browser sends.
 */
export const asksItself = (
  { deviceId }: Pick<Factor, 'deviceId'>,
  { own, ticket }: Pick<OwnFacts, 'own' | 'ticket'>,
  browserDeviceId: string | undefined,
): boolean => {
  const renewed = ticket?.sessionId && own.sessions.find(({ id }) => id === ticket.sessionId);
  return (
    deviceId !== undefined &&
    (deviceId === browserDeviceId || (renewed && renewed.trustedDeviceId === deviceId) === true)
  );
};

/** The question that this device may answer now, if there is one. */
export const questionFor = (
  looked: SignInLooked,
  device: { id: string; agentHash: string },
): { question: AskedQuestion; factor: Factor } | undefined => {
  const { own, now } = looked;
  const { asked } = own;
  if (!asked || !isOpenQuestion(asked, now) || !isThisBrowser(own, device)) return undefined;
  const factor = signInFactors(looked).find(
    ({ id, kind, deviceId }) => id === asked.factorId && kind === 'push' && deviceId === device.id,
  );
  return factor && { question: asked, factor };
};

/** Trusted now, and in the browser that was trusted: the cookie elsewhere is a stolen one. */
export const isThisBrowser = (
  own: OwnAccount,
  { id, agentHash }: { id: string; agentHash: string },
): boolean => own.devices.some((device) => device.id === id && device.agentHash === agentHash);

/** Asks another device, one question at a time for the whole account, so that the right one is answered. */
export const askPush = (
  { factorId, question, browserDeviceId }: OwnCommandOf<'ask-push'>,
  facts: OwnFacts,
): Outcome => {
  const { account, own, now, ticket } = facts;
  const over = ticketRefusal(facts);
  if (over || !ticket) return over ?? refuseOwn('ticket-over');
  const factor = signInFactors(facts).find(({ id }) => id === factorId);
  if (factor?.kind !== 'push' || asksItself(factor, facts, browserDeviceId))
    return refuseOwn('factor-unavailable');
  const wait = throttled(factor, facts);
  if (wait) return wait;
  if (isOpenQuestion(own.asked, now)) return refuseOwn('push-open', own.asked.expiresAt);
  const sent = sentLastHour(account.guard, factor.id, 'signIn', now);
  if (sent.length >= PUSHES_PER_HOUR)
    return refuseOwn('push-too-often', plus(sent[0] ?? now, hours(1)));
  const push = { ...question, factorId, askedAt: now, expiresAt: plus(now, PUSH_LIFE) };
  return ownDecided([{ type: 'push-asked', factorId }], {
    rows: [{ kind: 'ticket-push', push }],
    guard: withSend(account.guard, factor.id, 'signIn', now),
    answer: { push },
  });
};

/**
 * What the other device says. The right number lets the sign-in go on, once, where it was asked; a wrong one ends the
 * question and counts (R12); a no ends the attempt and stands in the history as reported.
 */
export const answerPush = (command: OwnCommandOf<'answer-push'>, facts: OwnFacts): Outcome => {
  const { account, now } = facts;
  const found = questionFor(facts, command.device);
  if (!found || found.question.id !== command.questionId) return refuseOwn('push-over');
  const { question, factor } = found;
  const said = (answer: 'yes' | 'no' | 'wrong-number') => ({
    event: { type: 'push-answered', factorId: factor.id, answer } as const,
    row: { kind: 'push-answered', question: { ...question, answer } } as const,
  });
  if (command.answer !== 'no' && command.answer.number === question.number) {
    const { event, row } = said('yes');
    return ownDecided([event], { rows: [row], answer: { matched: true } });
  }
  const no = command.answer === 'no';
  const { event, row } = said(no ? 'no' : 'wrong-number');
  const { address, device } = question;
  const outcome = no ? ('reported' as const) : ('wrong-factor' as const);
  return ownDecided([event], {
    rows: [
      row,
      { kind: 'sign-in', id: facts.newId(), device, address, outcome, factorId: factor.id },
    ],
    guard: withFailure(account.guard, factor.id, now),
    answer: { matched: false },
  });
};
