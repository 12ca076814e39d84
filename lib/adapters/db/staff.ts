import type pg from 'pg';
import type { Role } from '../../domain/access/roles';
import type { StaffFactorRow, StaffStore } from '../../ports/staff';
import { insertEvents } from './events';
import { inScope, isUuid, NOBODY } from './scope';
import { tellOrganisations } from './staff-events';
import { endSessionsIn, sessionsOf } from './staff-sessions';
import { FACTORS, ticketsOf } from './staff-tickets';
import { triesOf } from './staff-tries';

const FIND_STAFF = `SELECT l.staff_id AS "staffId", l.person_id AS "personId", l.password_hash AS "passwordHash",
  array(SELECT DISTINCT m->>'organisationId' FROM jsonb_array_elements(lookup_memberships(l.staff_id)) AS m)
    AS organisations FROM lookup_staff($1) AS l`;

type StaffRow = NonNullable<Awaited<ReturnType<StaffStore['findStaff']>>>;
type MembershipRow = { organisationId: string; staffId: string; role: Role };

const FIND_MEMBERSHIP = `SELECT organisation_id AS "organisationId", staff_id AS "staffId", role FROM membership
  WHERE id = $1 AND ended_at IS NULL`;

/** Changes to one person's factors, or one organisation's memberships, come one after the other. */
const oneAtATime = (client: pg.ClientBase, id: string) =>
  client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [id]);

/** PostgreSQL behind the port `StaffStore`. */
export const createStaffStore = (pool: pg.Pool): StaffStore => ({
  ...sessionsOf(pool),
  ...ticketsOf(pool),
  ...triesOf(pool),

  async findStaff(signIn) {
    const { rows } = await inScope(pool, NOBODY, (client) =>
      client.query<StaffRow>(FIND_STAFF, [signIn]),
    );
    return rows[0];
  },

  /** One insert in one transaction either way, so that the time tells nothing (R14). */
  async recordWrongPassword(member, origin) {
    if (member) {
      await inScope(pool, member, (client) =>
        tellOrganisations(
          client,
          member,
          undefined,
          { type: 'password-refused' },
          { byNobody: true },
        ),
      );
      return;
    }
    await inScope(pool, NOBODY, (client) =>
      client.query(
        `INSERT INTO anonymous_denial (minute, address, action, code, count)
         VALUES (date_trunc('minute', desk_now()), $1, 'sign-in', 'sign-in-wrong', 1)
         ON CONFLICT (minute, address, action, code) DO UPDATE SET count = anonymous_denial.count + 1`,
        [origin.address],
      ),
    );
  },

  async factors(member) {
    const { rows } = await inScope(pool, member, (client) =>
      client.query<StaffFactorRow>(FACTORS, [member.staffId]),
    );
    return rows;
  },

  addFactor: (member, { id, kind, label, sealed, credential, step }, most) =>
    inScope(pool, member, async (client) => {
      await oneAtATime(client, member.staffId);
      const { rows } = await client.query<StaffFactorRow>(FACTORS, [member.staffId]);
      if (rows.length >= most) return false;
      await client.query(
        `INSERT INTO staff_factor (id, staff_id, kind, label, sealed, credential, last_step, added_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, desk_now())`,
        [id, member.staffId, kind, label, sealed, credential, step ?? null],
      );
      const event = { type: 'staff-factor-added', factor: kind } as const;
      await tellOrganisations(client, member, undefined, event, { objectId: id });
      return true;
    }),

  removeFactor: (member, factorId, keepSession) =>
    inScope(pool, member, async (client) => {
      await oneAtATime(client, member.staffId);
      const { rows } = await client.query<StaffFactorRow>(FACTORS, [member.staffId]);
      const factor = rows.find(({ id }) => id === factorId);
      if (!factor) return 'unknown';
      if (rows.length === 1) return 'last';
      await client.query(
        'UPDATE staff_factor SET removed_at = desk_now(), sealed = NULL, credential = NULL WHERE id = $1',
        [factorId],
      );
      const event = { type: 'staff-factor-removed', factor: factor.kind } as const;
      await tellOrganisations(client, member, undefined, event, { objectId: factorId });
      await endSessionsIn(client, member, { allBut: keepSession }, 'revoked');
      return 'removed';
    }),

  async membership(scope, membershipId) {
    if (!isUuid(membershipId)) return undefined;
    const { rows } = await inScope(pool, scope, (client) =>
      client.query<MembershipRow>(FIND_MEMBERSHIP, [membershipId]),
    );
    return rows[0];
  },

  endMembership: (scope, membershipId) =>
    inScope(pool, scope, async (client) => {
      const found = await client.query<MembershipRow>(FIND_MEMBERSHIP, [membershipId]);
      const organisationId = found.rows[0]?.organisationId;
      if (!organisationId) return 'unknown';
      await oneAtATime(client, organisationId);
      const { rows } = await client.query<MembershipRow & { id: string }>(
        `SELECT id, organisation_id AS "organisationId", staff_id AS "staffId", role FROM membership
         WHERE organisation_id = $1 AND ended_at IS NULL`,
        [organisationId],
      );
      const ending = rows.find(({ id }) => id === membershipId);
      if (!ending) return 'unknown';
      const others = rows.filter(
        ({ id, role }) => id !== membershipId && role === 'functional-administrator',
      );
      if (ending.role === 'functional-administrator' && others.length === 0) return 'last';
      await client.query('UPDATE membership SET ended_at = desk_now() WHERE id = $1', [
        membershipId,
      ]);
      const { staffId, role } = ending;
      await insertEvents(client, scope, undefined, [
        {
          organisationId,
          event: { type: 'membership-ended', staffId, role },
          objectId: membershipId,
        },
      ]);
      return 'ended';
    }),
});
