import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORGANISATIONS } from '../../../prisma/seed/people';
import {
  ask,
  askedCase,
  requestCode,
  requestMessage,
  requestsOf,
  somewhere,
} from '../../../test/asking-steps';
import { caseOf, chosen, fresh } from '../../../test/case-stages';
import { codeIn, ok } from '../../../test/case-steps';
import { openDesk, type TestDesk } from '../../../test/desk';
import { holderOf } from '../../../test/desk-over';
import { newHolder } from '../../../test/new-holder';
import { wrongFor } from '../../../test/own-steps';
import { look } from '../../../test/superuser';
import { forgetRequests } from '../../adapters/db/recovery-requests';
import { inScope } from '../../adapters/db/scope';
import { minutes } from '../../domain/time';
import { approvalsPage } from '../../queries/approvals';
import { loadHolderPage } from '../../queries/holder-page';
import { queuePage } from '../../queries/queue';

const holding = async (d: TestDesk, more: Parameters<typeof newHolder>[1] = {}) =>
  holderOf(d, await newHolder(d, more));

const casesOf = (d: TestDesk, accountId: string) =>
  look<{ id: string; status: string; opened_by: string | null }>(
    d,
    'SELECT id, status, opened_by FROM recovery_case WHERE account_id = $1',
    [accountId],
  );

