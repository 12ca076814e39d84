import type pg from 'pg';
import type { CodeLink, CodeLinkStore } from '../../ports/code-links';
import { inScope, NOBODY } from './scope';

const FIND = `SELECT json_strip_nulls(json_build_object('organisationId', organisation_id, 'accountId', account_id,
    'contactPointId', contact_point_id, 'about', about)) AS link
  FROM unnest($1::text[]) AS h(hash), lookup_code_link(h.hash) LIMIT 1`;

/** A try that is made again stores the same link again: its first day counts. */
const ADD = `INSERT INTO code_link (hash, organisation_id, account_id, contact_point_id, about, created_at)
  SELECT hash, $2, $3, $4, $5, desk_now() FROM unnest($1::text[]) AS h(hash) ON CONFLICT (hash) DO NOTHING`;

/** PostgreSQL behind the port `CodeLinkStore`. */
export const createCodeLinkStore = (pool: pg.Pool): CodeLinkStore => ({
  async find(hashes) {
    const { rows } = await inScope(pool, NOBODY, (client) =>
      client.query<{ link: CodeLink }>(FIND, [hashes]),
    );
    return rows[0]?.link;
  },

  async add(hashes, { organisationId, accountId, contactPointId, about }) {
    await inScope(pool, { organisations: [organisationId], actor: { kind: 'system' } }, (client) =>
      client.query(ADD, [hashes, organisationId, accountId, contactPointId ?? null, about]),
    );
  },
});
