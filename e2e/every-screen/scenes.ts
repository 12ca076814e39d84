import { scriptedDirectory } from '../../lib/adapters/directory/testing/scripted';
import type { CaseStatus } from '../../lib/domain/case/case';
import type { Measure } from '../../lib/domain/case/measure';
import { days, hours, minutes } from '../../lib/domain/time';
import { notAskedLinks } from '../../lib/use-cases/not-asked/links';
import {
  type Approvable,
  accountOf,
  approved,
  asked,
  caseOf,
  chosen,
  fresh,
  proven,
  type Stage,
  sentCode,
} from '../../test/case-stages';
import { authenticatorCode, doorOf, type OpenCase, ok } from '../../test/case-steps';
import { type DeskOver, holderOf } from '../../test/desk-over';
import { newHolder, removeApp, replaceApp } from '../../test/new-holder';

/** One case in each state that a screen can show, brought there by the desk's own use cases and clock. */

export type Scenes = Awaited<ReturnType<typeof setScenes>>;

const newKey = ({ appId = '' }: { appId?: string }): Measure[] => [
  { kind: 'replace-factor', factorId: appId, enrol: 'security-key' },
];

const newCalls = ({ appId = '' }: { appId?: string }): Measure[] => [
  { kind: 'replace-factor', factorId: appId, enrol: 'voice' },
];

const newPush = (): Measure[] => [{ kind: 'add-factor', enrol: 'push' }];

const newPhone = ({ phoneId = '' }: { phoneId?: string }): Measure[] => [
  { kind: 'change-contact-point', contactPointId: phoneId, point: 'phone' },
];

const newAppAndPassword = (holder: { appId?: string }): Measure[] => [
  ...replaceApp(holder),
  { kind: 'new-password' },
];

export const setScenes = async (d: DeskOver) => {
  const real = d.workerPorts.courier;
  const { refuse } = quietly(d);
  const expired = await chosen(d);
  await pass(d, days(11));
  // What waits a week and stands open when everything else does.
  const [enrollingPhone, enrollingBoth] = await Promise.all([
    approvedInPerson(d, newPhone),
    approvedInPerson(d, newAppAndPassword),
  ]);
  await d.settle();
  await pass(d, days(3) + hours(1));

  const heldKey = await newHolder(d);
  refuse(holderOf(d, heldKey).emails[1] ?? '');
  const [pausedByNo, completed, lateVeto, unused, stuck, held] = await Promise.all([
    approved(d, { key: 'mirthe' }),
    approved(d),
    approved(d),
    approved(d),
    approved(d, { measures: removeApp }),
    approved(d, { key: heldKey }),
  ]);
  await d.settle();
  await sayNoFromOldAddress(d, pausedByNo);
  await pass(d, hours(24));
  const elsewhere = unanswering(d, stuck);
  await pass(d, hours(24));
  elsewhere.over();
  for (const c of [completed, lateVeto]) await setUp(d, c);
  await pass(d, hours(24));

  const [enrolling, enrollingKey, enrollingCalls, enrollingPush, running] = await Promise.all([
    approved(d),
    approved(d, { measures: newKey }),
    approved(d, { measures: newCalls }),
    approved(d, { measures: newPush }),
    approved(d),
  ]);
  await d.settle();
  await pass(d, hours(24));
  await pass(d, hours(24) + minutes(1));
  ok(await d.desk.veto(lateVeto.door));

  const told = { ...(await ended(d)), ...(await waits(d)) };
  await d.settle();
  const doubted = { ...told.doubted, noCode: await codeOfNo(d, told.doubted) };
  ok(await d.desk.veto(told.vetoed.door));
  await signInWithOldApp(d, told.pausedBySignIn);
  const reported = await reportCode(d, told.pausedByReport);
  d.workerPorts.courier = real;
  const collecting = await collects(d, told.vetoed);
  await d.settle();
  await enrol(d, running);
  await enrol(d, enrollingBoth);

  const scenes = {
    ...{
      pausedByNo,
      expired,
      completed,
      lateVeto,
      unused,
      stuck,
      held,
      enrolling,
      enrollingKey,
      enrollingCalls,
      enrollingPush,
      enrollingPhone,
      enrollingBoth,
      running,
    },
    ...{ ...told, doubted },
    ...collecting,
    reported,
  };
  for (const [name, status] of Object.entries(STATUS)) {
    const { status: found } = await caseOf(d, scenes[name as keyof typeof STATUS]);
    if (found !== status) throw new Error(`the case for “${name}” is ${found}`);
  }
  return scenes;
};

