import type pg from 'pg';
import type { Account } from '../../domain/account/account';
import type { Case } from '../../domain/case/case';
import { type Policy, storedPolicy } from '../../domain/policy/policy';
import type { Loaded } from '../../ports/store';
import type { Organisation } from '../../ports/world';

/** The account as the domain knows it, as one JSON value. `a` is the row of the account, `t.now` the time. */
const ACCOUNT = `json_strip_nulls(json_build_object(
  'id', a.id, 'organisationId', a.organisation_id, 'personId', a.person_id, 'signIn', a.sign_in,
  'displayName', a.display_name, 'locale', a.locale, 'disabled', a.disabled, 'privileged', a.privileged,
  'importedAt', iso(a.imported_at), 'guard', a.guard,
  'contactPoints', (SELECT coalesce(json_agg(json_build_object('id', p.id, 'kind', p.kind, 'address', p.address,
      'source', p.source, 'addedAt', iso(p.added_at), 'givenByCase', p.given_by_case, 'removedAt', iso(p.removed_at),
      'refusedAt', iso(p.refused_at), 'opensWithAccount', p.opens_with_account, 'smsCapable', p.sms_capable,
      'deviceId', p.device_id, 'accountsWithIt', (SELECT count(DISTINCT o.account_id) FROM contact_point o
        WHERE o.organisation_id = p.organisation_id AND o.address = p.address AND o.removed_at IS NULL))
      ORDER BY p.added_at, p.id), '[]') FROM contact_point p WHERE p.account_id = a.id),
  'factors', (SELECT coalesce(json_agg(json_build_object('id', f.id, 'kind', f.kind, 'label', f.label,
      'contactPointId', f.contact_point_id, 'deviceId', f.device_id, 'synced', f.synced, 'addedAt', iso(f.added_at),
      'givenByCase', f.given_by_case, 'lastStep', f.last_step, 'usedCodes', CASE WHEN f.kind = 'backup-codes' THEN
        (SELECT json_agg(u.number ORDER BY u.number) FROM backup_code_use u WHERE u.factor_id = f.id) END, 'removedAt', iso(f.removed_at),
      'disabledAt', iso(f.disabled_at)) ORDER BY f.added_at, f.id), '[]')
      FROM factor f WHERE f.account_id = a.id AND f.added_at IS NOT NULL),
  'recoveryContacts', (SELECT coalesce(json_agg(json_build_object('id', rc.id, 'name', rc.name, 'address', rc.address,
      'invitedBy', rc.invited_by, 'givenByCase', rc.given_by_case, 'invitedAt', iso(rc.invited_at), 'expiresAt', iso(rc.expires_at),
      'acceptedAt', iso(rc.accepted_at), 'countsFrom', iso(rc.counts_from), 'toldSoonAt', iso(rc.told_soon_at),
      'activeAt', iso(rc.active_at), 'remindedAt', iso(rc.reminded_at), 'refusedAt', iso(rc.refused_at),
      'endedAt', iso(rc.ended_at), 'end', rc.end_reason) ORDER BY rc.invited_at, rc.id), '[]')
      FROM recovery_contact rc WHERE rc.account_id = a.id),
  'trustedDevices', (SELECT count(*) FROM trusted_device d WHERE d.account_id = a.id AND d.revoked_at IS NULL
      AND d.expires_at > t.now),
  'openSessions', (SELECT count(*) FROM account_session s WHERE s.account_id = a.id AND s.ended_at IS NULL),
  'ofStaff', lookup_is_staff(a.person_id, array(SELECT p.address FROM contact_point p
      WHERE p.account_id = a.id AND p.removed_at IS NULL) || a.sign_in)))`;

/**
 * The account that is named, or that of the case that is named. The sub-select around it matters: under row-level
 * security a bare COALESCE counts as leaky, and every account of the organisation would be read to find one.
 */
export const THE_ACCOUNT =
  '(SELECT coalesce($1::uuid, (SELECT account_id FROM recovery_case WHERE id = $2::uuid)))';

