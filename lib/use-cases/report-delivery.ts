import type { Case } from '../domain/case/case';
import type { CaseCommand } from '../domain/case/command';
import { type Instant, minutes } from '../domain/time';
import type { AttemptRead, ChannelName, Reported } from '../ports/messages';
import type { Origin } from '../ports/world';
import { noteContactMailReturned } from './contact/tell-contact';
import { commitCase, type Ports, systemOf } from './gate';

const REFUSED_A_MINUTE = 30;
/** A busy gateway reports a message three times; what is beyond this is no desk's post. */
const HEARD_A_MINUTE = 6000;

/** Somebody who did not show to be a route. False when they came too often: counted, and recorded while not (R14). */
export const refuseReport = async (ports: Ports, origin: Origin): Promise<boolean> => {
  const few = await ports.store.takeTry(
    `report-refused:${origin.address}`,
    REFUSED_A_MINUTE,
    minutes(1),
  );
  if (few)
    await ports.store.deny({
      actor: { kind: 'nobody' },
      origin,
      action: 'report-delivery',
      code: 'not-allowed',
    });
  return few;
};

/**
 * What a route says became of a message that it took. An unknown name, another route's, and one that was heard before
 * all end the same, so that the answer tells nothing. False when this route says too much.
 */
export const reportDelivery = async (
  ports: Ports,
  report: {
    channels: readonly ChannelName[];
    route?: string;
    named: string;
    reported: Reported;
  },
): Promise<boolean> => {
  const { store, attempts } = ports;
  const { channels, route, named, reported } = report;
  const key = `report:${route ?? channels.join()}`;
  if (!(await store.takeTry(key, HEARD_A_MINUTE, minutes(1)))) return false;
  const attempt = await attempts.find(named);
  const theirs =
    attempt && channels.includes(attempt.channel) && (!route || attempt.route === route);
  if (!theirs) return true;
  await attempts.report(attempt, reported);
  if (reported === 'undeliverable') await passOn(ports, attempt.organisationId, attempt.attemptId);
  return true;
};

/**
 * Brings a message that came back into its case, where it may stop the clock (R25). Whoever reports and whoever sends
 * both ask this when they are done: one of them sees the whole, however the two run into each other. Twice is harmless.
 */
export const passOn = async (
  ports: Ports,
  organisationId: string,
  attemptId: string,
): Promise<void> => {
  const attempt = await ports.attempts.read(organisationId, attemptId);
  if (attempt?.reported !== 'undeliverable' || attempt.outcome !== 'accepted') return;
  if (!attempt.settled) return;
  const { caseId, contactPointId } = attempt;
  if (caseId === null) {
    if (attempt.effect?.kind === 'tell-contact')
      return noteContactMailReturned(ports, organisationId, attempt.effect.contactId);
    if (contactPointId && !attempt.overtaken)
      await ports.attempts.refuseContactPoint(organisationId, contactPointId);
    return;
  }
  const caller = systemOf(organisationId);
  const read = await ports.store.read(caller, { caseId });
  const about =
    read?.case && attempt.effect && aboutOf(read.case, attempt, attempt.effect, read.now);
  if (!about) return;
  const command: CaseCommand = {
    type: 'report-message',
    about,
    outcome: 'refused',
    reason: 'returned',
  };
  await commitCase(ports, caller, { caseId }, command);
};

type About = Extract<CaseCommand, { type: 'report-message' }>['about'];

/**
 * Nothing where the case knows it already, where a newer code has taken the place of the one that came back, or where
 * its time was over: a phone that was off for ten minutes is no dead number.
 */
const aboutOf = (
  c: Case,
  attempt: AttemptRead,
  effect: NonNullable<AttemptRead['effect']>,
  now: Instant,
): About | undefined => {
  if (effect.kind === 'send-notice') {
    const notice = c.notices.find(({ id }) => id === effect.noticeId);
    return notice?.status === 'accepted' ? { notice: effect.noticeId } : undefined;
  }
  if (effect.kind !== 'send-code' || attempt.overtaken) return undefined;
  const { proofId, challengeId, number } = effect;
  const challenge = c.proofs.find(({ id }) => id === proofId)?.challenge;
  return challenge?.number === number &&
    challenge.delivery === 'accepted' &&
    challenge.expiresAt > now
    ? { proofId, challengeId, number }
    : undefined;
};
