import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDesk, type TestDesk } from '../../../test/desk';
import { holderOf } from '../../../test/desk-over';
import { look } from '../../../test/superuser';

let desk: TestDesk;

const events = (type: string, objectId: string) =>
  look<{ data: Record<string, unknown>; account_id: string | null }>(
    desk,
    'SELECT data, account_id FROM event WHERE type = $1 AND object_id = $2',
    [type, objectId],
  );

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk?.close());

describe('unmasking', () => {
  const pointOf = async (accountId: string, kind: string) =>
    (
      await look<{ id: string }>(
        desk,
        'SELECT id FROM contact_point WHERE account_id = $1 AND kind = $2',
        [accountId, kind],
      )
    )[0]?.id ?? '';

  it('R38 shows one contact point, for a reason that is kept beside the event', async () => {
    const { accountId } = holderOf(desk, 'esra');
    const what = await pointOf(accountId, 'phone');
    const reason = 'Beller noemt een ander nummer';
    expect(await desk.desk.unmask(desk.caller('noor'), { accountId, what, reason })).toEqual({
      text: '+31612345609',
    });
    const [event] = await events('account-unmasked', what);
    expect(event).toMatchObject({
      account_id: accountId,
      data: { reasonHash: desk.secrets.hash(reason) },
    });
    expect(await look(desk, 'SELECT text FROM note WHERE account_id = $1', [accountId])).toEqual([
      { text: reason },
    ]);
  });

  it('R38 needs a reason, and only shows what is on this account', async () => {
    const { accountId } = holderOf(desk, 'esra');
    const what = await pointOf(accountId, 'phone');
    const foreign = await pointOf(holderOf(desk, 'fatima').accountId, 'email');
    const noor = desk.caller('noor');
    expect(await desk.desk.unmask(noor, { accountId, what, reason: ' .' })).toEqual({
      refused: 'invalid-input',
    });
    expect(
      await desk.desk.unmask(noor, { accountId, what: foreign, reason: 'wil ik weten' }),
    ).toEqual({ refused: 'contact-point-unknown' });
    expect(
      await desk.desk.unmask(desk.caller('mila'), { accountId, what, reason: 'wil ik weten' }),
    ).toEqual({ refused: 'not-allowed' });
    expect(
      await desk.desk.unmask(desk.caller('kees'), { accountId, what, reason: 'wil ik weten' }),
    ).toEqual({ refused: 'not-found' });
    expect(await events('account-unmasked', foreign)).toEqual([]);
  });

  it('R21 nobody unmasks the own account', async () => {
    const { accountId } = holderOf(desk, 'saskia-account');
    expect(
      await desk.desk.unmask(desk.caller('saskia'), {
        accountId,
        what: 'sign-in',
        reason: 'mijn eigen',
      }),
    ).toEqual({ refused: 'own-account' });
    expect(
      await desk.desk.unmask(desk.caller('pim'), {
        accountId,
        what: 'sign-in',
        reason: 'op verzoek',
      }),
    ).toEqual({ text: 'saskia.bakker@zorgpunt.example' });
  });
});