const STATUS = {
  expired: 'expired',
  completed: 'completed',
  lateVeto: 'vetoed',
  unused: 'expired',
  stuck: 'stuck',
  held: 'waiting',
  enrolling: 'executing',
  enrollingKey: 'executing',
  enrollingCalls: 'executing',
  enrollingPush: 'executing',
  enrollingPhone: 'executing',
  enrollingBoth: 'executing',
  running: 'executing',
  declined: 'declined',
  cancelled: 'cancelled',
  solved: 'solved',
  approving: 'awaiting-approval',
  waiting: 'waiting',
  doubted: 'waiting',
  vetoed: 'vetoed',
  pausedByNo: 'paused',
  pausedBySignIn: 'paused',
  pausedByReport: 'paused',
  runbook: 'collecting',
  choosing: 'collecting',
  first: 'collecting',
  second: 'collecting',
  enough: 'collecting',
  inPerson: 'collecting',
  seen: 'collecting',
} as const satisfies Record<string, CaseStatus>;

/** Messages arrive at once and are not written: there are hundreds, and only the newest are looked at. */
const quietly = (d: DeskOver) => {
  const refused = new Set<string>();
  d.workerPorts.courier = {
    ...d.workerPorts.courier,
    deliver: async ({ to }) =>
      refused.has(to.address)
        ? { outcome: 'refused', route: 'quiet', reason: 'no such mailbox' }
        : { outcome: 'accepted', route: 'quiet' },
    deliverOwn: async () => ({ outcome: 'accepted', route: 'quiet' }),
  };
  return { refuse: (address: string) => refused.add(address) };
};

const pass = async (d: DeskOver, by: number): Promise<void> => {
  await d.moveClock(by);
  await d.settle();
};

/** A directory that gives no answer, so that what became of a change is unknown (R30). */
const unanswering = (d: DeskOver, { holder }: Approvable) => {
  const { directory } = d.workerPorts;
  const scripted = scriptedDirectory({ factorIds: [holder.appId ?? ''] });
  scripted.behave(() => 'down');
  d.workerPorts.directory = scripted.directory;
  return { over: () => Object.assign(d.workerPorts, { directory }) };
};

const enrol = async (d: DeskOver, c: Stage): Promise<void> => {
  const started = ok(await d.desk.startEnrolment(c.door));
  if (started.kind !== 'authenticator-app') throw new Error('another factor was asked for');
  const code = await authenticatorCode(d, started.secret);
  ok(await d.desk.confirmEnrolment(c.door, { factorId: started.factorId, code }));
};

const setUp = async (d: DeskOver, c: Stage): Promise<void> => {
  await enrol(d, c);
  await d.settle();
};

const ended = async (d: DeskOver) => {
  const reason = 'De beller bleek iemand anders te zijn.';
  const [declined, cancelled] = await Promise.all([asked(d), proven(d)]);
  ok(await d.desk.decline(await fresh(d, 'saskia'), { caseId: declined.caseId, reason }));
  ok(await d.desk.cancel(await fresh(d, 'noor'), { caseId: cancelled.caseId, reason }));
  const solved = await opened(d);
  ok(await d.desk.finishRunbook(d.caller('noor'), { caseId: solved.caseId, helped: true }));
  return { declined, cancelled, solved };
};

const waits = async (d: DeskOver) => {
  const [approving, waiting, vetoed, pausedBySignIn, pausedByReport, doubted] = await Promise.all([
    asked(d),
    approved(d),
    approved(d),
    approved(d),
    approved(d),
    withLostMailbox(d),
  ]);
  return { approving, waiting, vetoed, pausedBySignIn, pausedByReport, doubted };
};

/** The holder reported the mailbox that proved nothing; it is still told. */
const withLostMailbox = async (d: DeskOver): Promise<Stage> => {
  const c = await proven(d);
  const { contactPoints } = await accountOf(d, c);
  const lost = contactPoints.find(({ address }) => address === c.holder.emails[1])?.id ?? '';
  ok(await d.desk.reportLoss(c.door, { ids: [lost] }));
  const { case: plan } = ok(await d.desk.askApproval(await fresh(d, c.by), { caseId: c.caseId }));
  const yes = { caseId: c.caseId, planHash: plan.planHash ?? '' };
  ok(await d.desk.approve(await fresh(d, 'pim'), yes));
  return c;
};

const noticeTo = async (d: DeskOver, c: Stage, address: string) => {
  const { contactPoints } = await accountOf(d, c);
  const point = contactPoints.find((one) => one.address === address);
  const notice = (await caseOf(d, c)).notices.findLast((n) => n.contactPointId === point?.id);
  if (!notice) throw new Error(`${address} was told nothing`);
  return { purpose: 'veto', id: notice.id, number: 0 } as const;
};

