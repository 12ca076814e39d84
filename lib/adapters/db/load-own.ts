import type pg from 'pg';
import type { AccountTicket, OwnAccount } from '../../domain/account/own/own';
import type { OwnRead, OwnTarget } from '../../ports/holders';
import { loadAccount } from './load';

/** What only the own pages know of an account, as one JSON value. `$1` is the account, `$2` the hash of a ticket, `$3` of a session. */
const OWN = `SELECT json_strip_nulls(json_build_object(
    'passwordChangedAt', iso(a.password_changed_at), 'preferredFactorId', a.preferred_factor_id,
    'devices', (SELECT coalesce(json_agg(json_build_object('id', d.id, 'label', d.label, 'agentHash', d.agent_hash,
        'trustedAt', iso(d.trusted_at), 'expiresAt', iso(d.expires_at), 'lastUsedAt', iso(d.last_used_at))
        ORDER BY d.trusted_at DESC, d.id), '[]')
      FROM trusted_device d WHERE d.account_id = a.id AND d.revoked_at IS NULL AND d.expires_at > t.now),
    'sessions', (SELECT coalesce(json_agg(json_build_object('id', s.id, 'device', s.device, 'address', s.address,
        'startedAt', iso(s.started_at), 'lastSeenAt', iso(coalesce(s.last_seen_at, s.started_at)),
        'authenticatedAt', iso(s.authenticated_at), 'factorId', s.factor_id, 'givenByCase', s.given_by_case,
        'trustedDeviceId', s.trusted_device_id, 'signInId', s.sign_in_id, 'confirming', s.confirming) ORDER BY s.started_at DESC, s.id), '[]')
      FROM account_session s WHERE s.account_id = a.id AND s.ended_at IS NULL),
    'backupCodesUsed', (SELECT coalesce(json_object_agg(u.factor_id, u.numbers), '{}') FROM (
      SELECT factor_id, json_agg(number ORDER BY number) AS numbers FROM backup_code_use
      WHERE account_id = a.id GROUP BY factor_id) u),
    'codesSent', (SELECT coalesce(json_agg(f.id), '[]') FROM factor f
      WHERE f.account_id = a.id AND f.codes_sent_at IS NOT NULL),
    'waitingChanges', (SELECT coalesce(json_agg(json_build_object('id', w.id, 'change', w.change, 'caseId', w.case_id,
        'askedAt', iso(w.asked_at), 'dueAt', iso(w.due_at)) ORDER BY w.asked_at, w.id), '[]')
      FROM waiting_change w WHERE w.account_id = a.id AND w.ended_at IS NULL),
    'confirmedAt', json_build_object('contact-points', iso(a.contact_points_confirmed_at),
      'authenticator-app', iso(a.app_confirmed_at)),
    'asked', (SELECT k.push || jsonb_build_object('ticketHash', k.hash) FROM account_ticket k
      WHERE k.account_id = a.id AND k.push IS NOT NULL AND k.used_at IS NULL AND k.expires_at > t.now
      ORDER BY k.push->>'askedAt' DESC LIMIT 1))) AS own,
  (SELECT json_strip_nulls(json_build_object('hash', k.hash, 'sessionId', k.session_id,
      'wrongEntries', k.wrong_entries, 'expiresAt', iso(k.expires_at), 'used', k.used_at IS NOT NULL,
      'code', k.code, 'push', k.push)) FROM account_ticket k WHERE k.hash = $2 AND k.account_id = a.id) AS ticket,
  (SELECT s.id FROM account_session s WHERE s.token_hash = $3 AND s.account_id = a.id AND s.ended_at IS NULL) AS session_id
  FROM account a, (SELECT desk_now() AS now) t WHERE a.id = $1`;

type Row = { own: OwnAccount; ticket: AccountTicket | null; session_id: string | null };

/** Undefined for what this scope does not hold. */
export const loadOwn = async (
  client: pg.ClientBase,
  { accountId, ticketHash, tokenHash }: OwnTarget,
): Promise<OwnRead | undefined> => {
  const [found, { rows }] = await Promise.all([
    loadAccount(client, accountId),
    client.query<Row>({
      name: 'load-own',
      text: OWN,
      values: [accountId, ticketHash ?? null, tokenHash ?? null],
    }),
  ]);
  const row = rows[0];
  return (
    found &&
    row && {
      ...found,
      own: row.own,
      ticket: row.ticket ?? undefined,
      session: row.own.sessions.find(({ id }) => id === row.session_id),
    }
  );
};
