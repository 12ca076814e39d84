import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { goodWeather } from '../../local/inbox/behaviour';
import { accountOf, approved, caseOf, chosen, sentCode, waiting } from '../../test/case-stages';
import { codeIn, doorOf, ok } from '../../test/case-steps';
import { openDesk, type TestDesk } from '../../test/desk';
import { newHolder } from '../../test/new-holder';
import { openReportDoor } from '../../test/report-door';
import { look } from '../../test/superuser';
import { countOf } from '../../test/watching';
import { hours, minutes } from '../domain/time';
import type { MessageJob } from '../ports/messages';

type Row = {
  id: string;
  channel: string;
  route: string;
  reference: string | null;
  outcome: string | null;
  reason: string | null;
  reported: string | null;
};

describe('what becomes of messages, on real PostgreSQL with real gateways', () => {
  let d: TestDesk;
  let door: Awaited<ReturnType<typeof openReportDoor>>;
  let realPost: TestDesk['workerPorts']['courier'];
  beforeAll(async () => {
    door = await openReportDoor();
    d = await openDesk(undefined, door.given);
    realPost = d.workerPorts.courier;
    door.opensOn(d);
  });
  afterEach(() => {
    d.inbox.behave(goodWeather());
    d.workerPorts.courier = realPost;
  });
  afterAll(async () => {
    await d.close();
    await door.close();
  });

  const attemptsTo = (contactPointId: string) =>
    look<Row>(
      d,
      `SELECT id, channel, route, reference, outcome, reason, reported FROM message_attempt
       WHERE contact_point_id = $1 ORDER BY at, id`,
      [contactPointId],
    );
  const reportedOf = async (contactPointId: string) =>
    (await attemptsTo(contactPointId)).map(({ reported }) => reported);
  const pointOf = async (c: Parameters<typeof accountOf>[1], address: string) => {
    const point = (await accountOf(d, c)).contactPoints.find((p) => p.address === address);
    if (!point) throw new Error(`${address} is not on file`);
    return point;
  };
  const undeliverable = (named: string, route?: string) =>
    d.desk.reportDelivery({
      channels: ['sms', 'mail', 'voice'],
      ...(route ? { route } : {}),
      named,
      reported: 'undeliverable',
    });

  it('every try and every report is kept with its route, and nothing of the message', async () => {
    const c = await chosen(d);
    const [phone = ''] = c.holder.phones;
    const { contactPointId, code } = await sentCode(d, c, phone);
    await d.settle();
    await vi.waitFor(async () => expect(await reportedOf(contactPointId)).toEqual(['delivered']));
    const [row] = await attemptsTo(contactPointId);
    expect(row).toMatchObject({ channel: 'sms', route: 'local', outcome: 'accepted' });
    expect(row?.reference).toBe(row?.id);
    const everything = JSON.stringify(
      await look(d, 'SELECT * FROM message_attempt WHERE contact_point_id = $1', [contactPointId]),
    );
    expect(everything, 'R45').not.toContain(code);
    expect(everything, 'R45').not.toContain(phone.slice(3));
    expect(door.answers).not.toContain(401);
  });

  it('a code that is sent again goes over the other network, and the old one is dead', async () => {
    const c = await chosen(d);
    const [phone = ''] = c.holder.phones;
    d.inbox.clear();
    const first = await sentCode(d, c, phone);
    await d.settle();
    const again = await sentCode(d, c, phone);
    await d.settle();
    const rows = await attemptsTo(first.contactPointId);
    expect(rows.map(({ route }) => route)).toEqual(['local', 'local-other']);
    const [newest] = d.inbox.messages({ to: phone });
    expect(newest).toMatchObject({ route: 'local-other' });
    expect(codeIn(newest?.text ?? '')).toBe(again.code);
    const { proofId } = again;
    const old = ok(await d.desk.enterCode(doorOf(c), { proofId, code: first.code }));
    expect(old.matched).toBe(false);
    expect(ok(await d.desk.enterCode(doorOf(c), { proofId, code: again.code })).matched).toBe(true);
  });

  it('R25 a notice that comes back later stops the clock, and says so on the case', async () => {
    const key = await newHolder(d);
    const club = d.planted.holders.find((h) => h.key === key)?.emails[1] ?? '';
    d.inbox.behave({ perAddress: { [club]: 'bounce' } });
    const c = await waiting(d, { key });
    const point = await pointOf(c, club);
    await vi.waitFor(async () => expect((await caseOf(d, c)).wait?.heldSince).toBeDefined());
    const held = await caseOf(d, c);
    expect(held.wait?.length).toBeGreaterThan(hours(47));
    expect(held.notices.find((n) => n.contactPointId === point.id)?.status).toBe('refused');
    expect((await pointOf(c, club)).refusedAt).toBeDefined();
    expect(await reportedOf(point.id)).toEqual(['undeliverable']);
    const [row] = await attemptsTo(point.id);
    expect(row?.reference).toMatch(/^<.+@regain\.example>$/);

    // Heard again, also at the same moment, it changes nothing.
    const before = await countOf(d, c.caseId, 'notice-refused');
    await undeliverable(row?.reference ?? '');
    await undeliverable(row?.id ?? '');
    expect(await countOf(d, c.caseId, 'notice-refused')).toBe(before);
    expect(await countOf(d, c.caseId, 'wait-held')).toBe(1);
  });

  it('R25 a report that overtakes the answer is not lost', async () => {
    const key = await newHolder(d);
    const club = d.planted.holders.find((h) => h.key === key)?.emails[1] ?? '';
    // Between the answer of the server and the commit: the report finds nothing to undo yet.
    d.workerPorts.courier = {
      ...realPost,
      async deliver(job: MessageJob) {
        const delivery = await realPost.deliver(job);
        if (job.to.address === club && delivery.outcome === 'accepted')
          await undeliverable(delivery.attempt ?? '');
        return delivery;
      },
    };
    const c = await waiting(d, { key });
    expect((await caseOf(d, c)).wait?.heldSince).toBeDefined();
    expect(await countOf(d, c.caseId, 'wait-held')).toBe(1);
  });

  const deliveryOf = async (c: Parameters<typeof caseOf>[1], proofId: string) =>
    (await caseOf(d, c)).proofs.find(({ id }) => id === proofId)?.challenge?.delivery;

  it('a code that comes back is shown on the case; the number can be tried over another network', async () => {
    d.inbox.behave({ sms: 'bounce' });
    const c = await chosen(d);
    const [phone = ''] = c.holder.phones;
    const { proofId } = await sentCode(d, c, phone);
    await d.settle();
    await vi.waitFor(async () => expect(await deliveryOf(c, proofId)).toBe('refused'));
    expect((await pointOf(c, phone)).refusedAt).toBeUndefined();
    expect((await sentCode(d, c, phone)).proofId).toBe(proofId);
  });

  it.each(['that a newer has replaced', 'whose time was over'])(
    'a code %s may come back: the number stays live',
    async (which) => {
      d.inbox.behave({ sms: 'lose' });
      const c = await chosen(d);
      const [phone = ''] = c.holder.phones;
      const { proofId, contactPointId } = await sentCode(d, c, phone);
      await d.settle();
      if (which === 'whose time was over') await d.moveClock(minutes(11));
      else {
        await sentCode(d, c, phone);
        await d.settle();
      }
      const [first] = await attemptsTo(contactPointId);
      await undeliverable(first?.id ?? '', first?.route);
      expect((await reportedOf(contactPointId))[0]).toBe('undeliverable');
      expect(await deliveryOf(c, proofId)).toBe('accepted');
      expect((await pointOf(c, phone)).refusedAt).toBeUndefined();
    },
  );

  it('an unknown name, and the try of another route, change nothing and are answered alike', async () => {
    const c = await chosen(d);
    const { contactPointId } = await sentCode(d, c, c.holder.phones[0] ?? '');
    await d.settle();
    await vi.waitFor(async () => expect(await reportedOf(contactPointId)).toEqual(['delivered']));
    const [row] = await attemptsTo(contactPointId);
    const answers = [
      await undeliverable('0199a1b2-0000-7000-8000-00000000dead', 'local'),
      await undeliverable(row?.id ?? '', 'local-other'),
      await undeliverable("'; DROP TABLE message_attempt --", 'local'),
      await undeliverable('x'.repeat(5000), 'local'),
      await undeliverable('a\0b', 'local'),
      // The first that is final stays.
      await undeliverable(row?.id ?? '', 'local'),
    ];
    expect(answers).toEqual([true, true, true, true, true, true]);
    expect(await reportedOf(contactPointId)).toEqual(['delivered']);
    expect(await countOf(d, c.caseId, 'challenge-not-delivered')).toBe(0);
  });

  it('a message of no case marks its contact point alone', async () => {
    const c = await chosen(d);
    const [phone = ''] = c.holder.phones;
    const point = await pointOf(c, phone);
    const account = await accountOf(d, c);
    const { attempts } = d.workerPorts;
    const id = d.secrets.newId();
    const of = {
      organisationId: account.organisationId,
      accountId: account.id,
      contactPointId: point.id,
      effectId: d.secrets.newId(),
    };
    await attempts.begin({ ...of, id, channel: 'voice', route: 'local-calls' });
    await attempts.end({ ...of, id }, { outcome: 'accepted' });
    await undeliverable(id, 'local-calls');
    expect((await pointOf(c, phone)).refusedAt).toBeDefined();
  });

  it('a stranger is refused, recorded without a name, and after thirty a minute not even that', async () => {
    const origin = { address: '203.0.113.77', userAgent: 'curl' };
    const answers: boolean[] = [];
    for (let i = 0; i < 35; i += 1) answers.push(await d.desk.refuseReport(origin));
    expect(answers.filter(Boolean)).toHaveLength(30);
    const [row] = await look<{ n: number }>(
      d,
      `SELECT sum(count)::int AS n FROM anonymous_denial WHERE address = $1 AND action = 'report-delivery'`,
      [origin.address],
    );
    expect(row?.n).toBe(30);
    await d.moveClock(minutes(1) + 1000);
    expect(await d.desk.refuseReport(origin)).toBe(true);
  });

  it('who writes the record: the worker its tries, the web only what was reported', async () => {
    const c = await approved(d);
    await d.settle();
    const point = await pointOf(c, c.holder.phones[0] ?? '');
    const [row] = await attemptsTo(point.id);
    const account = await accountOf(d, c);
    const of = {
      organisationId: account.organisationId,
      accountId: account.id,
      effectId: row?.id ?? '',
    };
    const web = d.ports.attempts;
    const id = d.secrets.newId();
    await expect(web.begin({ ...of, id, channel: 'sms', route: 'x' })).rejects.toThrow(
      /permission/,
    );
    await expect(
      web.end({ organisationId: account.organisationId, id: row?.id ?? '' }, { outcome: 'failed' }),
    ).rejects.toThrow(/permission/);
  });

  // Last: from here on the first network stands aside.
  it('a network that is down hands over to the other; both tries are kept, and the lost one is lost no further', async () => {
    d.inbox.behave({ perRoute: { local: 'down' } });
    const c = await chosen(d);
    const { contactPointId } = await sentCode(d, c, c.holder.phones[0] ?? '');
    await d.settle();
    expect(await attemptsTo(contactPointId)).toMatchObject([
      { route: 'local', outcome: 'failed', reason: expect.stringContaining('sms') },
      { route: 'local-other', outcome: 'accepted', reason: null },
    ]);
    const [failed] = await attemptsTo(contactPointId);
    await undeliverable(failed?.id ?? '', 'local');
    expect(await countOf(d, c.caseId, 'challenge-not-delivered')).toBe(0);
  });
});
