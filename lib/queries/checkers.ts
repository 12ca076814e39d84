import { pool } from '../adapters/db/pool';
import { inScope } from '../adapters/db/scope';
import { PERMISSIONS } from '../domain/access/permissions';
import type { Reader } from './reader';

/** Colleagues of this organisation who may record an identity check at all, without whoever asks (R6). */
export const checkersFor = async (
  reader: Reader,
  organisationId: string,
  db = pool(),
): Promise<{ id: string; name: string }[]> => {
  const { actor } = reader;
  if (actor.kind !== 'staff') return [];
  return inScope(db, reader, async (client) => {
    const { rows } = await client.query<{ id: string; name: string }>(
      `SELECT DISTINCT s.id, s.display_name AS name FROM membership m JOIN staff_member s ON s.id = m.staff_id
       WHERE m.organisation_id = $1 AND m.ended_at IS NULL AND m.role = ANY ($2::text[])
         AND s.disabled_at IS NULL AND s.id <> $3 ORDER BY name, s.id LIMIT 500`,
      [organisationId, PERMISSIONS['case.identity-check'], actor.staffId],
    );
    return rows;
  });
};
