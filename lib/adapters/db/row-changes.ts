import type pg from 'pg';
import { DEVICE_TRUSTED } from '../../domain/account/own/signing-in';
import type { Step } from '../../domain/case/case';
import type { RowChange } from '../../domain/case/command';
import type { CaseWrite } from '../../ports/store';

/** A push brings the browser along that it asks: trusted from now on, and not before. */
const CONFIRM_FACTOR = `WITH confirmed AS (
    UPDATE factor SET added_at = $3, given_by_case = $4
    WHERE id = $1 AND account_id = $2 AND added_at IS NULL RETURNING device_id)
  INSERT INTO trusted_device (id, organisation_id, account_id, label, token_hash, agent_hash, trusted_at, last_used_at,
    expires_at)
  SELECT s.id, s.organisation_id, s.account_id, s.details->>'label', s.value, s.details->>'agentHash', $3, $3,
    $3::timestamptz + $5 * interval '1 millisecond'
  FROM case_setting s JOIN confirmed f ON f.device_id = s.id::text
  WHERE s.kind = 'device' AND s.account_id = $2 AND s.case_id = $4`;

/** Comes back as well after a veto that was no veto; its words stay, the desk may be asked about it. */
const ADD_POINT = `WITH back AS (
    UPDATE contact_point SET removed_at = NULL WHERE id = $1 AND account_id = $2 AND given_by_case = $4),
  setting AS (
    SELECT * FROM case_setting WHERE id = $1 AND account_id = $2 AND case_id = $4 AND kind = 'contact-point'),
  words AS (
    INSERT INTO account_word (organisation_id, word, account_id)
    SELECT s.organisation_id, w, s.account_id FROM setting s, jsonb_array_elements_text(s.details->'words') AS w
    ON CONFLICT DO NOTHING)
  INSERT INTO contact_point (id, organisation_id, account_id, kind, address, source, added_at, given_by_case,
    opens_with_account, sms_capable)
  SELECT s.id, s.organisation_id, s.account_id, s.details->>'kind', s.value, 'case', $3, $4,
    (s.details->>'opensWithAccount')::boolean, (s.details->>'smsCapable')::boolean FROM setting s
  ON CONFLICT (id) DO NOTHING`;

/** Only what this case took off file, and not beside the same address that came on file since. */
const RESTORE_POINT = `UPDATE contact_point p SET removed_at = NULL
  WHERE p.id = $1 AND p.account_id = $2 AND p.removed_at = ANY ($3::timestamptz[])
    AND NOT EXISTS (SELECT FROM contact_point o WHERE o.account_id = $2 AND o.kind = p.kind
      AND o.address = p.address AND o.removed_at IS NULL)`;

const takenAt = ({ steps }: CaseWrite['case'], contactPointId: string): string[] =>
  steps.flatMap(({ change, doneAt }) =>
    change.kind === 'remove-contact-point' && change.contactPointId === contactPointId && doneAt
      ? [doneAt]
      : [],
  );

/** Every part sees the rows as they were before it, so the two change places: the one before can be set back. */
const SWAP_PASSWORD = `WITH kept AS (
    UPDATE case_setting SET value = coalesce((SELECT password_hash FROM account WHERE id = $2), '')
    WHERE id = $1 AND account_id = $2 AND case_id = $4 AND kind = 'password')
  UPDATE account SET password_changed_at = $3, password_hash = (SELECT nullif(value, '') FROM case_setting
    WHERE id = $1 AND account_id = $2 AND case_id = $4 AND kind = 'password') WHERE id = $2`;

/** Changes of the built-in directory: rows of the account, in the transaction of the done-mark (R30). */
const changeDirectory = (
  client: pg.ClientBase,
  { account, case: c }: CaseWrite,
  change: Step['change'],
  now: string,
): Promise<unknown> | undefined => {
  switch (change.kind) {
    case 'disable-factor':
      return client.query(
        'UPDATE factor SET disabled_at = $3 WHERE id = $1 AND account_id = $2 AND disabled_at IS NULL',
        [change.factorId, account.id, now],
      );
    case 'enable-factor':
      return client.query(
        `WITH enabled AS (
           UPDATE factor SET disabled_at = NULL WHERE id = $1 AND account_id = $2 RETURNING device_id)
         UPDATE trusted_device d SET revoked_at = NULL FROM enabled e
         WHERE d.id::text = e.device_id AND d.account_id = $2 AND d.expires_at > $3`,
        [change.factorId, account.id, now],
      );
    case 'confirm-factor':
      return client.query(CONFIRM_FACTOR, [change.factorId, account.id, now, c.id, DEVICE_TRUSTED]);
    case 'add-contact-point':
      return client.query(ADD_POINT, [change.contactPointId, account.id, now, c.id]);
    case 'remove-contact-point':
      return client.query(
        'UPDATE contact_point SET removed_at = $3 WHERE id = $1 AND account_id = $2 AND removed_at IS NULL',
        [change.contactPointId, account.id, now],
      );
    case 'restore-contact-point':
      return client.query(RESTORE_POINT, [
        change.contactPointId,
        account.id,
        takenAt(c, change.contactPointId),
      ]);
    case 'set-password':
    case 'unset-password':
      return client.query(SWAP_PASSWORD, [change.settingId, account.id, now, c.id]);
    case 'end-recovery-contact':
      return client.query(
        `WITH ended AS (
           UPDATE recovery_contact SET ended_at = $3, end_reason = 'stopped'
           WHERE id = $1 AND account_id = $2 AND ended_at IS NULL RETURNING id)
         DELETE FROM alarm a USING ended e WHERE a.subject = 'recovery-contact' AND a.subject_id = e.id`,
        [change.contactId, account.id, now],
      );
    case 'remove-factor':
      return client.query(
        'UPDATE factor SET removed_at = $3, sealed = NULL, credential = NULL WHERE id = $1 AND account_id = $2 AND removed_at IS NULL',
        [change.factorId, account.id, now],
      );
    case 'remove-backup-codes':
      return client.query(
        `UPDATE factor SET removed_at = $2, sealed = NULL, credential = NULL
         WHERE account_id = $1 AND kind = 'backup-codes' AND removed_at IS NULL AND given_by_case IS DISTINCT FROM $3`,
        [account.id, now, c.id],
      );
    case 'revoke-devices':
      return client.query(
        `UPDATE trusted_device d SET revoked_at = $2 WHERE d.account_id = $1 AND d.revoked_at IS NULL
           AND NOT EXISTS (SELECT FROM factor f WHERE f.device_id = d.id::text AND f.given_by_case = $3
             AND f.added_at IS NOT NULL AND f.disabled_at IS NULL AND f.removed_at IS NULL AND f.account_id = $1)`,
        [account.id, now, c.id],
      );
    case 'end-sessions':
      return client.query(
        'UPDATE account_session SET ended_at = $2 WHERE account_id = $1 AND ended_at IS NULL',
        [account.id, now],
      );
    case 'read-back':
      return undefined;
  }
};

