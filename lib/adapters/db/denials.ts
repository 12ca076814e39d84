import type pg from 'pg';
import { refOf } from '../../domain/access/roles';
import type { Store } from '../../ports/store';
import { inScope, NOBODY } from './scope';

/**
 * Records a denial in a transaction of its own, under the actor's own organisation, so that a foreign id leaves no
 * trace where it belongs. Who cannot be placed is counted per minute and address, so that nobody fills the log.
 */
export const denialsOf =
  (pool: pg.Pool, newId: () => string): Store['deny'] =>
  async ({ actor, origin, action, code, objectId, organisationId }) => {
    if (!organisationId && actor.kind !== 'staff') {
      await inScope(pool, NOBODY, (client) =>
        client.query(
          `INSERT INTO anonymous_denial (minute, address, action, code, count)
           VALUES (date_trunc('minute', desk_now()), $1, $2, $3, 1)
           ON CONFLICT (minute, address, action, code) DO UPDATE SET count = anonymous_denial.count + 1`,
          [origin.address, action, code],
        ),
      );
      return;
    }
    const ref = refOf(actor);
    await inScope(
      pool,
      { organisations: organisationId ? [organisationId] : [], actor },
      (client) =>
        client.query(
          `INSERT INTO event (id, organisation_id, at, type, result, object_id, actor_kind, actor_id,
             origin_address, origin_agent, actor, data)
           VALUES ($1, $2, desk_now(), 'denied', 'refused', $3, $4, $5, $6, $7, $8, $9)`,
          [
            newId(),
            organisationId ?? null,
            objectId ?? null,
            ref.kind,
            ref.kind === 'staff' ? ref.id : null,
            origin.address,
            origin.userAgent.slice(0, 300),
            JSON.stringify(ref),
            JSON.stringify({ action, code }),
          ],
        ),
    );
  };
