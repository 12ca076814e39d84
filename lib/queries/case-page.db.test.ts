import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Approvable, asked, chosen, fresh, waiting } from '../../test/case-stages';
import { openDesk, type TestDesk } from '../../test/desk';
import { holderOf } from '../../test/desk-over';
import { look } from '../../test/superuser';
import { isRefusal } from '../domain/case/command';
import { approvalsPage } from './approvals';
import { casePage } from './case-page';
import { checkersFor } from './checkers';
import { openingPage } from './opening';

let desk: TestDesk;
let toApprove: Approvable;

beforeAll(async () => {
  desk = await openDesk();
  toApprove = await asked(desk);
});
afterAll(() => desk?.close());

const lines = (type: string) =>
  look<{ data: Record<string, string>; account_id: string; object_id: string; actor_id: string }>(
    desk,
    'SELECT data, account_id, object_id, actor_id FROM event WHERE type = $1 ORDER BY at DESC, id',
    [type],
  );

describe('R38 R39 the page of a case', () => {
  it('R39 is an event: who read whose details, in which case', async () => {
    const before = (await lines('account-read')).length;
    const caller = desk.caller('daan');
    await casePage(caller, toApprove.caseId, desk.pool);
    const [newest, ...others] = await lines('account-read');
    expect(others).toHaveLength(before);
    expect(newest).toMatchObject({
      account_id: toApprove.accountId,
      object_id: toApprove.caseId,
    });
  });

  it('R38 gives no address and no sign-in in full', async () => {
    const page = await casePage(desk.caller('noor'), toApprove.caseId, desk.pool);
    const { holder } = toApprove;
    expect(page?.account.points.length).toBeGreaterThan(1);
    const all = JSON.stringify(page);
    for (const secret of [holder.signIn, ...holder.phones, ...holder.emails])
      expect(all).not.toContain(secret);
  });

  it.each([
    ['another organisation', 'kees'],
    ['a platform administrator', 'olaf'],
  ])('for %s it is not there, exactly like one that does not exist', async (_, who) => {
    const caller = desk.caller(who);
    const unknown = '0190a000-0000-7000-8000-0000000000ff';
    for (const id of [toApprove.caseId, unknown, 'not an id', '']) {
      const reads = (await lines('account-read')).length;
      expect(await casePage(caller, id, desk.pool)).toBeUndefined();
      expect(await lines('account-read')).toHaveLength(reads);
      const [denial] = await lines('denied');
      expect(denial?.data).toEqual({ action: 'read-case', code: 'not-found' });
    }
  });

  it('draws its buttons by the same rules as the gate', async () => {
    const { caseId, planHash } = toApprove;
    for (const who of ['noor', 'daan', 'saskia', 'pim', 'tess', 'mila']) {
      const caller = await fresh(desk, who);
      const page = await casePage(caller, caseId, desk.pool);
      const shown = page?.allowed.acts.decline?.refused;
      const reason = { caseId, reason: 'no' };
      // A reason that is too short stops what would be let through, after everything that the button asks.
      const told = await desk.desk.decline(caller, reason);
      if (shown === undefined) expect(told).toMatchObject({ refused: 'invalid-input' });
      const wrong = await desk.desk.approve(caller, { caseId, planHash: `${planHash}0` });
      expect(isRefusal(wrong) && wrong.refused).toBe(
        page?.allowed.acts.approve?.refused ?? 'plan-changed',
      );
    }
  });

  it('tells what may be sent, and why not', async () => {
    const c = await chosen(desk);
    const before = await casePage(desk.caller('noor'), c.caseId, desk.pool);
    expect(before?.allowed.sends).toEqual({});
    const offer = before?.plan?.offers.find((o) => o.kind === 'email-challenge' && !o.refused);
    const contactPointId = offer?.restsOn ?? '';
    const kind = 'email-challenge' as const;
    for (let i = 0; i < 3; i++)
      await desk.desk.sendChallenge(desk.caller('noor'), {
        caseId: c.caseId,
        kind,
        contactPointId,
      });
    const after = await casePage(desk.caller('noor'), c.caseId, desk.pool);
    expect(after?.allowed.sends[contactPointId]).toMatchObject({ refused: 'too-many-codes' });
  });

  it('holds the wait and the whole history of a case that waits', async () => {
    const c = await waiting(desk);
    const page = await casePage(desk.caller('noor'), c.caseId, desk.pool);
    expect(page?.nextAction).toBe('wait');
    expect(page?.events[0]?.at).toBeDefined();
    expect(page?.events.at(-1)?.type).toBe('case-opened');
    expect(page?.events).toHaveLength(page?.eventCount ?? 0);
    expect(Object.values(page?.people ?? {})).toContain('Pim Smit');
  });

  it('shows the reason that was written down when a case was stopped', async () => {
    const c = await chosen(desk);
    await desk.desk.cancel(desk.caller('noor'), { caseId: c.caseId, reason: 'verkeerd account' });
    const page = await casePage(desk.caller('daan'), c.caseId, desk.pool);
    expect(page?.notes[page.case.endedAt ?? '']).toBe('verkeerd account');
  });
});

describe('the list of what waits for approval', () => {
  const refusedFor = async (who: string) =>
    (await approvalsPage(desk.caller(who), desk.pool)).rows.find(
      (row) => row.id === toApprove.caseId,
    );

  it('says who is not the second person of which case (R20)', async () => {
    expect((await refusedFor('pim'))?.refused).toBeUndefined();
    expect(await refusedFor('tess')).toMatchObject({ opener: 'Noor Jacobs' });
    const own = await asked(desk, { by: 'saskia' });
    const { rows } = await approvalsPage(desk.caller('saskia'), desk.pool);
    expect(rows.find((row) => row.id === own.caseId)?.refused).toBe('approver-opened-case');
  });

  it('is empty for who may approve nothing, and for another organisation', async () => {
    for (const who of ['noor', 'mila', 'kees', 'olaf'])
      expect((await approvalsPage(desk.caller(who), desk.pool)).rows).toEqual([]);
  });
});

describe('opening a case', () => {
  const opening = (who: string, key: string) =>
    openingPage(desk.caller(who), holderOf(desk, key).accountId, desk.pool);

  it('R39 is a read, and shows the cases that are open', async () => {
    const page = await openingPage(desk.caller('daan'), toApprove.accountId, desk.pool);
    expect(page?.openCases.map(({ id }) => id)).toEqual([toApprove.caseId]);
    expect((await lines('account-read'))[0]?.account_id).toBe(toApprove.accountId);
  });

  it('says why it is refused: a disabled account, or the own (R21)', async () => {
    expect((await opening('noor', 'jan'))?.refused).toBe('account-disabled');
    expect((await opening('saskia', 'saskia-account'))?.refused).toBe('own-account');
    expect((await opening('noor', 'anouk'))?.refused).toBeUndefined();
  });

  it.each(['kees', 'mila', 'olaf'])('is not there for %s', async (who) => {
    expect(await opening(who, 'anouk')).toBeUndefined();
  });

  it('names only colleagues of the organisation for an identity check', async () => {
    const page = await casePage(desk.caller('pim'), toApprove.caseId, desk.pool);
    const found = await checkersFor(desk.caller('pim'), page?.organisation.id ?? '', desk.pool);
    expect(found.map(({ name }) => name)).toEqual([
      'Daan Willems',
      'Noor Jacobs',
      'Saskia Bakker',
      'Tess Mulder',
    ]);
    expect(await checkersFor(desk.caller('kees'), page?.organisation.id ?? '', desk.pool)).toEqual(
      [],
    );
  });
});
