import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authenticatorCode, codeIn, openCaseFor, provenByMailAndSms } from '../../test/case-steps';
import { openDesk, type TestDesk } from '../../test/desk';
import { holderOf } from '../../test/desk-over';
import { isRefusal } from '../domain/case/command';
import { fold } from '../domain/case/evolve';
import { hours } from '../domain/time';

describe('a locked-out account is recovered, on a real database, SMTP and SMS', () => {
  let d: TestDesk;
  beforeAll(async () => {
    d = await openDesk();
  });
  afterAll(() => d.close());

  it('goes from the first call to the closed case', async () => {
    const noor = d.caller('noor');
    const c = await openCaseFor(d, 'anouk', (anouk) => [
      { kind: 'replace-factor', factorId: anouk.appId ?? '', enrol: 'authenticator-app' },
    ]);
    const door = await provenByMailAndSms(d, c);
    const asked = await d.desk.askApproval(noor, { caseId: c.caseId });
    if (isRefusal(asked)) throw new Error(asked.refused);
    expect(asked.case.status).toBe('awaiting-approval');

    const approved = await d.desk.approve(d.caller('pim', { now: await d.ports.store.now() }), {
      caseId: c.caseId,
      planHash: asked.case.planHash ?? '',
    });
    if (isRefusal(approved)) throw new Error(approved.refused);
    expect(approved.case.status).toBe('waiting');
    expect(approved.case.wait?.rule).toBe('independent');
    await d.settle();

    await d.moveClock(hours(25));
    await d.settle();
    expect(d.inbox.messages({ to: 'anouk.prive@example.net' }).length).toBeGreaterThan(2);
    await d.moveClock(hours(23) + 1000);
    await d.settle();
    const started = await d.desk.startEnrolment(door);
    if (isRefusal(started) || started.kind !== 'authenticator-app')
      throw new Error(JSON.stringify(started));
    const confirmed = await d.desk.confirmEnrolment(door, {
      factorId: started.factorId,
      code: await authenticatorCode(d, started.secret),
    });
    expect(confirmed).toEqual({ matched: true });
    await d.settle();

    const read = await d.ports.store.read(noor, { caseId: c.caseId });
    expect(read?.case?.status).toBe('completed');
    const kinds = read?.account.factors.filter((f) => !f.removedAt).map((f) => f.id);
    expect(kinds).toEqual([started.factorId]);
    expect(read?.account.trustedDevices).toBe(0);
    expect(read?.account.openSessions).toBe(0);
  });

  it('every stored case equals the fold of its events', async () => {
    const { rows } = await d.pool.connect().then(async (client) => {
      const ids = d.caller('noor').organisations.join(',');
      await client.query('BEGIN');
      await client.query("SELECT set_config('regain.organisations', $1, true)", [ids]);
      const cases = await client.query(
        `SELECT c.state, (SELECT jsonb_agg(e.data || jsonb_build_object('type', e.type, 'id', e.id,
           'at', iso(e.at), 'actor', e.actor) ORDER BY e.number) FROM event e WHERE e.case_id = c.id) AS events
         FROM recovery_case c`,
      );
      await client.query('COMMIT');
      client.release();
      return cases;
    });
    expect(rows.length).toBeGreaterThan(0);
    for (const { state, events } of rows) expect(fold(events)).toEqual(state);
  });

  it('R9 R13 R45 no code and no address stands in an event, an effect or a case', async () => {
    const sent = d.inbox
      .messages()
      .map((m) => codeIn(m.text))
      .filter((code) => code !== undefined);
    expect(sent.length).toBeGreaterThan(1);
    const client = await d.pool.connect();
    await client.query('BEGIN');
    await client.query("SELECT set_config('regain.organisations', $1, true)", [
      d.caller('noor').organisations.join(','),
    ]);
    const { rows } = await client.query(
      `SELECT data::text AS t FROM event UNION ALL SELECT payload::text FROM effect
       UNION ALL SELECT state::text FROM recovery_case`,
    );
    await client.query('ROLLBACK');
    client.release();
    const text = rows
      .map((row) =>
        row.t.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}|"[\d-]+T[\d:.]+Z"|\d{12,}/g, ''),
      )
      .join('\n');
    for (const code of sent) expect(text).not.toContain(code);
    for (const holder of d.planted.holders)
      for (const address of [...holder.emails, ...holder.phones])
        expect(text).not.toContain(address);
  });

  it('a foreign case looks exactly like one that does not exist', async () => {
    const c = await openCaseFor(d, 'esra', () => [{ kind: 'add-factor', enrol: 'security-key' }]);
    const kees = d.caller('kees');
    const foreign = await d.desk.takeCase(kees, { caseId: c.caseId });
    const unknown = await d.desk.takeCase(kees, { caseId: d.secrets.newId() });
    expect(foreign).toEqual(unknown);
    expect(foreign).toEqual({ refused: 'not-found' });
    expect(holderOf(d, 'esra').accountId).toBeTruthy();
  });
});
