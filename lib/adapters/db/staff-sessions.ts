import type pg from 'pg';
import type { MemberScope, SessionRow, StaffStore } from '../../ports/staff';
import { inScope, isUuid, NOBODY } from './scope';
import { tellOrganisations } from './staff-events';

const FIND = `SELECT session_id AS "sessionId", staff_id AS "staffId", person_id AS "personId", sign_in AS "signIn",
  phone, display_name AS "displayName", locale, platform, started_at AS "startedAt", last_seen_at AS "lastSeenAt",
  reauthenticated_at AS "reauthenticatedAt", now, memberships FROM lookup_session($1)`;

type Which = Parameters<StaffStore['endSessions']>[1];

/** Ends open sessions in a transaction that is open already, with an event for each. */
export const endSessionsIn = async (
  client: pg.ClientBase,
  member: MemberScope,
  which: Which,
  reason: Parameters<StaffStore['endSessions']>[2],
): Promise<number> => {
  const only = 'only' in which ? which.only : null;
  const allBut = 'allBut' in which ? which.allBut : null;
  if (![only, allBut].every((id) => id === null || isUuid(id))) return 0;
  const { rows } = await client.query<{ id: string; now: string }>(
    `UPDATE staff_session SET ended_at = desk_now() WHERE staff_id = $1 AND ended_at IS NULL
       AND ($2::uuid IS NULL OR id = $2) AND ($3::uuid IS NULL OR id <> $3)
     RETURNING id, ended_at AS now`,
    [member.staffId, only, allBut],
  );
  for (const { id, now } of rows)
    await tellOrganisations(
      client,
      member,
      now,
      { type: 'session-ended', reason },
      { objectId: id },
    );
  return rows.length;
};

export const sessionsOf = (
  pool: pg.Pool,
): Pick<StaffStore, 'findSession' | 'markSeen' | 'endSessions' | 'knowsBrowser'> => ({
  async findSession(tokenHash) {
    const { rows } = await inScope(pool, NOBODY, (client) =>
      client.query<SessionRow>({ name: 'find-session', text: FIND, values: [tokenHash] }),
    );
    return rows[0];
  },

  async markSeen(member, sessionId) {
    await inScope(pool, member, (client) =>
      client.query(
        'UPDATE staff_session SET last_seen_at = desk_now() WHERE id = $1 AND ended_at IS NULL',
        [sessionId],
      ),
    );
  },

  endSessions: (member, which, reason) =>
    inScope(pool, member, (client) => endSessionsIn(client, member, which, reason)),

  async knowsBrowser(staffId, tokenHash, within) {
    const { rowCount } = await inScope(pool, { ...NOBODY, staffId }, (client) =>
      client.query(
        `SELECT FROM staff_session WHERE staff_id = $1 AND token_hash = $2
           AND started_at > desk_now() - $3 * interval '1 millisecond'`,
        [staffId, tokenHash, within],
      ),
    );
    return rowCount === 1;
  },
});
