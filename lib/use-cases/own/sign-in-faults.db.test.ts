import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseOf, type Stage, waiting } from '../../../test/case-stages';
import { authenticatorCode } from '../../../test/case-steps';
import { Crash, crashing } from '../../../test/crashing';
import { openDesk, type TestDesk } from '../../../test/desk';
import { doorOf, factorOf, LAPTOP, type OwnHolder, ownHolder } from '../../../test/own-steps';
import { look } from '../../../test/superuser';
import { countOf } from '../../../test/watching';
import { hours, seconds } from '../../domain/time';
import { bind } from '../index';

/** Longer than a worker may keep an effect. */
const LEASE_OVER = hours(1);

describe('a sign-in that an open case has to hear of', () => {
  let d: TestDesk;
  beforeAll(async () => {
    d = await openDesk();
  });
  afterAll(() => d.close());

  type Process = ReturnType<typeof bind>;

  const scene = async () => {
    const holder = await ownHolder(d);
    return { holder, open: await waiting(d, { key: holder.key }) };
  };
  /** The password is right, and this process is about to judge the app. */
  const atFactor = async (holder: OwnHolder) => {
    const door = await doorOf(d, holder);
    await d.moveClock(seconds(31));
    const factorId = await factorOf(d, door, 'authenticator-app');
    const code = await authenticatorCode(d, holder.app ?? '');
    const shown = { kind: 'code', factorId, code } as const;
    return (desk: Process) => desk.enterHolderFactor(door, { shown, trust: false });
  };
  const diedIn = (work: Promise<unknown>): Promise<boolean> =>
    work.then(
      () => false,
      (error: unknown) => {
        if (!(error instanceof Crash)) throw error;
        return true;
      },
    );
  const beganBy = async ({ accountId }: OwnHolder): Promise<string | undefined> =>
    (
      await look<{ id: string }>(
        d,
        'SELECT sign_in_id AS id FROM account_session WHERE account_id = $1 AND token_hash IS NOT NULL',
        [accountId],
      )
    )[0]?.id;
  const notesOf = ({ accountId }: OwnHolder) =>
    look<{ id: string; status: string }>(
      d,
      "SELECT id, status FROM effect WHERE account_id = $1 AND kind = 'note-sign-in'",
      [accountId],
    );
  const pauses = (open: Stage) => countOf(d, open.caseId, 'case-paused');
  const again = async (effectId: string) => {
    await look(d, "UPDATE effect SET status = 'pending', next_at = created_at WHERE id = $1", [
      effectId,
    ]);
    await d.settle();
  };

  it('R28 a process that dies at any call: no session without its pause, no pause without a session', async () => {
    const left = { nothing: 0, sessionOnly: 0, both: 0 };
    for (let nth = 1, died = true; died; nth++)
      for (const when of ['before', 'after'] as const) {
        const { holder, open } = await scene();
        const enter = await atFactor(holder);
        died = await diedIn(enter(bind(crashing(d.ports, nth, when))));
        const signInId = await beganBy(holder);
        const paused = (await caseOf(d, open)).status === 'paused';
        if (died) left[paused ? 'both' : signInId ? 'sessionOnly' : 'nothing'] += 1;
        await d.settle();
        const { status, pause } = await caseOf(d, open);
        expect([status, pause?.signInId]).toEqual(
          signInId ? ['paused', signInId] : ['waiting', undefined],
        );
        expect((await notesOf(holder)).map((note) => note.status)).toEqual(
          signInId ? ['done'] : [],
        );
        expect(await pauses(open)).toBe(signInId ? 1 : 0);
      }
    // Just after the session began, and just before the case would have heard of it.
    expect(left.sessionOnly).toBeGreaterThanOrEqual(2);
    expect(left.both).toBeGreaterThanOrEqual(1);
    expect(left.nothing).toBeGreaterThanOrEqual(2);
  }, 120_000);

  it('R28 whoever was signed in by the process that died is asked at the next sign-in', async () => {
    const { holder, open } = await scene();
    await d.settle();
    const deadPorts = { ...d.ports, store: { ...d.ports.store, commitCase: dies } };
    expect(await diedIn((await atFactor(holder))(bind(deadPorts)))).toBe(true);
    expect((await caseOf(d, open)).status).toBe('waiting');
    await d.settle();
    expect((await caseOf(d, open)).status).toBe('paused');
    const answer = await (await atFactor(holder))(d.desk);
    expect(answer).toMatchObject({ pausedCaseId: open.caseId });
    const session = await d.desk.readHolderSession('token' in answer ? answer.token : '', LAPTOP);
    if (!session) throw new Error('not signed in');
    expect(await d.desk.answerPausedCase(session, { answer: 'go-on' })).toEqual({
      status: 'waiting',
    });
  });

  it('R28 a worker that dies at any call does it once', async () => {
    const { holder, open } = await scene();
    const deadPorts = { ...d.ports, store: { ...d.ports.store, commitCase: dies } };
    expect(await diedIn((await atFactor(holder))(bind(deadPorts)))).toBe(true);
    const [note] = await notesOf(holder);
    for (let nth = 1, died = true; died; nth++)
      for (const when of ['before', 'after'] as const) {
        const worker = bind(crashing(d.workerPorts, nth, when));
        died = await diedIn(worker.performEffect(note?.id ?? ''));
        await d.moveClock(seconds(31));
      }
    expect((await caseOf(d, open)).status).toBe('paused');
    expect(await pauses(open)).toBe(1);
    expect((await notesOf(holder)).map(({ status }) => status)).toEqual(['done']);
  });

  it('R28 a worker that is quicker than the page: it is asked at once all the same, and once', async () => {
    const { holder, open } = await scene();
    await d.settle();
    const ring = async (_: unknown, ids: readonly string[]) => {
      for (const id of ids) await d.worker.performEffect(id);
    };
    const answer = await (await atFactor(holder))(bind({ ...d.ports, bell: { ring } }));
    expect(answer).toMatchObject({ pausedCaseId: open.caseId });
    expect(await pauses(open)).toBe(1);
  });

  it('R28 done again, it does nothing: neither while it is asked nor after "go on", be it a day later', async () => {
    const { holder, open } = await scene();
    const answer = await (await atFactor(holder))(d.desk);
    const [note] = await notesOf(holder);
    expect(note?.status).toBe('done');
    await again(note?.id ?? '');
    expect(await pauses(open)).toBe(1);
    const session = await d.desk.readHolderSession('token' in answer ? answer.token : '', LAPTOP);
    if (!session) throw new Error('not signed in');
    await d.desk.answerPausedCase(session, { answer: 'go-on' });
    await again(note?.id ?? '');
    await d.moveClock(hours(24) + LEASE_OVER);
    await again(note?.id ?? '');
    expect((await caseOf(d, open)).status).toBe('waiting');
    expect(await pauses(open)).toBe(1);
    expect((await notesOf(holder)).map(({ status }) => status)).toEqual(['done']);
  });

  it('R28 a case that ended meanwhile hears nothing, and the effect is done', async () => {
    const { holder, open } = await scene();
    const deadPorts = { ...d.ports, store: { ...d.ports.store, commitCase: dies } };
    expect(await diedIn((await atFactor(holder))(bind(deadPorts)))).toBe(true);
    await d.desk.veto(open.door);
    await d.settle();
    expect((await caseOf(d, open)).status).toBe('vetoed');
    expect((await notesOf(holder)).map(({ status }) => status)).toEqual(['done']);
  });

  it('R28 the sign-in with an app code alone is told of in its own transaction too', async () => {
    const { holder, open } = await scene();
    const { accountId, organisationId, appId: factorId = '' } = holder;
    await d.moveClock(seconds(31));
    const code = await authenticatorCode(d, holder.app ?? '');
    const from = { country: 'NL', device: 'a phone', origin: LAPTOP };
    const deadPorts = { ...d.ports, store: { ...d.ports.store, commitCase: dies } };
    const signIn = bind(deadPorts).signInHolder({
      organisationId,
      accountId,
      factorId,
      code,
      ...from,
    });
    expect(await diedIn(signIn)).toBe(true);
    expect((await caseOf(d, open)).status).toBe('waiting');
    await d.settle();
    expect((await caseOf(d, open)).status).toBe('paused');
  });
});

const dies = async (): Promise<never> => {
  throw new Crash();
};
