import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chosen, fresh } from '../../test/case-stages';
import { doorOf as caseDoor, ok } from '../../test/case-steps';
import { openDesk, type TestDesk } from '../../test/desk';
import {
  came,
  type Door,
  doorOf,
  doorsOf,
  granted,
  LAPTOP,
  type OwnHolder,
  ownHolder,
  showBackupCode,
} from '../../test/own-steps';
import { quietPost } from '../../test/quiet-post';
import { look } from '../../test/superuser';
import {
  type Bent,
  softwareAuthenticator,
} from '../adapters/crypto/testing/software-authenticator';

const site = { origin: 'http://localhost:3000', rpId: 'localhost' };
type Key = ReturnType<typeof softwareAuthenticator>;

/** What a browser on another site, a thief of the line or a broken key would send; the key itself is the right one. */
const FORGED: [string, Bent][] = [
  ['of another site', { origin: 'https://localhost.example' }],
  ['of another port of this one', { origin: 'http://localhost:3001' }],
  ['for another relying party', { rpId: 'localhost.example' }],
  ['in a frame of another site', { crossOrigin: true, topOrigin: 'https://evil.example' }],
  ['to a challenge that nobody asked', { challenge: 'AAAA' }],
  ['that sets a key up', { type: 'webauthn.create' }],
  ['without anybody who touched it', { userPresent: false }],
  ['of a key that now can be copied', { backupEligible: true }],
];

