import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  accountOf,
  asked,
  caseOf,
  chosen,
  enrolling,
  executing,
  fresh,
  sentCode,
  waiting,
} from '../../test/case-stages';
import { authenticatorCode, doorOf, ok } from '../../test/case-steps';
import { openDesk, type TestDesk } from '../../test/desk';
import { holderOf } from '../../test/desk-over';
import { newHolder, replaceApp } from '../../test/new-holder';
import { quietPost } from '../../test/quiet-post';
import { look } from '../../test/superuser';
import { isRefusal } from '../domain/case/command';
import { minutes } from '../domain/time';
import type { HolderDoor } from './holder/door';

const NOWHERE = '0190a000-0000-7000-8000-00000000dead';

describe('attempts to break in, below the browser', () => {
  let d: TestDesk;
  beforeAll(async () => {
    d = await openDesk();
    quietPost(d);
  });
  afterAll(() => d.close());

  const elsewhere = (door: HolderDoor, screenToken = 'another browser'): HolderDoor => ({
    handle: door.handle,
    origin: door.origin,
    screenToken,
  });

  describe('R8 a forged destination', () => {
    it('is refused, whatever stands in it, and nothing is sent', async () => {
      const post = quietPost(d);
      const c = await chosen(d);
      const other = await accountOf(d, await chosen(d));
      const far = await accountOf(d, {
        ...(await chosen(d, { key: await newHolder(d, { organisation: 'gemeente' }) })),
        by: 'noor',
      });
      const noor = await fresh(d, 'noor');
      const destinations = [
        other.contactPoints[0]?.id ?? '',
        far.contactPoints[0]?.id ?? '',
        NOWHERE,
        'mallory@example.com',
        '+31600000000',
        `${other.contactPoints[0]?.id}' OR true --`,
        '',
      ];
      for (const contactPointId of destinations)
        for (const kind of ['email-challenge', 'sms-challenge'] as const)
          expect(
            await d.desk.sendChallenge(noor, { caseId: c.caseId, kind, contactPointId }),
          ).toEqual({ refused: 'contact-point-unknown' });
      // An address of the account itself, but as another kind.
      const [email] = (await accountOf(d, c)).contactPoints.filter((p) => p.kind === 'email');
      expect(
        await d.desk.sendChallenge(noor, {
          caseId: c.caseId,
          kind: 'sms-challenge',
          contactPointId: email?.id ?? '',
        }),
      ).toEqual({ refused: 'contact-point-unknown' });
      await d.settle();
      expect(post.sent).toEqual([]);
      expect((await caseOf(d, c)).proofs).toEqual([]);
    });

    it('taken off file after the code was asked for gets no code', async () => {
      const post = quietPost(d);
      const c = await chosen(d);
      const { contactPointId } = await sentCode(d, c, c.holder.emails[0] ?? '');
      await look(d, 'UPDATE contact_point SET removed_at = desk_now() WHERE id = $1', [
        contactPointId,
      ]);
      await d.settle();
      expect(post.sent).toEqual([]);
    });
  });

  describe('R15 the case secret', () => {
    it('of an older generation opens nothing; the screen of the new one goes on', async () => {
      const c = await executing(d);
      const screen = elsewhere(c.door, 'at the town hall');
      const { number } = ok(await d.desk.offerScreen(screen));
      ok(
        await d.desk.recordIdentityCheck(await fresh(d, 'saskia'), {
          caseId: c.caseId,
          mode: 'in-person',
          documentKind: 'passport',
          place: 'town hall',
          result: 'matches',
          screenNumber: number,
        }),
      );
      const { newSecret } = ok(await d.desk.showSecret(screen));
      expect(await d.desk.showSecret(screen)).toEqual({ refused: 'nothing-to-do' });
      expect(await d.desk.showSecret(elsewhere(c.door))).toEqual({ refused: 'screen-unknown' });
      const { planHash = '' } = await caseOf(d, c);
      ok(await d.desk.approve(await fresh(d, 'pim'), { caseId: c.caseId, planHash }));

      expect(await d.desk.startEnrolment(c.door)).toEqual({ refused: 'secret-needed' });
      expect(await d.desk.typeSecret(screen, { secret: c.door.secret ?? '' })).toEqual({
        refused: 'secret-needed',
      });
      expect(ok(await d.desk.startEnrolment({ ...screen, secret: newSecret })).kind).toBe(
        'authenticator-app',
      );
    });

    it('is needed in every other browser: for later proofs, for a reported loss, for the new factor', async () => {
      const c = await chosen(d);
      const first = await sentCode(d, c, c.holder.emails[0] ?? '');
      ok(await d.desk.enterCode(doorOf(c), first));
      const second = await sentCode(d, c, c.holder.phones[0] ?? '');
      const stranger = elsewhere(doorOf(c));
      expect(await d.desk.enterCode(stranger, second)).toEqual({ refused: 'secret-needed' });
      expect(await d.desk.reportLoss(stranger, { ids: [c.holder.appId ?? ''] })).toEqual({
        refused: 'secret-needed',
      });
      const ready = await executing(d);
      for (const door of [
        elsewhere(ready.door),
        { ...ready.door, secret: 'AAAAA-AAAAA-AAAAA-AAAAA-AAAAA-A' },
        { ...ready.door, secret: '' },
      ])
        expect(await d.desk.startEnrolment(door)).toEqual({ refused: 'secret-needed' });
      const { secret: _, ...sameBrowserWithoutIt } = ready.door;
      expect(await d.desk.startEnrolment(sameBrowserWithoutIt)).toEqual({
        refused: 'secret-needed',
      });
    });

    it('does not let a second browser confirm what the first began', async () => {
      const c = await enrolling(d);
      const code = await authenticatorCode(d, c.seed);
      expect(
        await d.desk.confirmEnrolment(elsewhere(c.door), { factorId: c.factorId, code }),
      ).toEqual({ refused: 'secret-needed' });
    });

    it('R6 a number of a screen of another case gives its screen nothing', async () => {
      const [c, other] = [await chosen(d), await chosen(d)];
      const { number } = ok(await d.desk.offerScreen(elsewhere(doorOf(other))));
      ok(await d.desk.offerScreen(elsewhere(doorOf(c), 'theirs')));
      const check = {
        mode: 'in-person',
        documentKind: 'passport',
        place: 'town hall',
        result: 'matches',
        screenNumber: number,
      } as const;
      expect(
        await d.desk.recordIdentityCheck(await fresh(d, 'saskia'), { caseId: c.caseId, ...check }),
      ).toEqual({ refused: 'screen-unknown' });
    });
  });

  describe('R21 R22 people and accounts', () => {
    it('R21 nobody works on their own account, by person, by sign-in or by number', async () => {
      const accountId = holderOf(d, 'saskia-account').accountId;
      const saskia = await fresh(d, 'saskia');
      expect(await d.desk.openCase(saskia, { accountId, symptom: 'app-lost' })).toEqual({
        refused: 'own-account',
      });
      const c = await asked(d);
      const person = (await accountOf(d, c)).personId;
      const pim = await fresh(d, 'pim');
      if (pim.actor.kind !== 'staff') throw new Error('pim is staff');
      const holders = [
        { ...pim.actor, personId: person },
        { ...pim.actor, addresses: [c.holder.signIn] },
        { ...pim.actor, addresses: [c.holder.emails[1] ?? ''] },
        { ...pim.actor, addresses: [c.holder.phones[0] ?? ''] },
      ];
      const plan = { caseId: c.caseId, planHash: c.planHash };
      const point = { caseId: c.caseId, kind: 'email-challenge', contactPointId: NOWHERE } as const;
      for (const actor of holders) {
        const self = { ...pim, actor };
        expect(await d.desk.approve(self, plan)).toEqual({ refused: 'own-account' });
        expect(await d.desk.takeCase(self, { caseId: c.caseId })).toEqual({
          refused: 'own-account',
        });
        expect(await d.desk.sendChallenge(self, point)).toEqual({ refused: 'own-account' });
        expect(await d.desk.cancel(self, { caseId: c.caseId, reason: 'mine, leave it' })).toEqual({
          refused: 'own-account',
        });
      }
    });

    it.each(['rolf', 'saskia-account'])(
      'R22 until it stands, no case gives access to %s',
      async (key) => {
        const { accountId } = holderOf(d, key);
        const noor = await fresh(d, 'noor');
        const opened = ok(await d.desk.openCase(noor, { accountId, symptom: 'app-lost' }));
        const { id: caseId } = opened.case;
        ok(await d.desk.finishRunbook(noor, { caseId, helped: false }));
        const measures = [{ kind: 'add-factor', enrol: 'authenticator-app' }] as const;
        expect(await d.desk.chooseMeasures(noor, { caseId, measures: [...measures] })).toEqual({
          refused: 'account-privileged',
        });
        expect(await d.desk.askApproval(noor, { caseId })).toMatchObject({
          refused: 'wrong-status',
        });
      },
    );

    it('R22 an account that becomes privileged under way gets no further', async () => {
      const c = await asked(d);
      await look(d, 'UPDATE account SET privileged = true WHERE id = $1', [c.accountId]);
      expect(
        await d.desk.approve(await fresh(d, 'pim'), { caseId: c.caseId, planHash: c.planHash }),
      ).toEqual({ refused: 'account-privileged' });
    });

    it('R36 a membership that ended, a role that was never held, an old sign-in: refused', async () => {
      const c = await asked(d);
      const plan = { caseId: c.caseId, planHash: c.planHash };
      const pim = await fresh(d, 'pim');
      if (pim.actor.kind !== 'staff') throw new Error('pim is staff');
      const without = { ...pim, actor: { ...pim.actor, memberships: [] } };
      expect(await d.desk.approve(without, plan)).toEqual({ refused: 'not-found' });
      expect(await d.desk.approve(await fresh(d, 'daan'), plan)).toEqual({
        refused: 'not-allowed',
      });
      expect(await d.desk.approve(await fresh(d, 'mila'), plan)).toEqual({
        refused: 'not-allowed',
      });
      expect(await d.desk.approve(await fresh(d, 'olaf'), plan)).toEqual({ refused: 'not-found' });
      await d.moveClock(minutes(6));
      expect(await d.desk.approve(pim, plan)).toEqual({ refused: 'reauthenticate' });
    });
  });

  it('script in a free text stays text: stored as it was typed, and never markup in a message', async () => {
    const script = `<script>alert("1")</script><img src=x onerror=alert(1)>'; DROP TABLE event; --`;
    const lively = await openDesk();
    try {
      const key = await newHolder(lively, { name: script });
      const c = await waiting(lively, { key, measures: replaceApp });
      const noor = await fresh(lively, 'noor');
      ok(await lively.desk.cancel(noor, { caseId: c.caseId, reason: script }));
      await lively.settle();
      const notes = await look<{ text: string }>(
        lively,
        'SELECT text FROM note WHERE case_id = $1',
        [c.caseId],
      );
      expect(notes).toEqual([{ text: script }]);
      const [event] = await look<{ data: { reasonHash: string } }>(
        lively,
        `SELECT data FROM event WHERE type = 'case-cancelled'`,
      );
      expect(event?.data.reasonHash).toBe(lively.secrets.hash(script));
      const messages = lively.inbox.messages();
      expect(messages.length).toBeGreaterThan(5);
      for (const { html = '' } of messages) {
        expect(html).not.toContain('<script>alert');
        expect(html).not.toContain('<img src=x');
      }
    } finally {
      await lively.close();
    }
  });

  describe('R14 a handle that is nobody’s', () => {
    const from = (i: number, handle: string): HolderDoor => ({
      handle,
      origin: { address: `192.0.2.${i}`, userAgent: 'x' },
    });

    it('is answered as one of a case that has ended, one that cannot be read, and one tried too often', async () => {
      const ended = await chosen(d);
      ok(
        await d.desk.cancel(await fresh(d, 'noor'), {
          caseId: ended.caseId,
          reason: 'the line was cut',
        }),
      );
      const answers = [];
      for (const handle of [
        ended.handle,
        'ZZZZZZZZZZ',
        'no handle',
        '',
        ended.handle.toLowerCase(),
        "' OR 1=1 --",
      ])
        answers.push(await d.desk.findHandle(from(1, handle)));
      const open = await chosen(d);
      for (let i = 0; i < 61; i++) await d.desk.findHandle(from(2, 'ZZZZZZZZZZ'));
      answers.push(await d.desk.findHandle(from(2, open.handle)));
      expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
        new Set(['{"refused":"not-found"}']),
      );
      expect(isRefusal(await d.desk.findHandle(from(3, open.handle)))).toBe(false);
    });

    it('takes as long as one of a case that has ended', async () => {
      const ended = await chosen(d);
      ok(
        await d.desk.cancel(await fresh(d, 'noor'), {
          caseId: ended.caseId,
          reason: 'the line was cut',
        }),
      );
      const took: Record<'ended' | 'unknown', number[]> = { ended: [], unknown: [] };
      for (let i = 0; i < 80; i++)
        for (const [which, handle] of [
          ['ended', ended.handle],
          ['unknown', 'ZZZZZZZZZZ'],
        ] as const) {
          const start = performance.now();
          await d.desk.findHandle(from(10 + (i % 100), handle));
          took[which].push(performance.now() - start);
        }
      const median = (times: number[]) => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;
      const ratio = median(took.ended) / median(took.unknown);
      expect(ratio).toBeGreaterThan(0.5);
      expect(ratio).toBeLessThan(2);
    });
  });
});