/** The time is read once, here, after the locks were waited for. */
const LOAD_FOR_COMMIT = `SELECT t.now, c.state, ${ACCOUNT} AS account,
  (SELECT v.policy FROM policy_version v WHERE v.organisation_id = a.organisation_id
     AND v.version = (c.state->>'policyVersion')::int) AS policy_at_opening,
  (SELECT v.policy FROM policy_version v WHERE v.organisation_id = a.organisation_id
     AND v.activated_at <= t.now ORDER BY v.version DESC LIMIT 1) AS policy_now,
  CASE WHEN c.state ? 'approval' THEN lookup_approver((c.state->'approval'->>'staffId')::uuid, a.organisation_id,
    (c.state->'approval'->>'at')::timestamptz) END AS approver
  FROM (SELECT desk_now() AS now) t CROSS JOIN account a
  LEFT JOIN recovery_case c ON c.account_id = a.id AND c.id = $2
  WHERE a.id = ${THE_ACCOUNT}`;

const ORGANISATION = `json_build_object('id', o.id, 'name', o.name, 'timeZone', o.time_zone, 'country', o.country,
  'helpdeskPhone', o.helpdesk_phone)`;

const LOAD_FOR_READING = `SELECT t.now, c.state, ${ACCOUNT} AS account, ${ORGANISATION} AS organisation
  FROM (SELECT desk_now() AS now) t CROSS JOIN account a JOIN organisation o ON o.id = a.organisation_id
  LEFT JOIN recovery_case c ON c.account_id = a.id AND c.id = $2
  WHERE a.id = ${THE_ACCOUNT}`;

const LOAD_ACCOUNT = `SELECT t.now, ${ACCOUNT} AS account, ${ORGANISATION} AS organisation,
  (SELECT v.policy FROM policy_version v WHERE v.organisation_id = a.organisation_id
     AND v.activated_at <= t.now ORDER BY v.version DESC LIMIT 1) AS policy
  FROM (SELECT desk_now() AS now) t CROSS JOIN account a JOIN organisation o ON o.id = a.organisation_id
  WHERE a.id = $1`;

export type LoadedAccount = {
  now: string;
  account: Account;
  organisation: Organisation;
  policy: Policy;
};

/** An account by itself, with the policy in force; undefined for one that this scope does not hold. */
export const loadAccount = async (
  client: pg.ClientBase,
  accountId: string,
): Promise<LoadedAccount | undefined> => {
  const { rows } = await client.query<LoadedAccount & { policy: Policy | null }>({
    name: 'load-account',
    text: LOAD_ACCOUNT,
    values: [accountId],
  });
  const row = rows[0];
  return row && { ...row, policy: storedPolicy(row.policy) };
};

type Row = {
  now: string;
  state: Case | null;
  account: Account;
  policy_at_opening: Policy | null;
  policy_now: Policy | null;
  approver: Loaded['approver'] | null;
};

/** Everything that `decide` may look at, in one round trip; undefined for what this scope does not hold. */
export const loadForCommit = async (
  client: pg.ClientBase,
  accountId: string | null,
  caseId: string | null,
): Promise<Loaded | undefined> => {
  const { rows } = await client.query<Row>({
    name: 'load-for-commit',
    text: LOAD_FOR_COMMIT,
    values: [accountId, caseId],
  });
  const row = rows[0];
  if (!row) return undefined;
  const policyNow = storedPolicy(row.policy_now);
  return {
    now: row.now,
    case: row.state ?? undefined,
    account: row.account,
    policyNow,
    policyAtOpening: row.policy_at_opening ? storedPolicy(row.policy_at_opening) : policyNow,
    approver: row.approver ?? undefined,
  };
};

export const loadForReading = async (
  client: pg.ClientBase,
  target: { caseId: string } | { accountId: string },
): Promise<
  { now: string; case: Case | undefined; account: Account; organisation: Organisation } | undefined
> => {
  const { rows } = await client.query<Row & { organisation: Organisation }>({
    name: 'load-for-reading',
    text: LOAD_FOR_READING,
    values: [
      'accountId' in target ? target.accountId : null,
      'caseId' in target ? target.caseId : null,
    ],
  });
  const row = rows[0];
  return (
    row && {
      now: row.now,
      case: row.state ?? undefined,
      account: row.account,
      organisation: row.organisation,
    }
  );
};
