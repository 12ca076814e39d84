import type pg from 'pg';
import type { OwnEffect } from '../../domain/account/own/command';
import type { Owner } from '../../ports/holders';

const EFFECTS = `INSERT INTO effect (id, organisation_id, account_id, kind, payload, status, next_at, created_at)
  SELECT (p->>'id')::uuid, $2, $1, p->>'kind', p, 'pending', $4, $4 FROM jsonb_array_elements($3::jsonb) AS p`;

/** What belongs to the account and no case, in the transaction of what it tells of. */
export const insertOwnEffects = async (
  client: pg.ClientBase,
  { accountId, organisationId }: Owner,
  effects: readonly OwnEffect[],
  now: string,
): Promise<void> => {
  if (effects.length > 0)
    await client.query(EFFECTS, [accountId, organisationId, JSON.stringify(effects), now]);
};
