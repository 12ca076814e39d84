import type pg from 'pg';
import type { Directory } from '../../ports/directory';
import { inScope } from '../db/scope';

/** Accounts that live in Regain's own tables. Changes are made in the transaction of the done-mark (`row-changes.ts`). */
export const createBuiltInDirectory = (pool: pg.Pool): Directory => ({
  name: 'built-in',
  transactional: true,
  perform() {
    throw new Error('the built-in directory changes in the transaction of the done-mark');
  },
  async readBack(scope, accountId, going) {
    const { rows } = await inScope(pool, scope, (client) =>
      client.query<{ left: string }>(
        `SELECT f.id::text AS left FROM factor f WHERE f.account_id = $1 AND f.id = ANY ($2::uuid[])
           AND f.added_at IS NOT NULL AND f.removed_at IS NULL
         UNION ALL SELECT p.id::text FROM contact_point p WHERE p.account_id = $1 AND p.id = ANY ($9::uuid[])
           AND p.removed_at IS NULL
         UNION ALL SELECT 'backup-codes' WHERE $3 AND EXISTS (SELECT FROM factor f WHERE f.account_id = $1
           AND f.kind = 'backup-codes' AND f.removed_at IS NULL AND f.added_at IS NOT NULL AND f.id <> ALL ($4::uuid[]))
         UNION ALL SELECT 'devices' WHERE $5 AND EXISTS (SELECT FROM trusted_device d WHERE d.account_id = $1
           AND d.revoked_at IS NULL AND ($6::timestamptz IS NULL OR d.trusted_at <= $6)
           AND NOT EXISTS (SELECT FROM factor f WHERE f.id = ANY ($4::uuid[]) AND f.device_id = d.id::text))
         UNION ALL SELECT 'sessions' WHERE $7 AND EXISTS (SELECT FROM account_session s WHERE s.account_id = $1
           AND s.ended_at IS NULL AND ($8::timestamptz IS NULL OR s.started_at <= $8))`,
        [
          accountId,
          going.factorIds,
          going.backupCodes,
          going.newFactorIds ?? [],
          going.devices !== undefined,
          going.devices?.before ?? null,
          going.sessions !== undefined,
          going.sessions?.before ?? null,
          going.contactPointIds ?? [],
        ],
      ),
    );
    return rows.map((row) => row.left);
  },
});