/** Security keys at the two doors where they open something, with answers that a real key would sign. */
describe('R11 a security key', () => {
  let d: TestDesk;
  beforeAll(async () => {
    d = await openDesk();
    quietPost(d);
  });
  afterAll(() => d.close());

  /** Set up by its owner on the own page, long ago. */
  const withKey = async (): Promise<{ holder: OwnHolder; key: Key; factorId: string }> => {
    const holder = await ownHolder(d);
    const begun = await showBackupCode(d, await doorOf(d, holder), 1);
    const signed = await d.desk.readHolderSession('token' in begun ? begun.token : '', LAPTOP);
    if (!signed) throw new Error('not signed in');
    const key = softwareAuthenticator(site);
    const { factorId, options } = granted(await d.desk.offerOwnKey(signed));
    const response = key.register(options, { counter: 1 });
    granted(await d.desk.addOwnKey(signed, { factorId, response, label: 'Key' }));
    await look(
      d,
      `UPDATE factor SET started_at = desk_now() - interval '90 days', added_at = desk_now() - interval '90 days'
       WHERE id = $1`,
      [factorId],
    );
    return { holder, key, factorId };
  };

  describe('when signing in', () => {
    const challenge = async (door: Door) => {
      const page = await d.desk.readHolderFactors(door);
      if (!page?.passkeyOptions) throw new Error('no key is asked for');
      return page.passkeyOptions;
    };
    const show = (door: Door, response: unknown) =>
      d.desk.enterHolderFactor(door, { shown: { kind: 'security-key', response }, trust: false });

    it.each(FORGED)('does not let in with an answer %s', async (_, bent) => {
      const { holder, key } = await withKey();
      const door = await doorOf(d, holder);
      const asked = await challenge(door);
      expect(came(await show(door, key.answer(asked, { counter: 2, ...bent })))).toBe('wrong');
      const next = await challenge(door);
      expect(came(await show(door, key.answer(next, { counter: 3 })))).toBe('in');
    });

    it('does not let in twice with one answer, here or at another sign-in', async () => {
      const { holder, key } = await withKey();
      const [door, other] = (await doorsOf(d, holder, 2)) as [Door, Door];
      const response = key.answer(await challenge(door), { counter: 2 });
      expect(came(await show(other, response))).toBe('wrong');
      expect(came(await show(door, response))).toBe('in');
      expect(came(await show(door, response))).toBe('ticket-over');
    });

    it('asks another challenge after a wrong entry: the answer to the old one is too late', async () => {
      const { holder, key } = await withKey();
      const door = await doorOf(d, holder);
      const response = key.answer(await challenge(door), { counter: 2 });
      const wrong = softwareAuthenticator(site).answer(await challenge(door), { counter: 2 });
      expect(came(await show(door, wrong))).toBe('wrong');
      expect(came(await show(door, response))).toBe('wrong');
    });

    it('that counts behind is a copy, also where the other one was last used in a case', async () => {
      const { holder, key, factorId } = await withKey();
      const first = await doorOf(d, holder);
      expect(came(await show(first, key.answer(await challenge(first), { counter: 5 })))).toBe(
        'in',
      );
      for (const counter of [0, 1, 5]) {
        const door = await doorOf(d, holder);
        const copy = key.answer(await challenge(door), { counter });
        expect(came(await show(door, copy)), `counting ${counter}`).toBe('wrong');
        await look(d, `UPDATE account SET guard = guard || '{"failures":{}}' WHERE id = $1`, [
          holder.accountId,
        ]);
      }
      const c = await inCase(holder);
      expect(
        ok(await prove(c, factorId, (asked) => key.answer(asked, { counter: 9 }))),
      ).toMatchObject({
        matched: true,
      });
      const door = await doorOf(d, holder);
      expect(came(await show(door, key.answer(await challenge(door), { counter: 9 })))).toBe(
        'wrong',
      );
      expect(came(await show(door, key.answer(await challenge(door), { counter: 10 })))).toBe('in');
    });

    it('of somebody else opens nothing', async () => {
      const [mine, theirs] = [await withKey(), await withKey()];
      const door = await doorOf(d, mine.holder);
      const asked = await challenge(door);
      for (const id of [mine.key.id, theirs.key.id])
        expect(came(await show(door, theirs.key.answer(asked, { counter: 2, id })))).toBe('wrong');
    });
  });

  const inCase = ({ key }: OwnHolder) =>
    chosen(d, { key, measures: () => [{ kind: 'add-factor', enrol: 'voice' }] });
  type Chosen = Awaited<ReturnType<typeof inCase>>;

  const prove = async (c: Chosen, factorId: string, answer: (asked: unknown) => unknown) => {
    const { options } = ok(await d.desk.passkeyChallenge(caseDoor(c), { factorId }));
    return d.desk.proveWithPasskey(caseDoor(c), { factorId, response: answer(options) });
  };

  describe('in a case', () => {
    it.each(FORGED)('proves nothing with an answer %s', async (_, bent) => {
      const { holder, key, factorId } = await withKey();
      const c = await inCase(holder);
      const forged = (asked: unknown) => key.answer(asked, { counter: 2, ...bent });
      expect(ok(await prove(c, factorId, forged)).matched).toBe(false);
      const honest = (asked: unknown) => key.answer(asked, { counter: 3 });
      expect(ok(await prove(c, factorId, honest)).matched).toBe(true);
    });

    it('proves nothing with the answer of another case, or of one that went on', async () => {
      const { holder, key, factorId } = await withKey();
      const c = await inCase(holder);
      const { options } = ok(await d.desk.passkeyChallenge(caseDoor(c), { factorId }));
      const early = key.answer(options, { counter: 2 });
      ok(
        await d.desk.cancel(await fresh(d, c.by), { caseId: c.caseId, reason: 'the line was cut' }),
      );
      const again = await inCase(holder);
      expect(ok(await prove(again, factorId, () => early)).matched).toBe(false);
      const asked = ok(await d.desk.passkeyChallenge(caseDoor(again), { factorId })).options;
      const first = key.answer(asked, { counter: 3 });
      const show = () => d.desk.proveWithPasskey(caseDoor(again), { factorId, response: first });
      expect(ok(await show()).matched).toBe(true);
      expect(await show()).toMatchObject({ refused: 'already-proven' });
    });

    it('that counts behind its last sign-in is a copy', async () => {
      const { holder, key, factorId } = await withKey();
      const door = await doorOf(d, holder);
      const asked = (await d.desk.readHolderFactors(door))?.passkeyOptions;
      const response = key.answer(asked, { counter: 7 });
      const shown = { kind: 'security-key', response } as const;
      expect(came(await d.desk.enterHolderFactor(door, { shown, trust: false }))).toBe('in');
      const c = await inCase(holder);
      for (const counter of [6, 7])
        expect(ok(await prove(c, factorId, (of) => key.answer(of, { counter }))).matched).toBe(
          false,
        );
      expect(ok(await prove(c, factorId, (of) => key.answer(of, { counter: 8 }))).matched).toBe(
        true,
      );
    });
  });
});
