import { insertEvents } from '../adapters/db/events';
import { pool } from '../adapters/db/pool';
import { inScope } from '../adapters/db/scope';
import { wordsToFind } from '../domain/account/search-words';
import type { QueueRow } from '../domain/case/case-view';
import { readHandle } from '../domain/case/handle';
import type { Instant } from '../domain/time';
import { CASE_JOINS, CASE_ROW, readable, rowOf, type StoredRow } from './queue';
import type { Reader } from './reader';

/** More than this is no answer: whoever sees the notice types more. */
const MOST = 50;
/** How many accounts one beginning of a word may lead to before the search is called too wide. */
const MOST_ACCOUNTS = 500;

export type QueueFound = {
  now: Instant;
  /** The one case whose handle was typed. */
  exact?: string;
  rows: QueueRow[];
  more: boolean;
};

export const searchSql = (words: number): string => {
  const hits = Array.from(
    { length: words },
    (_, i) =>
      `SELECT account_id FROM account_word WHERE organisation_id = ANY ($1::uuid[]) AND word ^@ $${i + 2}`,
  );
  return `WITH hit AS MATERIALIZED (SELECT account_id FROM (${hits.join(' INTERSECT ')}) AS h LIMIT ${MOST_ACCOUNTS}),
      page AS MATERIALIZED (SELECT c.* FROM hit JOIN recovery_case c ON c.account_id = hit.account_id
        WHERE c.organisation_id = ANY ($1::uuid[])
        ORDER BY c.ended_at IS NOT NULL, c.due_at DESC, c.id LIMIT ${MOST + 1})
    SELECT ${CASE_ROW} FROM page c ${CASE_JOINS} ORDER BY c.ended_at IS NOT NULL, c.due_at DESC, c.id`;
};

/**
 * Cases of every tab by handle, or by what is known of the account holder; open ones first. Searching by somebody's
 * words is a look-up, so its counts are an event in the same transaction (R39); a handle is nobody's.
 */
export const searchQueue = async (
  reader: Reader,
  text: string,
  db = pool(),
): Promise<QueueFound> => {
  const organisations = readable(reader);
  const handle = readHandle(text);
  const words = wordsToFind(text);
  return inScope(db, reader, async (client) => {
    const { rows: clock } = await client.query<{ now: Instant }>('SELECT desk_now() AS now');
    const now = clock[0]?.now ?? '';
    if (organisations.length === 0) return { now, rows: [], more: false };
    if (handle) {
      const { rows } = await client.query<{ id: string }>(
        'SELECT id FROM recovery_case WHERE handle = $1 AND organisation_id = ANY ($2::uuid[])',
        [handle, organisations],
      );
      if (rows[0]) return { now, exact: rows[0].id, rows: [], more: false };
    }
    if (words.length === 0) return { now, rows: [], more: false };
    const { rows: found } = await client.query<StoredRow>(searchSql(words.length), [
      organisations,
      ...words,
    ]);
    const rows = found.slice(0, MOST).map(rowOf);
    await insertEvents(
      client,
      reader,
      undefined,
      organisations.map((organisationId) => ({
        organisationId,
        event: {
          type: 'accounts-searched',
          words: words.length,
          found: rows.filter((row) => row.organisationId === organisationId).length,
        },
      })),
    );
    return { now, rows, more: found.length > MOST };
  });
};