/** R27: the code that is typed from the notice to a mailbox that was reported as lost. */
const codeOfNo = async (d: DeskOver, c: Stage): Promise<string> =>
  d.secrets.linkCode(await noticeTo(d, c, c.holder.emails[1] ?? ''));

/** R27: the link in the notice to an address that was removed a month ago. */
const sayNoFromOldAddress = async (d: DeskOver, c: Stage): Promise<void> => {
  const notice = await noticeTo(d, c, c.holder.removedEmails?.[0] ?? '');
  const presented = d.secrets.linkToken(notice);
  ok(await d.desk.vetoByLink({ presented, origin: c.door.origin }));
};

/** R28. */
const signInWithOldApp = async (d: DeskOver, c: Stage): Promise<void> => {
  const { organisationId, accountId } = await caseOf(d, c);
  const code = await authenticatorCode(d, c.holder.app ?? '');
  const factorId = c.holder.appId ?? '';
  const from = { country: 'NL', device: 'Laptop', origin: c.door.origin };
  ok(await d.desk.signInHolder({ organisationId, accountId, factorId, code, ...from }));
};

/** R43: the link in a message with a code of the account, whatever that code was for. Gives what is typed instead. */
const reportCode = async (d: DeskOver, c: Stage): Promise<string> => {
  const { id: accountId, organisationId, contactPoints } = await accountOf(d, c);
  const [{ id: contactPointId } = { id: '' }] = contactPoints;
  const of = { id: d.secrets.newId(), number: 1 };
  const about = { kind: 'sign-in', ticketHash: '', codeId: of.id } as const;
  const link = { organisationId, accountId, contactPointId, about, ...of };
  const { token: presented, code } = await notAskedLinks(d.workerPorts, link);
  ok(await d.desk.reportNotAsked({ presented, origin: c.door.origin }));
  return code;
};

const opened = async (d: DeskOver): Promise<OpenCase> => {
  const holder = holderOf(d, await newHolder(d));
  const symptom = 'app-lost';
  const done = ok(
    await d.desk.openCase(d.caller('noor'), { accountId: holder.accountId, symptom }),
  );
  return { caseId: done.case.id, handle: done.case.handle, holder, by: 'noor' };
};

/** Proofs are asked and given, each case one step further. */
const collects = async (d: DeskOver, vetoed: Stage) => {
  const runbook = await opened(d);
  const choosing = await opened(d);
  ok(await d.desk.finishRunbook(d.caller('noor'), { caseId: choosing.caseId, helped: false }));
  const first = await chosen(d, { key: 'anouk' });
  const { code } = await sentCode(d, first, 'anouk.prive@example.net');
  const inPerson = await chosen(d, { key: vetoed.holder.key });
  return {
    ...{ runbook, choosing, inPerson, enough: await proven(d) },
    first: { ...first, code },
    second: await oneProof(d),
    seen: await seenInPerson(d),
  };
};

/** One proof is in; the second code is on its way, and another factor is left. */
const oneProof = async (d: DeskOver) => {
  const c = await chosen(d, { key: 'esra' });
  const { proofId, code } = await sentCode(d, c, 'esra@example.org');
  const { newSecret = '' } = ok(await d.desk.enterCode(doorOf(c), { proofId, code }));
  await sentCode(d, c, c.holder.phones[0] ?? '');
  return { ...c, door: { ...doorOf(c), secret: newSecret } };
};

/** R6: an identity check gave the case secret to the screen in front of the holder, which has not shown it yet. */
const seenInPerson = async (d: DeskOver, wish: Parameters<typeof chosen>[1] = {}) => {
  const c = await chosen(d, wish);
  const { number, screenToken } = ok(await d.desk.offerScreen(doorOf(c)));
  const check = { mode: 'in-person', documentKind: 'passport', place: 'balie' } as const;
  const input = { caseId: c.caseId, ...check, result: 'matches', screenNumber: number } as const;
  ok(await d.desk.recordIdentityCheck(await fresh(d, 'saskia'), input));
  return { ...c, door: { ...doorOf(c), screenToken } };
};

/** R16: what only an identity check in person lets through. */
const approvedInPerson = async (
  d: DeskOver,
  measures: NonNullable<Parameters<typeof chosen>[1]>['measures'],
): Promise<Stage> => {
  const c = await seenInPerson(d, { measures });
  const { newSecret } = ok(await d.desk.showSecret(c.door));
  const { case: plan } = ok(await d.desk.askApproval(await fresh(d, c.by), { caseId: c.caseId }));
  const yes = { caseId: c.caseId, planHash: plan.planHash ?? '' };
  ok(await d.desk.approve(await fresh(d, 'pim'), yes));
  return { ...c, accountId: c.holder.accountId, door: { ...c.door, secret: newSecret } };
};
