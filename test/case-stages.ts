import type { Case } from '../lib/domain/case/case';
import type { Measure } from '../lib/domain/case/measure';
import { hours } from '../lib/domain/time';
import type { Caller } from '../lib/use-cases/gate';
import type { HolderDoor } from '../lib/use-cases/holder/door';
import { authenticatorCode, doorOf, type OpenCase, ok, openCaseFor } from './case-steps';
import type { DeskOver, holderOf } from './desk-over';
import { newHolder, replaceApp } from './new-holder';

/** A recovery brought to a point, for a holder of its own unless one is named. Each stage includes those before it. */

export type Stage = OpenCase & { accountId: string; door: HolderDoor };
export type Approvable = Stage & { planHash: string };
type Wish = {
  key?: string;
  measures?: (holder: ReturnType<typeof holderOf>) => Measure[];
  by?: string;
};

/** A staff member who signed in just now, by the desk's clock. */
export const fresh = async (d: DeskOver, key: string): Promise<Caller> =>
  d.caller(key, { now: await d.ports.store.now() });

export const caseOf = async (d: DeskOver, c: Pick<Stage, 'caseId' | 'by'>): Promise<Case> => {
  const read = await d.ports.store.read(d.caller(c.by), { caseId: c.caseId });
  if (!read?.case) throw new Error('no such case');
  return read.case;
};

export const accountOf = async (d: DeskOver, c: Pick<Stage, 'caseId' | 'by'>) => {
  const read = await d.ports.store.read(d.caller(c.by), { caseId: c.caseId });
  if (!read) throw new Error('no such account');
  return read.account;
};

export const chosen = async (d: DeskOver, wish: Wish = {}): Promise<OpenCase> =>
  openCaseFor(d, wish.key ?? (await newHolder(d)), wish.measures ?? replaceApp, wish.by ?? 'noor');

/** Has a code sent to this address; gives the code without waiting for the post. */
export const sentCode = async (
  d: DeskOver,
  c: Pick<Stage, 'caseId' | 'by'>,
  address: string,
): Promise<{ proofId: string; code: string; contactPointId: string }> => {
  const point = (await accountOf(d, c)).contactPoints.find((p) => p.address === address);
  if (!point) throw new Error(`${address} is not on file`);
  const kind = point.kind === 'email' ? 'email-challenge' : 'sms-challenge';
  const input = { caseId: c.caseId, kind, contactPointId: point.id } as const;
  const sent = ok(await d.desk.sendChallenge(await fresh(d, c.by), input));
  const proof = sent.case.proofs.find((p) => p.restsOn === point.id && p.status === 'open');
  if (!proof?.challenge) throw new Error('no code was sent');
  const { id, number, digits } = proof.challenge;
  const code = d.secrets.code({ purpose: kind, id, number, digits });
  return { proofId: proof.id, code, contactPointId: point.id };
};

/** Two means, a mailbox and the phone; the browser holds the case secret afterwards. */
export const proven = async (d: DeskOver, wish: Wish = {}): Promise<Stage> => {
  const c = await chosen(d, wish);
  const outside = c.holder.emails.find((address) => !address.endsWith('zorgpunt.example'));
  let door = doorOf(c);
  for (const address of [outside ?? '', c.holder.phones[0] ?? '']) {
    const { proofId, code } = await sentCode(d, c, address);
    const { screenToken, newSecret } = ok(await d.desk.enterCode(door, { proofId, code }));
    door = { ...door, screenToken, ...(newSecret ? { secret: newSecret } : {}) };
  }
  return { ...c, accountId: c.holder.accountId, door };
};

export const asked = async (d: DeskOver, wish: Wish = {}): Promise<Approvable> => {
  const c = await proven(d, wish);
  const done = ok(await d.desk.askApproval(await fresh(d, c.by), { caseId: c.caseId }));
  return { ...c, planHash: done.case.planHash ?? '' };
};

export const approved = async (d: DeskOver, wish: Wish = {}): Promise<Approvable> => {
  const c = await asked(d, wish);
  ok(await d.desk.approve(await fresh(d, 'pim'), { caseId: c.caseId, planHash: c.planHash }));
  return c;
};

/** Everybody was told, the clock runs. */
export const waiting = async (d: DeskOver, wish: Wish = {}): Promise<Approvable> => {
  const c = await approved(d, wish);
  await d.settle();
  return c;
};

/** The wait is over to the second, and nothing has looked yet. */
export const due = async (d: DeskOver, wish: Wish = {}): Promise<Approvable> => {
  const c = await waiting(d, wish);
  await d.moveClock(hours(24));
  await d.settle();
  await d.moveClock(hours(24));
  return c;
};

/** The measures run: the enrolment is open, or, without one, the first step waits for the worker. */
export const executing = async (d: DeskOver, wish: Wish = {}): Promise<Approvable> => {
  const c = await due(d, wish);
  const { organisationId } = await caseOf(d, c);
  await d.worker.ringAlarm({ subject: 'case', id: c.caseId, organisationId });
  return c;
};

export type Enrolling = Approvable & { factorId: string; seed: string };

/** The new app has been read from the screen; its first code has not been typed. */
export const enrolling = async (d: DeskOver, wish: Wish = {}): Promise<Enrolling> => {
  const c = await executing(d, wish);
  const started = ok(await d.desk.startEnrolment(c.door));
  if (started.kind !== 'authenticator-app') throw new Error('another factor was asked for');
  return { ...c, factorId: started.factorId, seed: started.secret };
};

/** The holder did their part; what follows waits for the worker. */
export const enrolled = async (d: DeskOver, wish: Wish = {}): Promise<Enrolling> => {
  const c = await enrolling(d, wish);
  await d.settle();
  const code = await authenticatorCode(d, c.seed);
  ok(await d.desk.confirmEnrolment(c.door, { factorId: c.factorId, code }));
  return c;
};

export const completed = async (d: DeskOver, wish: Wish = {}): Promise<Enrolling> => {
  const c = await enrolled(d, wish);
  await d.settle();
  return c;
};
