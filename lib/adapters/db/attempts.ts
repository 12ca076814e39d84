import type pg from 'pg';
import type { AttemptRead, Attempts, FoundAttempt, Reported } from '../../ports/messages';
import { inScope, isUuid, NOBODY } from './scope';

const system = (organisationId: string) =>
  ({ organisations: [organisationId], actor: { kind: 'system' } }) as const;

/** A code that was asked for again within this time goes over the next route. */
const SENT_AGAIN_WITHIN = '1 hour';

const LONGEST_NAME = 300;

const READ = `SELECT m.case_id AS "caseId", m.contact_point_id AS "contactPointId", m.outcome, m.reported,
    e.payload AS effect, coalesce(e.status NOT IN ('pending','claimed'), true) AS settled,
    EXISTS (SELECT FROM message_attempt l WHERE l.contact_point_id = m.contact_point_id AND l.at > m.at
      AND l.outcome = 'accepted' AND l.reported IS DISTINCT FROM 'undeliverable') AS overtaken
  FROM message_attempt m LEFT JOIN effect e ON e.id = m.effect_id WHERE m.id = $1`;

/** The record of tries and reports. The worker writes tries, whoever hears a report writes that. */
export const createAttempts = (pool: pg.Pool): Attempts => ({
  async begin({ id, channel, route, reference, ...of }) {
    await inScope(pool, system(of.organisationId), (client) =>
      client.query(
        `INSERT INTO message_attempt (id, organisation_id, account_id, case_id, contact_point_id, effect_id, channel,
           route, reference, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, desk_now())`,
        [
          id,
          of.organisationId,
          of.accountId,
          of.caseId ?? null,
          of.contactPointId ?? null,
          of.effectId,
          channel,
          route,
          reference ?? null,
        ],
      ),
    );
  },

  async end({ id, organisationId }, { outcome, reference, reason }) {
    const { rows } = await inScope(pool, system(organisationId), (client) =>
      client.query<{ reported: Reported | null }>(
        `UPDATE message_attempt SET outcome = $2, reference = coalesce($3, reference), reason = $4
         WHERE id = $1 RETURNING reported`,
        [id, outcome, reference ?? null, reason ?? null],
      ),
    );
    return rows[0]?.reported ?? undefined;
  },

  async lastRoute({ organisationId, contactPointId, channel }) {
    const { rows } = await inScope(pool, system(organisationId), (client) =>
      client.query<{ route: string }>(
        `SELECT route FROM message_attempt WHERE contact_point_id = $1 AND channel = $2 AND outcome = 'accepted'
           AND at > (SELECT desk_now()) - interval '${SENT_AGAIN_WITHIN}' ORDER BY at DESC, id DESC LIMIT 1`,
        [contactPointId, channel],
      ),
    );
    return rows[0]?.route;
  },

  async find(named) {
    if (named.length > LONGEST_NAME || named.includes('\0')) return undefined;
    const { rows } = await inScope(pool, NOBODY, (client) =>
      client.query<FoundAttempt>(
        `SELECT attempt_id AS "attemptId", organisation_id AS "organisationId", channel, route
         FROM lookup_attempt($1)`,
        [named],
      ),
    );
    return rows[0];
  },

  async report({ attemptId, organisationId }, reported) {
    await inScope(pool, system(organisationId), (client) =>
      client.query(
        `UPDATE message_attempt SET reported = $2, reported_at = desk_now()
         WHERE id = $1 AND (reported IS NULL OR (reported = 'under-way' AND $2 <> 'under-way'))`,
        [attemptId, reported],
      ),
    );
  },

  async read(organisationId, attemptId) {
    if (!isUuid(attemptId)) return undefined;
    const { rows } = await inScope(pool, system(organisationId), (client) =>
      client.query<AttemptRead>(READ, [attemptId]),
    );
    return rows[0];
  },

  async refuseContactPoint(organisationId, contactPointId) {
    await inScope(pool, system(organisationId), (client) =>
      client.query(
        'UPDATE contact_point SET refused_at = desk_now() WHERE id = $1 AND refused_at IS NULL',
        [contactPointId],
      ),
    );
  },
});
