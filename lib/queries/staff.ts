import { pool } from '../adapters/db/pool';
import { inScope, isUuid } from '../adapters/db/scope';
import type { Role, StaffActor } from '../domain/access/roles';
import { SESSION_ABSOLUTE, SESSION_IDLE, type StaffFactorKind } from '../domain/access/sign-in';
import type { Instant } from '../domain/time';

type Reader = { actor: StaffActor; organisations: readonly string[] };

export type OwnFactor = { id: string; kind: StaffFactorKind; label: string; addedAt: Instant };

/** The second factors of whoever asks; never what they hold. */
export const ownFactors = async (reader: Reader): Promise<OwnFactor[]> => {
  const { rows } = await inScope(pool(), reader, (client) =>
    client.query<OwnFactor>(
      `SELECT id, kind, label, added_at AS "addedAt" FROM staff_factor
       WHERE staff_id = $1 AND removed_at IS NULL ORDER BY added_at, id`,
      [reader.actor.staffId],
    ),
  );
  return rows;
};

export type OwnSession = {
  id: string;
  startedAt: Instant;
  lastSeenAt: Instant;
  address: string;
  userAgent: string;
};

/** The sessions of whoever asks that still stand: what time has ended is no longer one. */
export const ownSessions = async (reader: Reader): Promise<OwnSession[]> => {
  const { rows } = await inScope(pool(), reader, (client) =>
    client.query<OwnSession>(
      `SELECT id, started_at AS "startedAt", last_seen_at AS "lastSeenAt", address, user_agent AS "userAgent"
       FROM staff_session WHERE staff_id = $1 AND ended_at IS NULL
         AND last_seen_at > (SELECT desk_now()) - $2 * interval '1 millisecond'
         AND started_at > (SELECT desk_now()) - $3 * interval '1 millisecond'
       ORDER BY last_seen_at DESC, id LIMIT 100`,
      [reader.actor.staffId, SESSION_IDLE, SESSION_ABSOLUTE],
    ),
  );
  return rows;
};

export type PersonRow = {
  membershipId: string;
  staffId: string;
  displayName: string;
  signIn: string;
  role: Role;
  givenAt: Instant;
  organisationId: string;
  organisation: string;
};

const PEOPLE = `SELECT m.id AS "membershipId", m.staff_id AS "staffId", s.display_name AS "displayName",
  s.sign_in AS "signIn", m.role, m.given_at AS "givenAt", o.id AS "organisationId", o.name AS organisation
  FROM membership m JOIN staff_member s ON s.id = m.staff_id JOIN organisation o ON o.id = m.organisation_id
  WHERE m.ended_at IS NULL`;

/** Who holds which role in an organisation. Nothing for one outside the reader's. */
export const peopleOf = async (reader: Reader, organisationId: string): Promise<PersonRow[]> => {
  const { rows } = await inScope(pool(), reader, (client) =>
    client.query<PersonRow>(
      `${PEOPLE} AND m.organisation_id = $1 ORDER BY s.display_name, m.role, m.id`,
      [organisationId],
    ),
  );
  return rows;
};

/** One membership, of an organisation of the reader's; unknown, ended and foreign are one and the same. */
export const membershipById = async (
  reader: Reader,
  membershipId: string,
): Promise<PersonRow | undefined> => {
  if (!isUuid(membershipId)) return undefined;
  const { rows } = await inScope(pool(), reader, (client) =>
    client.query<PersonRow>(`${PEOPLE} AND m.id = $1`, [membershipId]),
  );
  return rows[0];
};
