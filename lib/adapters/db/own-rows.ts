import type pg from 'pg';
import type { OwnRow } from '../../domain/account/own/command';
import type { OwnTarget } from '../../ports/holders';
import type { Origin } from '../../ports/world';
import { writeContact } from './recovery-contacts';
import { writeSecurityRow } from './security-rows';

type About = OwnTarget & { organisationId: string; now: string; origin: Origin };

/** Rows of the account that change in the transaction of the events; each only if it belongs to this very account. */
export const writeOwnRow = (
  client: pg.ClientBase,
  row: OwnRow,
  { accountId, organisationId, ticketHash, now, origin }: About,
): Promise<unknown> => {
  const ticket = [ticketHash ?? null, accountId];
  switch (row.kind) {
    case 'ticket-code':
      return client.query(
        'UPDATE account_ticket SET code = $3 WHERE hash = $1 AND account_id = $2',
        [...ticket, row.code],
      );
    case 'ticket-push':
      return client.query(
        'UPDATE account_ticket SET push = $3 WHERE hash = $1 AND account_id = $2',
        [...ticket, row.push],
      );
    case 'push-answered': {
      const { ticketHash: asking, ...push } = row.question;
      return client.query(
        `UPDATE account_ticket SET push = $3, used_at = CASE WHEN $4 = 'no' THEN $5::timestamptz ELSE used_at END,
           wrong_entries = wrong_entries + CASE WHEN $4 = 'wrong-number' THEN 1 ELSE 0 END
         WHERE hash = $1 AND account_id = $2`,
        [asking, accountId, push, push.answer ?? '', now],
      );
    }
    case 'ticket-wrong':
      return client.query(
        'UPDATE account_ticket SET wrong_entries = wrong_entries + 1 WHERE hash = $1 AND account_id = $2',
        ticket,
      );
    case 'ticket-used':
      return client.query(
        'UPDATE account_ticket SET used_at = $3 WHERE hash = $1 AND account_id = $2',
        [...ticket, now],
      );
    case 'session-begun':
      return client.query(
        `INSERT INTO account_session (id, organisation_id, account_id, device, address, started_at, last_seen_at,
           token_hash, authenticated_at, factor_id, given_by_case, trusted_device_id, sign_in_id)
         VALUES ($1, $2, $3, $4, $5, $6, $6, $7, CASE WHEN $12 THEN $6::timestamptz END, $8, $9,
           $10, $11)`,
        [
          row.session.id,
          organisationId,
          accountId,
          row.session.device,
          row.session.address,
          now,
          row.session.tokenHash,
          row.factorId ?? null,
          row.givenByCase ?? null,
          row.trustedDeviceId ?? null,
          row.session.signInId,
          (row.factorId ?? row.contactPointId) !== undefined,
        ],
      );
    case 'session-renewed':
      return client.query(
        `UPDATE account_session SET token_hash = $3, authenticated_at = $4, last_seen_at = $4, factor_id = $5,
           given_by_case = $6
         WHERE id = $1 AND account_id = $2 AND ended_at IS NULL`,
        [
          row.sessionId,
          accountId,
          row.tokenHash,
          now,
          row.factorId ?? null,
          row.givenByCase ?? null,
        ],
      );
    case 'sessions-ended':
      return client.query(
        'UPDATE account_session SET ended_at = $3 WHERE id = ANY ($1) AND account_id = $2 AND ended_at IS NULL',
        [row.ids, accountId, now],
      );
    case 'device-trusted':
      return client.query(
        `INSERT INTO trusted_device (id, organisation_id, account_id, label, token_hash, agent_hash, trusted_at,
           last_used_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $7::timestamptz + $8 * interval '1 millisecond')`,
        [
          row.device.id,
          organisationId,
          accountId,
          row.device.label,
          row.device.tokenHash,
          row.device.agentHash,
          now,
          row.life,
        ],
      );
    case 'device-used':
      return client.query(
        'UPDATE trusted_device SET token_hash = $3, last_used_at = $4 WHERE id = $1 AND account_id = $2 AND revoked_at IS NULL',
        [row.deviceId, accountId, row.tokenHash, now],
      );
    case 'devices-revoked':
      return client.query(
        'UPDATE trusted_device SET revoked_at = $3 WHERE id = ANY ($1) AND account_id = $2 AND revoked_at IS NULL',
        [row.ids, accountId, now],
      );
    case 'factor-step':
      return client.query(
        'UPDATE factor SET last_step = greatest(last_step, $3) WHERE id = $1 AND account_id = $2',
        [row.factorId, accountId, row.step],
      );
    case 'factor-credential':
      return client.query('UPDATE factor SET credential = $3 WHERE id = $1 AND account_id = $2', [
        row.factorId,
        accountId,
        row.credential,
      ]);
    case 'factor-removed':
      return client.query(
        `UPDATE factor SET removed_at = $3, sealed = NULL, credential = NULL
         WHERE id = $1 AND account_id = $2 AND removed_at IS NULL`,
        [row.factorId, accountId, now],
      );
    case 'backup-code-used':
      return client.query(
        `INSERT INTO backup_code_use (factor_id, number, organisation_id, account_id, used_at)
         VALUES ($1, $2, $3, $4, $5)`,
        [row.factorId, row.number, organisationId, accountId, now],
      );
    case 'recovery-contact':
      return writeContact(client, row.contact, { accountId, organisationId });
    case 'sign-in':
      return client.query(
        `INSERT INTO sign_in (id, organisation_id, account_id, at, address, country, device, outcome, factor_id,
           contact_point_id)
         VALUES ($1, $2, $3, $4, $5, '', $6, $7, $8, $9)`,
        [
          row.id,
          organisationId,
          accountId,
          now,
          row.address ?? origin.address,
          row.device,
          row.outcome,
          row.factorId ?? null,
          row.contactPointId ?? null,
        ],
      );
    default:
      return writeSecurityRow(client, row, { accountId, organisationId, now });
  }
};
