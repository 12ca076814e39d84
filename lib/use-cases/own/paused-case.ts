import type { PausedCase } from '../../domain/account/own/pages';
import type { CaseStatus } from '../../domain/case/case';
import type { Refusal } from '../../domain/case/command';
import type { Ports } from '../gate';
import { answerPause } from '../holder/sign-in';
import { denyOwn } from './commit-own';
import type { HolderSession } from './session';

export const readPausedCase = async (
  { store }: Ports,
  { caller, read, session }: HolderSession,
): Promise<PausedCase | undefined> => {
  const caseId = read.account.guard.accessCaseId;
  const found = caseId ? await store.read(caller, { caseId }) : undefined;
  const c = found?.case;
  if (c?.accountId !== caller.actor.accountId || c.status !== 'paused') return undefined;
  if (c.pause?.reason !== 'sign-in') return undefined;
  return {
    caseId: c.id,
    handle: c.handle,
    openedAt: c.openedAt,
    until: c.pause.until,
    measures: c.measures,
    answerable: c.pause.signInId === session.signInId,
  };
};

/** From the session of the very sign-in that paused it; which case that is the account says, not the browser. */
export const answerPausedCase = async (
  ports: Ports,
  { caller, read, session }: HolderSession,
  { answer }: { answer: 'go-on' | 'not-me' },
): Promise<{ status: CaseStatus } | Refusal> => {
  const caseId = read.account.guard.accessCaseId;
  if (!caseId || !session.signInId) {
    await denyOwn(ports, caller, 'answer-pause', { refused: 'wrong-status' });
    return { refused: 'wrong-status' };
  }
  return answerPause(ports, {
    organisationId: read.account.organisationId,
    caseId,
    signInId: session.signInId,
    answer,
    origin: caller.origin,
  });
};
