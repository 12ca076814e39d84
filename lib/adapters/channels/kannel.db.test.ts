import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { freePort } from '../../../local/ports';
import { caseOf, chosen, sentCode } from '../../../test/case-stages';
import { codeIn, doorOf, ok } from '../../../test/case-steps';
import { openDesk, type TestDesk } from '../../../test/desk';
import { openReportDoor } from '../../../test/report-door';
import { look } from '../../../test/superuser';
import { hasKannel, startKannel } from './testing/kannel';
import { channels, messageTo } from './testing/routes';
import { type Smsc, startSmsc } from './testing/smsc';

if (!hasKannel) console.log('not run: kannel missing');

const WAITS = { timeout: 15_000, interval: 50 };

describe.skipIf(!hasKannel)('a real Kannel with two networks', () => {
  let d: TestDesk;
  let door: Awaited<ReturnType<typeof openReportDoor>>;
  let kannel: Awaited<ReturnType<typeof startKannel>>;
  let first: Smsc;
  let other: Smsc;

  beforeAll(async () => {
    [first, other] = [await startSmsc(await freePort()), await startSmsc(await freePort())];
    kannel = await startKannel({
      networks: [
        { name: 'local', port: first.port },
        { name: 'local-other', port: other.port },
      ],
      username: 'local',
      password: 'local',
    });
    door = await openReportDoor();
    d = await openDesk(undefined, { ...door.given, smsUrl: kannel.url });
    door.opensOn(d);
  });
  afterAll(async () => {
    await d?.close();
    await kannel?.stop();
    await Promise.all([door?.close(), first?.stop(), other?.stop()]);
  });

  const attemptsTo = (contactPointId: string) =>
    look<{ route: string; outcome: string; reason: string | null; reported: string | null }>(
      d,
      `SELECT route, outcome, reason, reported FROM message_attempt WHERE contact_point_id = $1 ORDER BY at, id`,
      [contactPointId],
    );
  /** Of a message in two parts the code stands in the first. */
  const codesAt = (smsc: Smsc, to: string) =>
    smsc.taken.filter((message) => message.to === to).flatMap(({ text }) => codeIn(text) ?? []);

  it('carries a code, and tells that it was delivered with credentials that stand in no address', async () => {
    const c = await chosen(d);
    const [phone = ''] = c.holder.phones;
    const { contactPointId, code } = await sentCode(d, c, phone);
    await d.settle();
    await vi.waitFor(() => expect(codesAt(first, phone)).toEqual([code]), WAITS);
    await vi.waitFor(
      async () =>
        expect(await attemptsTo(contactPointId)).toEqual([
          { route: 'local', outcome: 'accepted', reason: null, reported: 'delivered' },
        ]),
      WAITS,
    );
    expect(door.answers.length).toBeGreaterThan(0);
    expect(new Set(door.answers)).toEqual(new Set([204]));
  });

  it('a code that is sent again goes over the other network', async () => {
    const c = await chosen(d);
    const [phone = ''] = c.holder.phones;
    const before = await sentCode(d, c, phone);
    await d.settle();
    const { proofId, code } = await sentCode(d, c, phone);
    await d.settle();
    await vi.waitFor(() => expect(codesAt(other, phone)).toEqual([code]), WAITS);
    expect(codesAt(first, phone)).toEqual([before.code]);
    const entered = ok(await d.desk.enterCode(doorOf(c), { proofId, code }));
    expect(entered.matched).toBe(true);
  });

  it.each(['refuses', 'loses'] as const)(
    'R25 a number that the network %s is shown on the case',
    async (what) => {
      const c = await chosen(d);
      const [phone = ''] = c.holder.phones;
      first[what].add(phone);
      const { proofId, contactPointId } = await sentCode(d, c, phone);
      await d.settle();
      await vi.waitFor(async () => {
        const proof = (await caseOf(d, c)).proofs.find(({ id }) => id === proofId);
        expect(proof?.challenge?.delivery).toBe('refused');
      }, WAITS);
      expect((await attemptsTo(contactPointId))[0]).toMatchObject({ reported: 'undeliverable' });
    },
  );

  it('wrong credentials are about the route, never about the number', async () => {
    const wrong = {
      kind: 'kannel' as const,
      name: 'local',
      url: kannel.url,
      username: 'local',
      password: 'guess',
      from: 'Regain',
      priority: 1,
    };
    const { sms } = channels({ smsRoutes: [wrong] });
    expect(await sms.send(messageTo('+31612345678'))).toMatchObject({
      outcome: 'failed',
      reason: 'sms http 403',
    });
  });

  it('one network stops in mid-test: codes go over the other, and what was kept comes when it is back', async () => {
    await first.stop();
    await kannel.until('offline', async () => !(await kannel.isOnline('local')));
    const c = await chosen(d);
    const [phone = ''] = c.holder.phones;
    const { contactPointId, code } = await sentCode(d, c, phone);
    await d.settle();
    await vi.waitFor(() => expect(codesAt(other, phone)).toEqual([code]), WAITS);
    expect(await attemptsTo(contactPointId)).toMatchObject([
      { route: 'local', outcome: 'failed', reason: 'sms kept for later' },
      { route: 'local-other', outcome: 'accepted' },
    ]);

    // It stands aside now: the next one does not even try it.
    const next = await chosen(d);
    const { contactPointId: nextPoint } = await sentCode(d, next, next.holder.phones[0] ?? '');
    await d.settle();
    expect(await attemptsTo(nextPoint)).toMatchObject([{ route: 'local-other' }]);

    await first.start();
    await vi.waitFor(() => expect(codesAt(first, phone)).toEqual([code]), WAITS);
    expect((await caseOf(d, c)).proofs[0]?.challenge?.delivery).toBe('accepted');
  });
});
