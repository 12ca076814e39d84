import type pg from 'pg';
import type { Step } from '../../domain/case/case';
import type { RowChange } from '../../domain/case/command';
import type { CaseWrite } from '../../ports/store';

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
        'UPDATE factor SET disabled_at = NULL WHERE id = $1 AND account_id = $2',
        [change.factorId, account.id],
      );
    case 'confirm-factor':
      return client.query(
        'UPDATE factor SET added_at = $3, given_by_case = $4 WHERE id = $1 AND account_id = $2 AND added_at IS NULL',
        [change.factorId, account.id, now, c.id],
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
        'UPDATE trusted_device SET revoked_at = $2 WHERE account_id = $1 AND revoked_at IS NULL',
        [account.id, now],
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
      return client.query(
        `INSERT INTO factor (id, organisation_id, account_id, kind, label, sealed, started_at, given_by_case)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          row.factorId,
          account.organisationId,
          account.id,
          row.factorKind,
          row.label,
          row.sealed || null,
          now,
          c.id,
        ],
      );
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
