import pg from 'pg';
import { authenticatorCode } from '../../../../test/case-steps';
import type { TestDesk } from '../../../../test/desk';
import type { Origin } from '../../../ports/world';
import { isSignInRefusal } from '../refusal';
import type { StaffSession } from '../session';

export const ORIGIN: Origin = { address: '192.0.2.77', userAgent: 'test browser' };

export const staffOf = (d: TestDesk, key: string) => {
  const staff = d.planted.staff.find((s) => s.key === key);
  if (!staff) throw new Error(`nobody is called ${key}`);
  return staff;
};

/** The right password, up to the ticket. */
export const ticketFor = async (d: TestDesk, key: string, origin = ORIGIN): Promise<string> => {
  const { signIn, password } = staffOf(d, key);
  const answer = await d.desk.checkPassword({ signIn, password, origin });
  if (isSignInRefusal(answer)) throw new Error(JSON.stringify(answer));
  return answer.ticket;
};

/** A code of the next step: the one of this step may have been used by the sign-in before. */
export const freshCode = async (d: TestDesk, key: string): Promise<string> => {
  await d.moveClock(31_000);
  return authenticatorCode(d, staffOf(d, key).seed);
};

/** The whole way, to the token that the cookie holds. */
export const tokenFor = async (d: TestDesk, key: string, origin = ORIGIN): Promise<string> => {
  const code = await freshCode(d, key);
  const ticket = await ticketFor(d, key, origin);
  const answer = await d.desk.checkSecondFactor({
    ticket,
    shown: { kind: 'authenticator-app', code },
    origin,
  });
  if (isSignInRefusal(answer)) throw new Error(JSON.stringify(answer));
  return answer.token;
};

export const sessionOf = async (d: TestDesk, token: string): Promise<StaffSession> => {
  const session = await d.desk.readSession(token, ORIGIN, 'page');
  if (!session) throw new Error('no session');
  return session;
};

export const isSignedIn = async (d: TestDesk, token: string): Promise<boolean> =>
  (await d.desk.readSession(token, ORIGIN, 'page')) !== undefined;

/** Past every wall: what really stands in the tables. */
export const rowsOf = async <T extends pg.QueryResultRow>(
  d: TestDesk,
  sql: string,
  values: unknown[] = [],
): Promise<T[]> => {
  const client = new pg.Client({ connectionString: d.superuserUrl });
  await client.connect();
  try {
    return (await client.query<T>(sql, values)).rows;
  } finally {
    await client.end();
  }
};

/** Types of the events about this staff member, in the order in which they came. */
export const eventsOf = (d: TestDesk, staffId: string) =>
  rowsOf<{
    type: string;
    result: string;
    actor_kind: string;
    origin_address: string;
    data: object;
  }>(
    d,
    `SELECT type, result, actor_kind, origin_address, data FROM event
     WHERE object_id = $1 OR object_id IN (SELECT id::text FROM staff_session WHERE staff_id = $1::uuid)
     ORDER BY at, id`,
    [staffId],
  );