type Setting = {
  id: string;
  kind: 'contact-point' | 'device' | 'password';
  value: string;
  details: object;
};

/** What is set up and not in force yet. */
const addSetting = (
  client: pg.ClientBase,
  { account, case: c }: CaseWrite,
  now: string,
  { id, kind, value, details }: Setting,
): Promise<unknown> =>
  client.query(
    `INSERT INTO case_setting (id, organisation_id, account_id, case_id, kind, value, details, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, account.organisationId, account.id, c.id, kind, value, details, now],
  );

const writePendingFactor = async (
  client: pg.ClientBase,
  write: CaseWrite,
  row: Extract<RowChange, { kind: 'pending-factor' }>,
  now: string,
): Promise<void> => {
  const { account, case: c } = write;
  if (row.device) {
    const { id, tokenHash, ...details } = row.device;
    await addSetting(client, write, now, { id, kind: 'device', value: tokenHash, details });
  }
  await client.query(
    `INSERT INTO factor (id, organisation_id, account_id, kind, label, sealed, started_at, given_by_case,
       contact_point_id, device_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      row.factorId,
      account.organisationId,
      account.id,
      row.factorKind,
      row.label,
      row.sealed || null,
      now,
      c.id,
      row.contactPointId ?? null,
      row.device?.id ?? null,
    ],
  );
};

const writeRow = (
  client: pg.ClientBase,
  write: CaseWrite,
  row: RowChange,
  now: string,
): Promise<unknown> | undefined => {
  const { account, case: c } = write;
  switch (row.kind) {
    case 'directory':
      return changeDirectory(client, write, row.change, now);
    case 'pending-factor':
      return writePendingFactor(client, write, row, now);
    case 'pending-point': {
      const { id, address, ...details } = row.point;
      return addSetting(client, write, now, { id, kind: 'contact-point', value: address, details });
    }
    case 'pending-password':
      return addSetting(client, write, now, {
        id: row.settingId,
        kind: 'password',
        value: row.hash,
        details: {},
      });
    case 'factor-credential':
      return client.query(
        'UPDATE factor SET credential = $3, synced = $4 WHERE id = $1 AND account_id = $2 AND added_at IS NULL',
        [row.factorId, account.id, row.credential, row.synced],
      );
    case 'factor-step':
      return client.query(
        'UPDATE factor SET last_step = greatest(last_step, $3) WHERE id = $1 AND account_id = $2',
        [row.factorId, account.id, row.step],
      );
    case 'backup-code-used':
      return client.query(
        `INSERT INTO backup_code_use (factor_id, number, organisation_id, account_id, used_at)
         VALUES ($1, $2, $3, $4, $5)`,
        [row.factorId, row.number, account.organisationId, account.id, now],
      );
    case 'contact-point-refused':
      return client.query(
        row.refused
          ? 'UPDATE contact_point SET refused_at = $3 WHERE id = $1 AND account_id = $2 AND refused_at IS NULL'
          : 'UPDATE contact_point SET refused_at = NULL WHERE id = $1 AND account_id = $2 AND refused_at < $3',
        [row.contactPointId, account.id, now],
      );
    case 'request-answered':
      return client.query(
        'UPDATE recovery_request SET answered_at = $3 WHERE id = $1 AND account_id = $2 AND answered_at IS NULL',
        [row.requestId, account.id, now],
      );
    case 'note':
      return client.query(
        'INSERT INTO note (id, organisation_id, case_id, account_id, text, created_at) VALUES ($1, $2, $3, $4, $5, $6)',
        [row.noteId, account.organisationId, c.id, account.id, row.text, now],
      );
  }
};

/** Rows that change beside the events, one after the other, in the same transaction. */
export const writeRows = async (
  client: pg.ClientBase,
  write: CaseWrite,
  now: string,
): Promise<void> => {
  for (const row of write.rows) await writeRow(client, write, row, now);
};
