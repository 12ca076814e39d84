import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  accountOf,
  approved,
  caseOf,
  chosen,
  executing,
  sentCode,
  waiting,
} from '../../test/case-stages';
import { Crash } from '../../test/crashing';
import { openDesk, type TestDesk } from '../../test/desk';
import { newHolder, removeApp } from '../../test/new-holder';
import { quietPost } from '../../test/quiet-post';
import { look } from '../../test/superuser';
import { countOf, effectsOf } from '../../test/watching';
import { minutes, seconds } from '../domain/time';
import { bind } from './index';

/** A little more than a worker may keep an effect. */
const LEASE = minutes(2) + seconds(1);

describe('faults of the post, and killed processes, on real PostgreSQL', () => {
  let d: TestDesk;
  let realPost: TestDesk['workerPorts']['courier'];
  beforeAll(async () => {
    d = await openDesk();
    realPost = d.workerPorts.courier;
    quietPost(d);
  });
  afterEach(async () => {
    d.inbox.behave({ mail: 'ok', sms: 'ok', perAddress: {} });
    await d.settle();
    quietPost(d);
  });
  afterAll(() => d.close());

  const count = (caseId: string, type: string) => countOf(d, caseId, type);

  describe('the post', () => {
    it('sent and then dead before it was noted: the same message again, with the same id', async () => {
      await d.settle();
      d.workerPorts.courier = realPost;
      const c = await approved(d);
      const [email = ''] = c.holder.emails;
      const point = (await accountOf(d, c)).contactPoints.find((p) => p.address === email);
      const [effect] = await effectsOf(
        d,
        c.caseId,
        `payload->>'contactPointId' = '${point?.id}' AND status = 'pending' AND kind = 'send-notice'`,
      );
      const dies = {
        ...d.workerPorts,
        store: { ...d.workerPorts.store, commitCase: async () => Promise.reject(new Crash()) },
      };
      await expect(bind(dies).performEffect(effect?.id ?? '')).rejects.toThrow(Crash);
      expect(d.inbox.messages({ to: email })).toHaveLength(1);

      await d.worker.performEffect(effect?.id ?? '');
      expect(d.inbox.messages({ to: email })).toHaveLength(1);
      await d.moveClock(LEASE);
      await d.worker.performEffect(effect?.id ?? '');
      const messages = d.inbox.messages({ to: email });
      expect(messages).toHaveLength(2);
      expect(new Set(messages.map((message) => message.messageId)).size).toBe(1);
      const links = messages.map(({ text }) => /veto#\S+/.exec(text)?.[0]);
      expect(new Set(links).size).toBe(1);
    });

    it('down for ten minutes: the clock of the case waits, and then everything goes out, once', async () => {
      await d.settle();
      d.workerPorts.courier = realPost;
      d.inbox.clear();
      d.inbox.behave({ mail: 'down', sms: 'down' });
      const c = await approved(d);
      for (let minute = 0; minute < 10; minute++) {
        await d.settle();
        await d.moveClock(minutes(1));
      }
      expect((await caseOf(d, c)).wait?.heldSince).toBeDefined();
      expect(d.inbox.messages()).toEqual([]);
      const tried = await effectsOf(d, c.caseId, `status = 'pending'`);
      expect(tried.length).toBeGreaterThan(3);
      expect(Math.max(...tried.map((effect) => effect.attempts))).toBeLessThan(12);

      d.inbox.behave({ mail: 'ok', sms: 'ok' });
      await d.moveClock(minutes(5) + seconds(1));
      await d.settle();
      const after = await caseOf(d, c);
      expect(after.wait?.endsAt).toBeDefined();
      expect(after.notices.map((notice) => notice.status)).toEqual([
        'accepted',
        'accepted',
        'accepted',
      ]);
      expect(await effectsOf(d, c.caseId, `status <> 'done'`)).toEqual([]);
      for (const address of [...c.holder.emails, ...c.holder.phones])
        expect(d.inbox.messages({ to: address })).toHaveLength(1);
      expect(d.inbox.messages({ to: 'tess@buren.example' })).toHaveLength(1);
    });

    it('a code that could not be sent in its ten minutes is not sent at all', async () => {
      await d.settle();
      d.workerPorts.courier = realPost;
      d.inbox.clear();
      d.inbox.behave({ mail: 'down' });
      const c = await chosen(d);
      await sentCode(d, c, c.holder.emails[0] ?? '');
      await d.settle();
      await d.moveClock(minutes(11));
      d.inbox.behave({ mail: 'ok' });
      await d.settle();
      expect(d.inbox.messages()).toEqual([]);
      expect(await effectsOf(d, c.caseId, `status <> 'done'`)).toEqual([]);
    });

    it('one address that does not exist holds nobody else up', async () => {
      await d.settle();
      d.workerPorts.courier = realPost;
      const key = await newHolder(d);
      const club = d.planted.holders.find((h) => h.key === key)?.emails[1] ?? '';
      d.inbox.behave({ perAddress: { [club]: 'refuse' } });
      const c = await waiting(d, { key });
      const after = await caseOf(d, c);
      expect(after.notices.map((notice) => notice.status).toSorted()).toEqual([
        'accepted',
        'accepted',
        'refused',
      ]);
      // The only address that was independent of the proofs: the clock waits for a person (R25).
      expect(after.wait?.heldSince).toBeDefined();
    });
  });

  describe('a process that is killed', () => {
    const child = (effectId: string) =>
      spawn(
        process.execPath,
        [
          '--import',
          'tsx',
          join(import.meta.dirname, 'testing/child.ts'),
          d.urls.workerUrl,
          d.inbox.smtpUrl,
          effectId,
        ],
        { stdio: ['ignore', 'inherit', 'inherit'] },
      );
    const until = (sql: string, values: unknown[]) =>
      vi.waitFor(async () => expect(await look(d, sql, values)).not.toEqual([]), {
        timeout: 20_000,
        interval: 30,
      });

    it('while it talks to the mail server: another one sends it when the lease is over', async () => {
      await d.settle();
      d.workerPorts.courier = realPost;
      d.inbox.clear();
      const c = await approved(d);
      const [email = ''] = c.holder.emails;
      d.inbox.behave({ perAddress: { [email]: 'hang' } });
      const point = (await accountOf(d, c)).contactPoints.find((p) => p.address === email);
      const [effect] = await effectsOf(
        d,
        c.caseId,
        `payload->>'contactPointId' = '${point?.id}' AND kind = 'send-notice'`,
      );
      const killed = child(effect?.id ?? '');
      // Links are kept before the message goes out: from here on it is with the mail server.
      await until('SELECT FROM link WHERE contact_point_id = $1', [point?.id]);
      killed.kill('SIGKILL');
      expect(await once(killed, 'exit')).toEqual([null, 'SIGKILL']);
      d.inbox.behave({ perAddress: {} });

      await d.settle();
      expect(d.inbox.messages({ to: email })).toEqual([]);
      await d.moveClock(LEASE);
      await d.settle();
      expect(d.inbox.messages({ to: email })).toHaveLength(1);
      expect(await effectsOf(d, c.caseId, `status <> 'done'`)).toEqual([]);
    }, 60_000);

    it('while it waits to commit a change: the change is made once, by another one', async () => {
      const c = await executing(d, { measures: removeApp });
      const [effect] = await effectsOf(d, c.caseId, `kind = 'step' AND status = 'pending'`);
      const holder = new pg.Client({ connectionString: d.superuserUrl });
      await holder.connect();
      await holder.query('BEGIN');
      await holder.query('SELECT FROM account WHERE id = $1 FOR UPDATE', [c.accountId]);
      const killed = child(effect?.id ?? '');
      const waits = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
        AND usename = 'regain_worker'`;
      await until(waits, []);
      killed.kill('SIGKILL');
      expect(await once(killed, 'exit')).toEqual([null, 'SIGKILL']);
      await holder.query('COMMIT');
      await holder.end();

      await d.moveClock(LEASE);
      await d.settle();
      const after = await caseOf(d, c);
      expect(after.status).toBe('completed');
      expect(await count(c.caseId, 'step-done')).toBe(after.steps.length);
    }, 60_000);
  });
});
