import type { Pool, PoolClient } from 'pg';
import { loadForReading } from '../adapters/db/load';
import { pool } from '../adapters/db/pool';
import { inScope } from '../adapters/db/scope';
import type { HolderActor } from '../domain/access/roles';
import type { Case } from '../domain/case/case';
import { type Policy, storedPolicy, stricterOf } from '../domain/policy/policy';
import { type HolderView, holderView } from './holder-view';

/** Who asks (whoever has the case in hand, else who opened it), and the policy at the opening and now. */
const AROUND = `SELECT
  (SELECT s.display_name FROM staff_member s WHERE s.id = $2) AS agent,
  (SELECT v.policy FROM policy_version v WHERE v.organisation_id = $1 AND v.version = $3) AS at_opening,
  (SELECT v.policy FROM policy_version v WHERE v.organisation_id = $1
     AND v.activated_at <= (SELECT desk_now()) ORDER BY v.version DESC LIMIT 1) AS now`;

const around = async (client: PoolClient, c: Case) => {
  const { rows } = await client.query<{
    agent: string | null;
    at_opening: Policy | null;
    now: Policy | null;
  }>({
    name: 'holder-page-around',
    text: AROUND,
    values: [c.organisationId, c.assigneeId ?? c.openedBy?.staffId ?? null, c.policyVersion],
  });
  const row = rows[0];
  const now = storedPolicy(row?.now);
  const before = row?.at_opening ? storedPolicy(row.at_opening) : now;
  return { agent: row?.agent ?? undefined, policy: stricterOf(before, now) };
};

/** What the holder typed to be set up in this case, until it stands on file. */
const typedAddress = async (client: PoolClient, c: Case): Promise<string | undefined> => {
  const to = c.enrolment?.code?.contactPointId;
  if (!to) return undefined;
  const { rows } = await client.query<{ value: string }>(
    `SELECT value FROM case_setting WHERE id = $1 AND case_id = $2 AND kind = 'contact-point'`,
    [to, c.id],
  );
  return rows[0]?.value;
};

type Reader = { actor: HolderActor; organisations: readonly string[] };

/** The holder's page for the screen that `findHandle` let in; undefined for a case that this screen may not see. */
export const holderPage = (reader: Reader): Promise<HolderView | undefined> =>
  loadHolderPage(pool(), reader);

export const loadHolderPage = (from: Pool, reader: Reader): Promise<HolderView | undefined> =>
  inScope(from, reader, async (client) => {
    const read = await loadForReading(client, { caseId: reader.actor.caseId });
    if (!read?.case) return undefined;
    const { agent, policy } = await around(client, read.case);
    const typed = await typedAddress(client, read.case);
    return holderView(
      {
        ...read,
        case: read.case,
        policy,
        ...(agent ? { agent } : {}),
        ...(typed ? { typedAddress: typed } : {}),
      },
      reader.actor,
    );
  });
