import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseOf, waiting } from '../../../test/case-stages';
import { authenticatorCode } from '../../../test/case-steps';
import { openDesk, type TestDesk } from '../../../test/desk';
import {
  came,
  type Door,
  doorOf,
  granted,
  ownHolder,
  sentCodeOf,
  sessionOf,
  showCode,
  withPolicy,
  wrongFor,
} from '../../../test/own-steps';
import { look } from '../../../test/superuser';
import { hours } from '../../domain/time';
import { ownActivity } from '../../queries/own-page';

describe('signing in to an account without any second factor', () => {
  let d: TestDesk;
  beforeAll(async () => {
    d = await openDesk();
  });
  afterAll(() => d.close());

  const bare = async () => {
    const holder = await ownHolder(d);
    await look(d, 'DELETE FROM factor WHERE account_id = $1', [holder.accountId]);
    return holder;
  };
  const shownAt = async (door: Door) =>
    (await d.desk.readHolderFactors(door))?.factors.map(({ kind, standsIn }) => ({
      kind,
      standsIn,
    }));
  const smsOf = async (door: Door) => {
    const page = await d.desk.readHolderFactors(door);
    return page?.factors.find(({ kind }) => kind === 'sms')?.id ?? '';
  };
  /** By SMS to the number on file. */
  const enter = async (door: Door) => {
    const factorId = await smsOf(door);
    const { sent } = granted(await d.desk.sendSignInCode(door, { factorId }));
    return showCode(d, door, factorId, sentCodeOf(d, sent));
  };

  it('a code to what is on file lets in, as if a factor had been shown', async () => {
    const holder = await bare();
    const door = await doorOf(d, holder);
    expect(await shownAt(door)).toEqual([
      { kind: 'sms', standsIn: true },
      { kind: 'email-code', standsIn: true },
      { kind: 'email-code', standsIn: true },
    ]);
    const factorId = await smsOf(door);
    const { sent } = granted(await d.desk.sendSignInCode(door, { factorId }));
    await d.settle();
    const [sms] = d.inbox.messages({ to: holder.phones[0] ?? '' });
    const code = sentCodeOf(d, sent);
    expect(sms?.text).toContain(code);
    expect(came(await showCode(d, door, factorId, wrongFor(code)))).toBe('wrong');
    const session = await sessionOf(d, await showCode(d, door, factorId, code));
    expect(session.fresh).toBe(true);
    expect(session.session.factorId).toBeUndefined();
    const [signIn] = await look<Record<string, string | null>>(
      d,
      "SELECT factor_id, contact_point_id FROM sign_in WHERE account_id = $1 AND outcome = 'ok'",
      [holder.accountId],
    );
    expect(signIn).toEqual({ factor_id: null, contact_point_id: factorId });
    const { signIns } = await ownActivity(session.caller, d.pool);
    expect(signIns.map(({ outcome, factor }) => ({ outcome, factor }))).toEqual([
      { outcome: 'ok', factor: 'sms' },
      { outcome: 'wrong-factor', factor: 'sms' },
    ]);
    // The first second factor is set up from here, and from then on nothing stands in for one.
    const offer = granted(await d.desk.offerOwnApp(session));
    const shown = await authenticatorCode(d, offer.secret);
    granted(await d.desk.addOwnApp(session, { ...offer, code: shown, label: 'Telefoon' }));
    const later = await doorOf(d, holder);
    expect(await shownAt(later)).toEqual([{ kind: 'authenticator-app', standsIn: undefined }]);
    expect(await d.desk.sendSignInCode(later, { factorId })).toEqual({
      refused: 'factor-unavailable',
    });
  });

  it('R28 such a sign-in pauses no case', async () => {
    const holder = await ownHolder(d);
    const open = await waiting(d, { key: holder.key });
    await look(d, 'DELETE FROM factor WHERE account_id = $1', [holder.accountId]);
    const answer = await enter(await doorOf(d, holder));
    expect(came(answer)).toBe('in');
    expect(answer).not.toHaveProperty('pausedCaseId');
    expect((await caseOf(d, open)).status).toBe('waiting');
  });

  it('no cookie of a trusted device comes of it', async () => {
    const holder = await bare();
    const door = await doorOf(d, holder);
    const factorId = await smsOf(door);
    const { sent } = granted(await d.desk.sendSignInCode(door, { factorId }));
    const shown = { kind: 'code', factorId, code: sentCodeOf(d, sent) } as const;
    const answer = await d.desk.enterHolderFactor(door, { shown, trust: true });
    expect(came(answer)).toBe('in');
    expect(answer).not.toHaveProperty('deviceToken');
  });

  it('R2 nothing stands in for a factor that was taken away lately', async () => {
    const holder = await ownHolder(d);
    const remove = (at: string) =>
      look(d, `UPDATE factor SET removed_at = desk_now() - $2::interval WHERE account_id = $1`, [
        holder.accountId,
        at,
      ]);
    await remove('1 day');
    const door = await doorOf(d, holder);
    expect(await shownAt(door)).toEqual([]);
    const { id } = (
      await look<{ id: string }>(
        d,
        "SELECT id FROM contact_point WHERE account_id = $1 AND kind = 'phone'",
        [holder.accountId],
      )
    )[0] ?? { id: '' };
    expect(await d.desk.sendSignInCode(door, { factorId: id })).toEqual({
      refused: 'factor-unavailable',
    });
    expect(came(await showCode(d, door, id, '123456'))).toBe('factor-unavailable');
    await remove('91 days');
    expect(await shownAt(await doorOf(d, holder))).toHaveLength(3);
  });

  it('who had only e-mail codes gets an SMS when the organisation switches those off', async () => {
    const holder = await ownHolder(d, { organisation: 'gemeente' });
    await look(
      d,
      `UPDATE factor SET kind = 'email-code', contact_point_id = (SELECT id FROM contact_point
         WHERE account_id = $1 AND kind = 'email' LIMIT 1) WHERE account_id = $1 AND kind = 'sms'`,
      [holder.accountId],
    );
    await look(d, "DELETE FROM factor WHERE account_id = $1 AND kind <> 'email-code'", [
      holder.accountId,
    ]);
    expect(await shownAt(await doorOf(d, holder))).toEqual([
      { kind: 'email-code', standsIn: undefined },
    ]);
    // A policy from before the setting existed allows them.
    await look(
      d,
      `UPDATE policy_version SET policy = policy::jsonb - 'emailCodesAllowed' WHERE organisation_id = $1`,
      [holder.organisationId],
    );
    expect(await shownAt(await doorOf(d, holder))).toHaveLength(1);
    await withPolicy(d, holder.organisationId, { emailCodesAllowed: false });
    const door = await doorOf(d, holder);
    expect(await shownAt(door)).toEqual([{ kind: 'sms', standsIn: true }]);
    const session = await sessionOf(d, await enter(door));
    const { contactPoints, factors } = session.read.account;
    const mailbox = contactPoints.find(
      ({ id, kind }) =>
        kind === 'email' && !factors.some(({ contactPointId }) => contactPointId === id),
    );
    expect(
      await d.desk.offerSentFactor(session, {
        kind: 'email-code',
        contactPointId: mailbox?.id ?? '',
        label: 'E-mail',
      }),
    ).toEqual({ refused: 'email-codes-not-allowed' });
  });

  it('R12 wrong codes count on the contact point, over tickets', async () => {
    const holder = await bare();
    const [first, second] = [await doorOf(d, holder), await doorOf(d, holder)];
    const factorId = await smsOf(first);
    const { sent } = granted(await d.desk.sendSignInCode(first, { factorId }));
    const wrong = wrongFor(sentCodeOf(d, sent));
    for (const _ of [1, 2, 3]) await showCode(d, first, factorId, wrong);
    const again = await d.desk.sendSignInCode(second, { factorId });
    expect(again).toMatchObject({ refused: 'sign-in-wait' });
    await d.moveClock(hours(1));
    expect(came(await enter(await doorOf(d, holder)))).toBe('in');
  });
});
