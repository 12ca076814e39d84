import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { hasRedis, startRedis } from '../lib/adapters/queue/testing/redis';
import { fold } from '../lib/domain/case/evolve';
import { between, hours, minutes, plus, seconds } from '../lib/domain/time';
import { startPostgres } from '../local/postgres';
import { stopChild } from '../local/processes';
import { databaseFrom, type RunningTestServer, startTestServer } from '../local/test-server';
import {
  type Approvable,
  accountOf,
  approved,
  asked,
  caseOf,
  chosen,
  due,
  fresh,
  type Stage,
  sentCode,
  waiting,
} from './case-stages';
import { authenticatorCode, codeIn, doorOf, type OpenCase, ok } from './case-steps';
import { openDesk, type TestDesk } from './desk';
import { openDirectoryLog } from './directory-log';
import { killing, LEASE_OVER } from './killing';
import { holdMoments } from './moments';
import { removeApp } from './new-holder';
import { type RealWorker, startWorker } from './real-worker';
import { look } from './superuser';
import { countOf, effectsOf, eventsOf, storedCases } from './watching';

/** The machine that runs the tests is shared: this bounds a process that hangs, and measures nothing. */
const PATIENCE = { timeout: 240_000, interval: 100 };
const SLOW = 600_000;
/** The sweep comes every 3 s and leaves a job 1 s to be punctual; the rest is a slow machine. */
const WITHIN_A_SWEEP = seconds(6);

/** The app and the backup codes, the devices, the sessions: one change each. */
const GOING = [
  'factor removed_at',
  'factor removed_at',
  'trusted_device revoked_at',
  'account_session ended_at',
];

const until = (holds: () => Promise<unknown>) => vi.waitFor(holds, PATIENCE);

/** Everything that this case asked of the world was done. */
const atRest = async (d: TestDesk, c: Pick<Stage, 'caseId'>): Promise<void> =>
  expect(await effectsOf(d, c.caseId, `status IN ('pending', 'claimed')`)).toEqual([]);

const inStatus = (d: TestDesk, c: OpenCase, status: string) =>
  until(async () => {
    expect((await caseOf(d, c)).status).toBe(status);
    await atRest(d, c);
  });

const restOf = (d: TestDesk, c: OpenCase, type: string) =>
  until(async () => {
    expect(await countOf(d, c.caseId, type)).toBe(1);
    await atRest(d, c);
  });

const approveNow = async (
  d: TestDesk,
  { caseId, planHash }: Pick<Approvable, 'caseId' | 'planHash'>,
) => ok(await d.desk.approve(await fresh(d, 'pim'), { caseId, planHash }));

/** Every step once and in order, every notice accepted once, every event in the fold; nothing is left to do. */
const doneOnce = async (d: TestDesk, c: OpenCase): Promise<void> => {
  const after = await caseOf(d, c);
  const events = await eventsOf(d, c.caseId);
  const idsIn = (type: string, id: string) =>
    events.filter((event) => event.type === type).map((event) => event.data[id]);
  expect(after.status).toBe('completed');
  expect(idsIn('step-done', 'stepId')).toEqual(after.steps.map((step) => step.id));
  expect(idsIn('notice-accepted', 'noticeId').toSorted()).toEqual(
    after.notices.map((notice) => notice.id).toSorted(),
  );
  for (const once of ['wait-started', 'half-time-told', 'wait-over', 'case-completed'])
    expect(idsIn(once, 'type'), once).toHaveLength(1);
  expect(await effectsOf(d, c.caseId, `status <> 'done'`)).toEqual([]);
  for (const { state, events: all } of await storedCases(d)) expect(fold(all)).toEqual(state);
};

if (!hasRedis) console.log('not run: redis-server missing');

