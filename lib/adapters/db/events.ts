import type pg from 'pg';
import { refOf } from '../../domain/access/roles';
import type { RowEvent } from '../../domain/audit/event';
import { resultOf } from '../../domain/audit/result';
import type { Scope } from '../../ports/world';

/** `organisationId` null: what belongs to no organisation, seen only by whoever did it. */
export type EventLine = {
  organisationId: string | null;
  event: RowEvent;
  accountId?: string;
  objectId?: string;
};

/**
 * Writes events that do not fold, in the transaction of the rows that they tell of: when an event cannot be written,
 * nothing of it happened (R47). Without `now` they get the time of this statement. The ids are the database's; `at`
 * orders them.
 */
export const insertEvents = async (
  client: pg.ClientBase,
  { actor, origin }: Pick<Scope, 'actor' | 'origin'>,
  now: string | undefined,
  lines: readonly EventLine[],
): Promise<void> => {
  if (lines.length === 0) return;
  const ref = refOf(actor);
  const rows = lines.map(({ organisationId, event: { type, ...data }, accountId, objectId }) => ({
    organisation_id: organisationId,
    type,
    result: resultOf(type),
    account_id: accountId ?? null,
    object_id: objectId ?? null,
    data,
  }));
  await client.query(
    `INSERT INTO event (id, organisation_id, at, type, result, account_id, object_id, actor_kind, actor_id,
       origin_address, origin_agent, actor, data)
     SELECT gen_random_uuid(), e.organisation_id, coalesce($1, desk_now()), e.type, e.result, e.account_id, e.object_id, $2, $3, $4, $5, $6, e.data
     FROM jsonb_to_recordset($7::jsonb)
       AS e(organisation_id uuid, type text, result text, account_id uuid, object_id text, data jsonb)`,
    [
      now ?? null,
      ref.kind,
      ref.kind === 'staff' ? ref.id : null,
      origin.address,
      origin.userAgent.slice(0, 300),
      JSON.stringify(ref),
      JSON.stringify(rows),
    ],
  );
};
