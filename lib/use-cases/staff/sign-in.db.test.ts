import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authenticatorCode } from '../../../test/case-steps';
import { openDesk, type TestDesk } from '../../../test/desk';
import { minutes, seconds } from '../../domain/time';
import {
  eventsOf,
  freshCode,
  isSignedIn,
  ORIGIN,
  rowsOf,
  sessionOf,
  staffOf,
  ticketFor,
  tokenFor,
} from './testing/sign-in-steps';

const elsewhere = (address: string) => ({ ...ORIGIN, address });

describe('signing in to the desk', () => {
  let d: TestDesk;
  beforeAll(async () => {
    d = await openDesk(undefined, { passwords: 'real' });
  });
  afterAll(() => d.close());

  it('R36 a session begins after password and second factor, and its row and memberships say who it is', async () => {
    const noor = staffOf(d, 'noor');
    const token = await tokenFor(d, 'noor');
    const session = await sessionOf(d, token);
    expect(session.staff).toMatchObject({ id: noor.id, signIn: noor.signIn, platform: false });
    expect(session.memberships.map((m) => `${m.role} ${m.organisation}`)).toEqual([
      'agent Gemeente Voorbeeld',
      'agent Zorgpunt',
    ]);
    expect(session.caller.organisations).toHaveLength(2);
    const types = (await eventsOf(d, noor.id)).map((e) => e.type);
    for (const type of ['password-accepted', 'second-factor-accepted', 'session-started'])
      expect(types.filter((t) => t === type)).toHaveLength(2);
  });

  it('R36 the second factor is never skipped: a ticket is no session, and no session is made from a ticket alone', async () => {
    const ticket = await ticketFor(d, 'daan');
    expect(await isSignedIn(d, ticket)).toBe(false);
    for (const shown of [
      { kind: 'authenticator-app', code: '' },
      { kind: 'security-key', response: {} },
      { kind: 'security-key', response: null },
    ] as const) {
      const answer = await d.desk.checkSecondFactor({ ticket, shown, origin: ORIGIN });
      expect(answer).toHaveProperty('refused');
    }
    const open = 'SELECT id FROM staff_session WHERE staff_id = $1';
    expect(await rowsOf(d, open, [staffOf(d, 'daan').id])).toEqual([]);
  });

  it('R36 a ticket is used once, lasts ten minutes and bears five wrong entries', async () => {
    const used = await ticketFor(d, 'saskia');
    const first = { kind: 'authenticator-app', code: await freshCode(d, 'saskia') } as const;
    const origin = ORIGIN;
    expect(await d.desk.checkSecondFactor({ ticket: used, shown: first, origin })).toHaveProperty(
      'token',
    );
    const second = { ...first, code: await freshCode(d, 'saskia') };
    expect(await d.desk.checkSecondFactor({ ticket: used, shown: second, origin })).toEqual({
      refused: 'ticket-over',
    });
    expect(await d.desk.readSecondFactor(used)).toBeUndefined();

    const late = await ticketFor(d, 'saskia');
    await d.moveClock(minutes(10));
    const code = await authenticatorCode(d, staffOf(d, 'saskia').seed);
    expect(
      await d.desk.checkSecondFactor({ ticket: late, shown: { ...first, code }, origin }),
    ).toEqual({ refused: 'ticket-over' });

    const guessed = await ticketFor(d, 'saskia');
    for (let i = 0; i < 5; i++) {
      const answer = await d.desk.checkSecondFactor({
        ticket: guessed,
        shown: { ...first, code: '000000' },
        origin,
      });
      expect(answer).toEqual({ refused: i < 4 ? 'factor-wrong' : 'ticket-over' });
      await d.moveClock(minutes(1.9));
    }
    expect(await d.desk.readSecondFactor(guessed)).toBeUndefined();
  });

  it('each step of an authenticator app works once, also when two browsers show it at once', async () => {
    const code = await freshCode(d, 'pim');
    const shown = { kind: 'authenticator-app', code } as const;
    const tickets = [await ticketFor(d, 'pim'), await ticketFor(d, 'pim')];
    const answers = await Promise.all(
      tickets.map((ticket) => d.desk.checkSecondFactor({ ticket, shown, origin: ORIGIN })),
    );
    expect(answers.filter((answer) => 'token' in answer)).toHaveLength(1);
    const again = await ticketFor(d, 'pim');
    expect(await d.desk.checkSecondFactor({ ticket: again, shown, origin: ORIGIN })).toEqual({
      refused: 'factor-wrong',
    });
  });

  it('R45 no event, and no table, holds a password, code, token or seed', async () => {
    const tess = staffOf(d, 'tess');
    await d.desk.checkPassword({ signIn: tess.signIn, password: 'geheim-fout', origin: ORIGIN });
    const ticket = await ticketFor(d, 'tess');
    const code = await freshCode(d, 'tess');
    const shown = { kind: 'authenticator-app', code } as const;
    const answer = await d.desk.checkSecondFactor({ ticket, shown, origin: ORIGIN });
    const token = 'token' in answer ? answer.token : '';
    expect(token).toHaveLength(43);
    const told = await rowsOf<{ row: string }>(
      d,
      `SELECT to_jsonb(t)::text AS row FROM event t UNION ALL SELECT to_jsonb(t)::text FROM staff_session t
       UNION ALL SELECT to_jsonb(t)::text FROM sign_in_ticket t UNION ALL SELECT to_jsonb(t)::text FROM throttle t
       UNION ALL SELECT to_jsonb(t)::text FROM staff_factor t`,
    );
    const all = told.map(({ row }) => row).join('\n');
    for (const secret of [token, ticket, tess.seed, tess.password, 'geheim-fout', `"${code}"`])
      expect(all).not.toContain(secret);
    expect(await rowsOf(d, 'SELECT FROM throttle WHERE key LIKE $1', [`%${tess.signIn}%`])).toEqual(
      [],
    );
  });

  it('R14 a name that is nobody’s gets the same words, the same wait and the same time as a wrong password', async () => {
    const origin = elsewhere('192.0.2.14');
    const asked = async (signIn: string) => {
      const started = performance.now();
      const answer = await d.desk.checkPassword({ signIn, password: 'fout', origin });
      return { answer, took: performance.now() - started };
    };
    const known: number[] = [];
    const unknown: number[] = [];
    for (let round = 0; round < 9; round++) {
      const [one, other] = [
        await asked('kees.degroot@gemeente.example'),
        await asked('niemand@gemeente.example'),
      ];
      expect(one.answer).toEqual({ refused: 'sign-in-wrong' });
      expect(other.answer).toEqual({ refused: 'sign-in-wrong' });
      known.push(one.took);
      unknown.push(other.took);
      await d.moveClock(minutes(61));
    }
    const median = (times: number[]) => times.sort((a, b) => a - b)[4] ?? 0;
    // Without a hash to check, the answer for nobody's name would take a fifth of the time.
    const ratio = median(known) / median(unknown);
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);

    await d.moveClock(minutes(60 * 25));
    const waits = [];
    for (const signIn of ['kees.degroot@gemeente.example', 'niemand@gemeente.example']) {
      const from = await d.ports.store.now();
      const answers = [];
      for (let i = 0; i < 4; i++) answers.push((await asked(signIn)).answer);
      const last = answers.at(-1);
      expect(answers.map((a) => 'refused' in a && a.refused)).toEqual([
        'sign-in-wrong',
        'sign-in-wrong',
        'sign-in-wrong',
        'sign-in-wait',
      ]);
      const retryAt = last && 'retryAt' in last && last.retryAt ? last.retryAt : '';
      waits.push(Math.round((Date.parse(retryAt) - Date.parse(from)) / 5_000));
    }
    expect(waits[0]).toBe(waits[1]);
  });

  it('guessing is slowed per name, and of 200 guesses at once hardly any is judged', async () => {
    const iris = staffOf(d, 'iris');
    const guess = (i: number) =>
      d.desk.checkPassword({
        signIn: iris.signIn,
        password: i === 150 ? iris.password : `fout-${i}`,
        origin: elsewhere(`198.51.100.${i % 250}`),
      });
    const answers = await Promise.all(Array.from({ length: 200 }, (_, i) => guess(i)));
    const judged = answers.filter((a) => !('refused' in a) || a.refused === 'sign-in-wrong');
    expect(judged.length).toBeLessThanOrEqual(3);
  });

  it('guessing never locks the real person out: after the wait, and in a known browser at once', async () => {
    const daan = staffOf(d, 'daan');
    const browser = await tokenFor(d, 'daan', elsewhere('192.0.2.30'));
    const attack = () =>
      d.desk.checkPassword({
        signIn: daan.signIn,
        password: 'fout',
        origin: elsewhere('203.0.113.9'),
      });
    for (let i = 0; i < 3; i++) await attack();
    const strange = { ...daan, origin: elsewhere('192.0.2.31') };
    const { signIn, password } = daan;
    const waiting = await d.desk.checkPassword({ signIn, password, origin: strange.origin });
    expect(waiting).toMatchObject({ refused: 'sign-in-wait' });
    expect(
      await d.desk.checkPassword({ signIn, password, origin: strange.origin, browser }),
    ).toHaveProperty('ticket');
    expect(
      await d.desk.checkPassword({
        signIn: staffOf(d, 'iris').signIn,
        password: 'fout',
        origin: strange.origin,
        browser,
      }),
    ).toHaveProperty('refused');
    // Tries during the wait do not lengthen it.
    for (let i = 0; i < 5; i++) await attack();
    await d.moveClock(seconds(31));
    expect(await d.desk.checkPassword({ signIn, password, origin: strange.origin })).toHaveProperty(
      'ticket',
    );
  });

  it('guessing second factors waits longer and longer over all tickets, to an hour, and a right one after the wait works', async () => {
    const kees = staffOf(d, 'kees');
    await d.moveClock(minutes(60 * 25));
    const shown = { kind: 'authenticator-app', code: '000000' } as const;
    const origin = ORIGIN;
    for (let i = 0; i < 3; i++)
      await d.desk.checkSecondFactor({ ticket: await ticketFor(d, 'kees'), shown, origin });
    const ticket = await ticketFor(d, 'kees');
    const code = await authenticatorCode(d, kees.seed);
    const waiting = await d.desk.checkSecondFactor({
      ticket,
      shown: { ...shown, code },
      origin,
    });
    expect(waiting).toMatchObject({ refused: 'sign-in-wait' });
    await d.moveClock(seconds(31));
    const later = await authenticatorCode(d, kees.seed);
    expect(
      await d.desk.checkSecondFactor({ ticket, shown: { ...shown, code: later }, origin }),
    ).toHaveProperty('token');
    const types = (await eventsOf(d, kees.id)).map((e) => `${e.type} ${e.actor_kind} ${e.result}`);
    expect(types).toContain('second-factor-refused nobody refused');
    expect(types).toContain('session-started staff done');
  });

  it('a platform administrator, who belongs to no organisation, signs in, and it is on record', async () => {
    const token = await tokenFor(d, 'olaf');
    const session = await sessionOf(d, token);
    expect(session.staff.platform).toBe(true);
    expect(session.memberships).toEqual([]);
    const types = (await eventsOf(d, staffOf(d, 'olaf').id)).map((e) => e.type);
    expect(types).toContain('session-started');
  });
});