describe('faults, with the real worker in a process of its own', () => {
  let d: TestDesk;
  const workers: RealWorker[] = [];
  const worker = (more: Record<string, string> = {}, on = d) => {
    const started = startWorker(on, more);
    workers.push(started);
    return started;
  };

  beforeAll(async () => {
    d = await openDesk();
  });
  afterEach(async () => {
    await Promise.all(workers.splice(0).map((started) => started.kill()));
    d.inbox.behave({ mail: 'ok', sms: 'ok', perAddress: {} });
  });
  afterAll(() => d?.close());

  describe('kill -9 of the worker at each step of a case', () => {
    let directory: Awaited<ReturnType<typeof openDirectoryLog>>;
    beforeAll(async () => {
      directory = await openDirectoryLog(d);
    });

    /** As test/case-stages does, but with codes that the post has brought. */
    const approvedByPost = async (measures: typeof removeApp): Promise<Stage> => {
      const c = await chosen(d, { measures });
      let door = doorOf(c);
      const outside = c.holder.emails.slice(0, 1);
      for (const address of [...outside, ...c.holder.phones]) {
        const { proofId, code } = await sentCode(d, c, address);
        await until(async () =>
          expect(d.inbox.messages({ to: address }).map(({ text }) => codeIn(text))).toContain(code),
        );
        const { screenToken, newSecret } = ok(await d.desk.enterCode(door, { proofId, code }));
        door = { ...door, screenToken, ...(newSecret ? { secret: newSecret } : {}) };
      }
      await until(() => atRest(d, c));
      const done = ok(await d.desk.askApproval(await fresh(d, c.by), { caseId: c.caseId }));
      await approveNow(d, { ...c, planHash: done.case.planHash ?? '' });
      await restOf(d, c, 'wait-started');
      await d.moveClock(hours(24));
      await restOf(d, c, 'half-time-told');
      await d.moveClock(hours(24));
      return { ...c, accountId: c.holder.accountId, door };
    };

    /** Each message came, and however often it came, as one and the same. Gives how many came more than once. */
    const postOf = async (c: Stage): Promise<number> => {
      const effects = await look<{ id: string; kind: string; address: string | null }>(
        d,
        `SELECT e.id, e.kind, p.address FROM effect e
           LEFT JOIN contact_point p ON p.id = (e.payload->>'contactPointId')::uuid
           WHERE e.case_id = $1 AND e.kind <> 'step'`,
        [c.caseId],
      );
      const again = new Set<string>();
      for (const { id, kind, address } of effects) {
        if (address?.startsWith('+')) {
          const texts = d.inbox.messages({ to: address }).map(({ text }) => text);
          const wanted = effects.filter((effect) => effect.address === address).length;
          expect(texts.length).toBeGreaterThanOrEqual(wanted);
          if (texts.length > wanted) again.add(address);
          continue;
        }
        const ids = d.inbox
          .messages(address ? { to: address } : {})
          .flatMap(({ messageId = '' }) => (messageId.startsWith(`<${id}`) ? [messageId] : []));
        expect(ids.length, `${kind} ${id}`).toBeGreaterThan(0);
        if (kind !== 'tell-staff')
          expect(new Set(ids)).toEqual(new Set([`<${id}@regain.example>`]));
        if (ids.length > new Set(ids).size) again.add(id);
      }
      const known = effects.map(({ id }) => id);
      const mine = d.inbox
        .messages()
        .filter(({ channel, to }) => channel === 'mail' && c.holder.emails.includes(to));
      for (const { messageId = '' } of mine)
        expect(known).toContain(messageId.slice(1).split('@')[0]);
      return again.size;
    };

    it(
      'a factor is removed: nothing is lost, no change is made twice',
      async () => {
        const reaper = await killing(d, () => worker(), {
          'challenge-delivered': ['undone'],
          'done tell-staff': ['undone'],
          'claimed send-notice': ['kept'],
          'notice-accepted': ['undone'],
          'wait-started': ['kept'],
          'half-time-told': ['undone'],
          'wait-over': ['undone'],
          'claimed step': ['kept'],
          'step-done remove-factor': ['undone', 'kept'],
          'case-completed': ['kept'],
        });
        try {
          const c = await approvedByPost(removeApp);
          await inStatus(d, c, 'completed');
          expect(reaper.left()).toEqual([]);
          expect(reaper.killedAt).toHaveLength(11);
          await doneOnce(d, c);
          expect(await directory.taken()).toEqual(GOING);
          // What was taken and not noted comes again, a mail under its one id: the post to staff and one notice.
          expect(await postOf(c)).toBeGreaterThanOrEqual(2);
        } finally {
          await reaper.stop();
        }
      },
      SLOW,
    );

    it(
      'a new app comes before the old one goes: neither is done twice',
      async () => {
        const reaper = await killing(d, () => worker(), {
          'enrolment-opened': ['kept'],
          'step-done confirm-factor': ['undone', 'kept'],
        });
        try {
          const c = await due(d);
          await inStatus(d, c, 'executing');
          const started = ok(await d.desk.startEnrolment(c.door));
          const seed = started.kind === 'authenticator-app' ? started.secret : '';
          const code = await authenticatorCode(d, seed);
          ok(await d.desk.confirmEnrolment(c.door, { factorId: started.factorId, code }));
          await inStatus(d, c, 'completed');
          expect(reaper.left()).toEqual([]);
          await doneOnce(d, c);
          expect(await directory.taken()).toEqual(['factor added_at', ...GOING]);
          const { factors } = await accountOf(d, c);
          const added = factors.filter((factor) => factor.id === started.factorId);
          expect(added.map((factor) => [factor.removedAt, factor.disabledAt])).toEqual([
            [undefined, undefined],
          ]);
        } finally {
          await reaper.stop();
        }
      },
      SLOW,
    );
  });

  it.runIf(hasRedis)(
    'Redis flushed in mid-wait, and again and again while measures run',
    async () => {
      const redis = await startRedis();
      const client = new Redis({ port: redis.port, host: '127.0.0.1' });
      client.on('error', () => undefined);
      const running = worker({ REGAIN_LOCAL_REDIS_URL: `redis://127.0.0.1:${redis.port}` });
      try {
        const c = await waiting(d, { measures: removeApp });
        await d.moveClock(hours(24));
        await restOf(d, c, 'half-time-told');
        const endsAt = (await caseOf(d, c)).wait?.endsAt ?? '';
        await d.moveClock(between(await d.ports.store.now(), endsAt) - seconds(10));
        await until(async () => expect(await client.keys(`*${c.caseId}*`)).not.toEqual([]));
        await client.flushall();
        expect((await d.ports.store.now()) < endsAt).toBe(true);

        await until(async () => expect(await countOf(d, c.caseId, 'wait-over')).toBe(1));
        const over = await look<{ at: Date }>(
          d,
          `SELECT at FROM event WHERE case_id = $1 AND type = 'wait-over'`,
          [c.caseId],
        );
        const late = between(endsAt, over[0]?.at.toISOString() ?? '');
        expect(late).toBeGreaterThanOrEqual(0);
        expect(late).toBeLessThan(WITHIN_A_SWEEP);
        await until(async () => {
          await client.flushall();
          expect((await caseOf(d, c)).status).toBe('completed');
          await atRest(d, c);
        });
        await doneOnce(d, c);
        expect(running.alive(), running.said()).toBe(true);
      } finally {
        await running.kill();
        client.disconnect();
        await redis.stop();
      }
    },
    SLOW,
  );

  it(
    'SMTP down for ten minutes: the notices and the clock wait, and nothing is lost',
    async () => {
      const running = worker();
      const c = await asked(d, { measures: removeApp });
      await until(() => atRest(d, c));
      d.inbox.clear();
      d.inbox.behave({ mail: 'down' });
      await approveNow(d, c);
      const mails = () => effectsOf(d, c.caseId, `status IN ('pending', 'claimed')`);
      const [email = '', club = ''] = c.holder.emails;
      const triedAgain = (times: number) =>
        until(async () => {
          const tried = await mails();
          expect(tried).toHaveLength(2);
          for (const mail of tried) {
            expect(mail.attempts).toBeGreaterThanOrEqual(times);
            expect(mail.status).toBe('pending');
          }
        });
      await triedAgain(1);
      for (const [i, stride] of [minutes(1), minutes(4), minutes(5)].entries()) {
        await d.moveClock(stride);
        await triedAgain(i + 2);
      }
      const held = await caseOf(d, c);
      expect(held.status).toBe('waiting');
      expect(held.wait).toMatchObject({ heldSince: expect.any(String) });
      expect(held.wait?.endsAt).toBeUndefined();
      // The SMS came, but that number gave a proof: it starts no clock (R25).
      expect(d.inbox.messages().map(({ to }) => to)).toEqual(c.holder.phones);

      d.inbox.behave({ mail: 'ok' });
      const up = await d.ports.store.now();
      await d.moveClock(minutes(5));
      await restOf(d, c, 'wait-started');
      const { wait, notices } = await caseOf(d, c);
      expect(between(plus(up, wait?.length ?? 0), wait?.endsAt ?? '')).toBeGreaterThan(0);
      expect(notices.map((notice) => notice.status)).toEqual(['accepted', 'accepted', 'accepted']);
      for (const address of [email, club, ...c.holder.phones])
        expect(d.inbox.messages({ to: address })).toHaveLength(1);
      expect(running.alive(), running.said()).toBe(true);
    },
    SLOW,
  );

  describe('PostgreSQL restarted', () => {
    let server: RunningTestServer;
    let own: TestDesk;
    beforeAll(async () => {
      server = await startTestServer();
      const urls = await databaseFrom(server, 'restarted');
      const superuserUrl = server.superuserUrl.replace(/\/[^/]*$/, `/${urls.name}`);
      own = { ...(await openDesk(urls)), superuserUrl };
    }, 120_000);
    afterAll(async () => {
      await own?.close();
      await server?.stop();
    });

    /** The same data on the same port, as after a restart of the machine. */
    const startAgain = async () => {
      const { folder, port, secrets } = server;
      server.postgres = await startPostgres({
        folder,
        log: join(folder, 'database.log'),
        port,
        superuserPassword: secrets.superuserPassword,
        durable: false,
        say: () => undefined,
      });
    };

    it(
      'in mid-wait and in the middle of a change: the same worker goes on, nothing is done twice',
      async () => {
        const running = worker({}, own);
        const c = await approved(own, { measures: removeApp });
        await restOf(own, c, 'wait-started');
        await own.moveClock(hours(24) - seconds(2));
        await server.postgres.stop();
        // Half of the wait is over while there is no database.
        await sleep(seconds(3));
        await startAgain();
        await restOf(own, c, 'half-time-told');

        const moments = await holdMoments(own, { 'step-done remove-factor': ['kept'] });
        await own.moveClock(hours(24));
        await until(async () => expect(await moments.caught()).toBeDefined());
        // Immediate shutdown: no transaction is finished, and the next start recovers from the log.
        await stopChild(server.postgres.child, 'SIGQUIT', 15_000);
        await moments.close();
        await startAgain();
        await until(() => own.moveClock(LEASE_OVER));
        await inStatus(own, c, 'completed');
        await doneOnce(own, c);
        expect(running.alive(), running.said()).toBe(true);
      },
      SLOW,
    );
  });
});
