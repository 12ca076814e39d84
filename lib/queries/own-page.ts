import type pg from 'pg';
import { pool } from '../adapters/db/pool';
import { inScope } from '../adapters/db/scope';
import type { OwnCase, OwnMessage, OwnSignIn } from '../domain/account/own/own-view';
import type { Case } from '../domain/case/case';
import type { Instant } from '../domain/time';
import { vetoOf } from './holder-view';
import type { Reader } from './reader';

/** What a page shows of things that grow. */
const MOST = 20;

const SIGN_INS = `SELECT s.id, s.at, s.address, s.device, s.outcome,
    coalesce(f.kind, CASE p.kind WHEN 'email' THEN 'email-code' WHEN 'phone' THEN 'sms' END) AS factor
  FROM sign_in s LEFT JOIN factor f ON f.id = s.factor_id LEFT JOIN contact_point p ON p.id = s.contact_point_id
  WHERE s.account_id = $1 ORDER BY s.at DESC, s.id LIMIT ${MOST}`;
const CASES = `SELECT id, status, opened_at AS "openedAt", ended_at AS "endedAt", state
  FROM recovery_case WHERE account_id = $1 ORDER BY ended_at IS NOT NULL, opened_at DESC, id LIMIT ${MOST}`;

/** The last try of each message; the row of the effect knows what it was for. */
const MESSAGES = `SELECT * FROM (
    SELECT DISTINCT ON (m.effect_id) m.id, m.at, e.kind, m.channel, m.contact_point_id AS "contactPointId",
      coalesce(m.reported, m.outcome) NOT IN ('refused','failed','undeliverable','unanswered') AS arrived
    FROM message_attempt m JOIN effect e ON e.id = m.effect_id
    WHERE m.account_id = $1 AND e.kind = ANY ($2) AND m.outcome IS NOT NULL
    ORDER BY m.effect_id, m.at DESC) AS last
  ORDER BY at DESC, id LIMIT ${MOST}`;
const TO_THE_HOLDER: OwnMessage['kind'][] = [
  'send-code',
  'send-notice',
  'send-sign-in-code',
  'send-confirming-code',
  'send-backup-codes',
  'send-request-code',
  'send-enrolment-code',
  'tell-account',
];

/** The own account only: whoever reads is its signed-in holder, and the session says whose it is. */
const ofHolder = <T>(
  reader: Reader,
  db: pg.Pool,
  read: (client: pg.ClientBase, accountId: string) => Promise<T>,
): Promise<T> => {
  const { actor } = reader;
  if (actor.kind !== 'account-holder' || !actor.sessionId) throw new Error('not the holder');
  return inScope(db, reader, (client) => read(client, actor.accountId));
};

type CaseRow = Omit<OwnCase, 'veto'> & { state: Case };
const caseOf = ({ state, ...row }: CaseRow, now: Instant): OwnCase => ({
  ...row,
  veto: vetoOf(state, now),
});

export const ownCases = (reader: Reader, now: Instant, db = pool()): Promise<OwnCase[]> =>
  ofHolder(reader, db, async (client, accountId) => {
    const { rows } = await client.query<CaseRow>(CASES, [accountId]);
    return rows.map((row) => caseOf(row, now));
  });

export const ownActivity = (
  reader: Reader,
  db = pool(),
): Promise<{ signIns: OwnSignIn[]; messages: OwnMessage[] }> =>
  ofHolder(reader, db, async (client, accountId) => {
    const signIns = await client.query<OwnSignIn>(SIGN_INS, [accountId]);
    const messages = await client.query<OwnMessage>(MESSAGES, [accountId, TO_THE_HOLDER]);
    return { signIns: signIns.rows, messages: messages.rows };
  });
