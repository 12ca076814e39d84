import { pool } from '../adapters/db/pool';
import { inScope } from '../adapters/db/scope';
import { may } from '../domain/access/can';
import type { ApprovalRow } from '../domain/case/case-view';
import type { RefusalCode } from '../domain/case/command';
import type { Instant } from '../domain/time';
import { CASE_JOINS, CASE_ROW, rowOf, type StoredRow } from './queue';
import type { Reader } from './reader';

/** Nobody has this many to approve; whoever does sees the most urgent. */
const MOST = 200;

export const approvalsSql = `WITH page AS MATERIALIZED (
    SELECT c.* FROM unnest($1::uuid[]) AS of(id) CROSS JOIN LATERAL (
      SELECT c.* FROM recovery_case c WHERE c.organisation_id = of.id AND c.next_action = 'approve'
      ORDER BY c.due_at, c.id LIMIT ${MOST}) AS c
    ORDER BY c.due_at, c.id LIMIT ${MOST})
  SELECT ${CASE_ROW}, p.display_name AS opener,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', proof->>'kind')), '[]')
      FROM jsonb_array_elements(c.state->'proofs') AS proof WHERE proof->>'status' = 'given') AS proofs,
    CASE WHEN a.person_id = $3::uuid THEN 'own-account'
      WHEN c.opened_by = $2::uuid OR (c.state->'openedBy'->>'personId')::uuid = $3::uuid THEN 'approver-opened-case'
      WHEN c.state->'staffActed' ? $2::text OR c.state->'personsActed' ? $3::text THEN 'approver-acted' END AS refused
  FROM page c ${CASE_JOINS} LEFT JOIN staff_member p ON p.id = c.opened_by
  ORDER BY c.due_at, c.id`;

type Stored = StoredRow & {
  opener: string | null;
  proofs: ApprovalRow['proofs'];
  refused: RefusalCode | null;
};

/** Everything that waits for a second person where this reader could be one, most urgent first. */
export const approvalsPage = async (
  reader: Reader,
  db = pool(),
): Promise<{ now: Instant; rows: ApprovalRow[] }> => {
  const { actor } = reader;
  const organisations =
    actor.kind === 'staff'
      ? reader.organisations.filter((id) => may(actor, 'case.approve', id))
      : [];
  return inScope(db, reader, async (client) => {
    const { rows: clock } = await client.query<{ now: Instant }>('SELECT desk_now() AS now');
    const now = clock[0]?.now ?? '';
    if (actor.kind !== 'staff' || organisations.length === 0) return { now, rows: [] };
    const { rows } = await client.query<Stored>(approvalsSql, [
      organisations,
      actor.staffId,
      actor.personId,
    ]);
    return {
      now,
      rows: rows.map(({ opener, proofs, refused, ...row }) => ({
        ...rowOf(row),
        proofs,
        ...(opener ? { opener } : {}),
        ...(refused ? { refused } : {}),
      })),
    };
  });
};