describe('asking for recovery without calling', () => {
  let d: TestDesk;
  beforeAll(async () => {
    d = await openDesk();
  });
  afterAll(() => d.close());

  it('R42 R15 the code that comes back on the screen that asked opens a case for the desk', async () => {
    const holder = await holding(d);
    const screen = await ask(d, holder);
    const mail = await requestMessage(d, holder.accountId);
    // R10, R5: for whom, what for, what would change, and that nobody will ask for it.
    expect(mail.text).toContain('Zorgpunt');
    expect(mail.text).toContain('een nieuwe authenticator-app in plaats van je oude app');
    expect(mail.text).toContain('Niemand vraagt je om deze code');
    expect(mail.subject).not.toMatch(/\d{6}/);
    const opened = ok(await d.desk.answerRequest({ ...screen, code: codeIn(mail.text) ?? '' }));
    const found = await d.ports.store.findHandle(opened.handle);
    const c = await caseOf(d, { caseId: found?.caseId ?? '', by: 'noor' });
    expect(c).toMatchObject({
      status: 'collecting',
      asked: true,
      symptom: 'app-lost',
      runbookHelped: false,
      measures: [{ kind: 'replace-factor', factorId: holder.appId, enrol: 'authenticator-app' }],
      secret: { generation: 1, screenId: d.secrets.hash(opened.screenToken), shown: true },
    });
    expect(c.openedBy).toBeUndefined();
    expect(c.assigneeId).toBeUndefined();
    expect(c.proofs).toMatchObject([{ kind: 'email-challenge', status: 'given', weight: 2 }]);
    expect(c.plan?.meansNeeded).toBe(2);
    // The screen follows it as after any first proof.
    const door = { handle: c.handle, screenToken: opened.screenToken, origin: screen.origin };
    const held = ok(await d.desk.findHandle({ ...door, secret: opened.newSecret ?? '' }));
    const view = await loadHolderPage(d.pool, held.caller);
    expect(view?.asked).toBe(true);
    expect(view?.held).toBeDefined();
    const stranger = ok(await d.desk.findHandle({ handle: c.handle, origin: screen.origin }));
    expect((await loadHolderPage(d.pool, stranger.caller))?.held).toBeUndefined();
  });

  it('R42 unanswered it is gone within the hour, and nothing of it stands on the account', async () => {
    const holder = await holding(d);
    const traces = async () => ({
      events: await look(d, 'SELECT id FROM event WHERE account_id = $1', [holder.accountId]),
      objects: await look(d, 'SELECT id FROM event WHERE object_id = $1', [holder.accountId]),
      cases: await casesOf(d, holder.accountId),
      alarms: await look(d, 'SELECT subject FROM alarm WHERE subject_id = $1', [holder.accountId]),
    });
    const before = await traces();
    const screen = await ask(d, holder);
    await d.desk.answerRequest({
      ...screen,
      code: wrongFor(await requestCode(d, holder.accountId)),
    });
    await d.settle();
    expect(await traces()).toEqual(before);
    // It blocks nothing: the desk opens a case meanwhile.
    const c = await chosen(d, { key: holder.key });
    expect((await caseOf(d, c)).status).toBe('collecting');
    const code = await requestCode(d, holder.accountId);
    await d.moveClock(minutes(59));
    await forgetRequests(d.workerPool);
    expect(await requestsOf(d, holder.accountId)).toHaveLength(1);
    await d.moveClock(minutes(1));
    // Gone at once, whenever the job comes by.
    expect(await d.desk.answerRequest({ ...screen, code })).toEqual({ refused: 'code-wrong' });
    await forgetRequests(d.workerPool);
    await forgetRequests(d.workerPool);
    expect(await requestsOf(d, holder.accountId)).toEqual([]);
  });

  it('R42 the worker deletes no request before its hour, not even in the scope of its organisation', async () => {
    const holder = await holding(d);
    await ask(d, holder);
    const { id } = ORGANISATIONS.zorgpunt;
    const scope = { organisations: [id], actor: { kind: 'system' } } as const;
    const gone = await inScope(d.workerPool, scope, (client) =>
      client.query('DELETE FROM recovery_request'),
    );
    expect(gone.rowCount).toBe(0);
    expect(await requestsOf(d, holder.accountId)).toHaveLength(1);
  });

  it('R42 R11 the right code on another screen, in another request, twice or late opens nothing', async () => {
    const [holder, other] = [await holding(d), await holding(d)];
    const screen = await ask(d, holder);
    const code = await requestCode(d, holder.accountId);
    const wrong = { refused: 'code-wrong' };
    const elsewhere = await ask(d, other);
    expect(await d.desk.answerRequest({ ...elsewhere, code })).toEqual(wrong);
    expect(
      await d.desk.answerRequest({ token: 'x'.repeat(43), origin: somewhere(), code }),
    ).toEqual(wrong);
    // Another request for the same account: another code.
    const again = await ask(d, holder);
    expect(await d.desk.answerRequest({ ...again, code })).toEqual(wrong);
    const opened = ok(await d.desk.answerRequest({ ...screen, code }));
    expect(opened.newSecret).toBeDefined();
    expect(await d.desk.answerRequest({ ...screen, code })).toEqual(wrong);
    const late = await holding(d);
    const slow = await ask(d, late);
    const old = await requestCode(d, late.accountId);
    await d.moveClock(minutes(10));
    expect(await d.desk.answerRequest({ ...slow, code: old })).toEqual(wrong);
    expect(await casesOf(d, holder.accountId)).toHaveLength(1);
    expect(await casesOf(d, other.accountId)).toEqual([]);
    expect(await casesOf(d, late.accountId)).toEqual([]);
  });

  it('R11 a new code makes the one before it dead, and takes the place of its entries', async () => {
    const holder = await holding(d);
    const screen = await ask(d, holder);
    const first = await requestCode(d, holder.accountId);
    ok(await d.desk.askRecoveryAgain(screen));
    const second = await requestCode(d, holder.accountId);
    expect(second).not.toBe(first);
    expect(await d.desk.answerRequest({ ...screen, code: first })).toEqual({
      refused: 'code-wrong',
    });
    ok(await d.desk.answerRequest({ ...screen, code: second }));
  });

  it('R42 of twenty at once with the right code one opens a case, and it has one proof', async () => {
    const holder = await holding(d);
    const screen = await ask(d, holder);
    const code = await requestCode(d, holder.accountId);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        d.desk.answerRequest({ ...screen, origin: somewhere(), code }),
      ),
    );
    expect(answers.filter((answer) => 'handle' in answer)).toHaveLength(1);
    const cases = await casesOf(d, holder.accountId);
    expect(cases).toHaveLength(1);
    const c = await caseOf(d, { caseId: cases[0]?.id ?? '', by: 'noor' });
    expect(c.proofs).toHaveLength(1);
  });

  it('R42 a name in two organisations: a code of each, each opens its own case', async () => {
    const holder = await holding(d);
    const twin = await holding(d, { organisation: 'gemeente' });
    await look(d, 'UPDATE account SET sign_in = $2 WHERE id = $1', [twin.accountId, holder.signIn]);
    const screen = await ask(d, holder);
    const text = async ({ accountId }: { accountId: string }) =>
      (await requestMessage(d, accountId)).text;
    expect(await text(holder)).toContain('Bij: Zorgpunt');
    expect(await text(twin)).toContain('Bij: Gemeente');
    const code = await requestCode(d, twin.accountId);
    ok(await d.desk.answerRequest({ ...screen, code }));
    expect(await casesOf(d, twin.accountId)).toHaveLength(1);
    expect(await casesOf(d, holder.accountId)).toEqual([]);
    ok(await d.desk.answerRequest({ ...screen, code: await requestCode(d, holder.accountId) }));
    expect(await casesOf(d, holder.accountId)).toHaveLength(1);
  });

  it('R42 where another recovery is open it says so, after the right code only, and opens nothing', async () => {
    const holder = await holding(d);
    await chosen(d, { key: holder.key });
    const screen = await ask(d, holder);
    const code = await requestCode(d, holder.accountId);
    expect(await d.desk.answerRequest({ ...screen, code: wrongFor(code) })).toEqual({
      refused: 'code-wrong',
    });
    expect(await d.desk.answerRequest({ ...screen, code })).toEqual({
      refused: 'another-case-open',
    });
    expect(await casesOf(d, holder.accountId)).toHaveLength(1);
  });

  it('R42 R22 of a privileged account the desk gets a case without measures, proof or secret', async () => {
    const holder = await holding(d);
    await look(d, 'UPDATE account SET privileged = true WHERE id = $1', [holder.accountId]);
    const screen = await ask(d, holder);
    const code = await requestCode(d, holder.accountId);
    const opened = ok(await d.desk.answerRequest({ ...screen, code }));
    expect(opened.newSecret).toBeUndefined();
    const [row] = await casesOf(d, holder.accountId);
    const c = await caseOf(d, { caseId: row?.id ?? '', by: 'noor' });
    expect(c).toMatchObject({ asked: true, status: 'collecting', measures: [], proofs: [] });
    expect(c.secret).toBeUndefined();
    // Once: a second right code finds that case open.
    const again = { ...(await ask(d, holder)), code: await requestCode(d, holder.accountId) };
    expect(await d.desk.answerRequest(again)).toMatchObject({ refused: 'another-case-open' });
    expect(await casesOf(d, holder.accountId)).toHaveLength(1);
  });

  it('R26 a contested account gets its case, and only an identity check in person goes on', async () => {
    const holder = await holding(d);
    await look(
      d,
      `UPDATE account SET guard = guard || jsonb_build_object('contestedUntil', iso(desk_now() + interval '9 days'))
       WHERE id = $1`,
      [holder.accountId],
    );
    const { caseId } = await askedCase(d, holder);
    const c = await caseOf(d, { caseId, by: 'noor' });
    expect(c.plan?.inPersonOnly).toBe(true);
  });

  it('R43 who did not ask for it ends the request', async () => {
    const holder = await holding(d);
    const screen = await ask(d, holder);
    const code = await requestCode(d, holder.accountId);
    const { text } = await requestMessage(d, holder.accountId);
    const token = /not-asked#([\w-]+)/.exec(text)?.[1] ?? '';
    ok(await d.desk.reportNotAsked({ presented: token, origin: somewhere() }));
    expect(await d.desk.answerRequest({ ...screen, code })).toEqual({ refused: 'code-wrong' });
    expect(await casesOf(d, holder.accountId)).toEqual([]);
  });

  /** Taken by Pim, worked on by Noor, who asks for a yes. */
  const takenByPim = async () => {
    const holder = await holding(d);
    const { caseId, door } = await askedCase(d, holder);
    const pim = await fresh(d, 'pim');
    ok(await d.desk.takeCase(pim, { caseId }));
    const point = (await d.ports.store.read(pim, { caseId }))?.account.contactPoints.find(
      ({ kind }) => kind === 'phone',
    );
    const sent = ok(
      await d.desk.sendChallenge(await fresh(d, 'noor'), {
        caseId,
        kind: 'sms-challenge',
        contactPointId: point?.id ?? '',
      }),
    );
    const proof = sent.case.proofs.find(({ restsOn }) => restsOn === point?.id);
    const { id = '', number = 0, digits = 6 } = proof?.challenge ?? {};
    const code = d.secrets.code({ purpose: 'sms-challenge', id, number, digits });
    ok(await d.desk.enterCode(door, { proofId: proof?.id ?? '', code }));
    const asked = ok(await d.desk.askApproval(await fresh(d, 'noor'), { caseId }));
    return { caseId, holder, planHash: asked.case.planHash ?? '' };
  };

  it('R20 the first of the staff to act counts as the opener, and may not approve', async () => {
    const { caseId, holder, planHash } = await takenByPim();
    const rowFor = async (key: string) =>
      (await approvalsPage(await fresh(d, key), d.pool)).rows.find(({ id }) => id === caseId);
    expect(await rowFor('pim')).toMatchObject({ asked: true, refused: 'approver-opened-case' });
    expect((await rowFor('saskia'))?.refused).toBeUndefined();
    expect(await d.desk.approve(await fresh(d, 'pim'), { caseId, planHash })).toEqual({
      refused: 'approver-opened-case',
    });
    const [row] = await casesOf(d, holder.accountId);
    expect(row?.opened_by).toBe(d.planted.staff.find(({ key }) => key === 'pim')?.id);
    const c = await caseOf(d, { caseId, by: 'noor' });
    expect(c.openedBy?.staffId).toBe(row?.opened_by);
    ok(await d.desk.approve(await fresh(d, 'saskia'), { caseId, planHash }));
  });

  it('R19 R20 the database takes a yes of whoever acted first for none, whatever the program says', async () => {
    const { caseId } = await takenByPim();
    const staff = (key: string) => d.planted.staff.find((s) => s.key === key);
    const forged = (key: string) =>
      inScope(
        d.pool,
        { organisations: [ORGANISATIONS.zorgpunt.id], actor: { kind: 'system' } },
        async (client) => {
          const actor = { kind: 'staff', id: staff(key)?.id, personId: staff(key)?.personId };
          await client.query(
            `INSERT INTO event (id, organisation_id, at, type, result, case_id, number, account_id, actor_kind, actor,
               origin_address, origin_agent, data)
             SELECT gen_random_uuid(), organisation_id, desk_now(), 'approval-given', 'done', id, number + 1, account_id,
               'staff', $2, '', '', '{}' FROM recovery_case WHERE id = $1`,
            [caseId, JSON.stringify(actor)],
          );
          await client.query(`UPDATE recovery_case SET status = 'waiting' WHERE id = $1`, [caseId]);
        },
      );
    await expect(forged('pim')).rejects.toThrow('no approval by another person');
    await expect(forged('saskia')).resolves.toBeUndefined();
  });

  it('R42 it stands in the queue of the desk, unassigned, as asked for by its holder', async () => {
    const holder = await holding(d);
    const { caseId } = await askedCase(d, holder);
    const { rows } = await queuePage(
      await fresh(d, 'noor'),
      { group: 'todo', mine: false, nextAction: 'collect-proofs' },
      {},
      d.pool,
    );
    const row = rows.find(({ id }) => id === caseId);
    expect(row).toMatchObject({ asked: true, nextAction: 'collect-proofs' });
    expect(row?.assigneeId).toBeUndefined();
  });
});
