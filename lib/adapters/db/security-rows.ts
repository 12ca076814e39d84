import type pg from 'pg';
import type { OwnRow } from '../../domain/account/own/command';

export type SecurityRow = Extract<
  OwnRow,
  {
    kind:
      | 'factor-added'
      | 'factor-renamed'
      | 'factor-preferred'
      | 'backup-codes-added'
      | 'backup-codes-sent'
      | 'password-changed'
      | 'password-kept'
      | 'tickets-ended'
      | 'contact-point-added'
      | 'contact-point-removed'
      | 'confirming'
      | 'change-waits'
      | 'change-ended'
      | 'readiness-confirmed';
  }
>;

type About = { accountId: string; organisationId: string; now: string };

const ADD_FACTOR = `INSERT INTO factor (id, organisation_id, account_id, kind, label, contact_point_id, device_id, synced,
    sealed, credential, last_step, started_at, added_at, given_by_case)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12, $13)`;

/** The words of an address stay when it is taken off file: the desk may still be asked about it. */
const ADD_WORDS = `INSERT INTO account_word (organisation_id, word, account_id)
  SELECT $1, w, $2 FROM unnest($3::text[]) AS w ON CONFLICT DO NOTHING`;

/** What ended keeps no hash and no seed. */
const END_CHANGE = `UPDATE waiting_change SET ended_at = $3, outcome = $4,
    change = (change - 'passwordHash') #- '{factor,sealed}' #- '{factor,credential}'
  WHERE id = $1 AND account_id = $2 AND ended_at IS NULL`;

const CONFIRMED = {
  'contact-points': 'UPDATE account SET contact_points_confirmed_at = $2 WHERE id = $1',
  'authenticator-app': 'UPDATE account SET app_confirmed_at = $2 WHERE id = $1',
};

/** Rows of what the holder changes in the own account; each only if it belongs to this very account. */
export const writeSecurityRow = async (
  client: pg.ClientBase,
  row: SecurityRow,
  { accountId, organisationId, now }: About,
): Promise<unknown> => {
  switch (row.kind) {
    case 'factor-added': {
      const { factor: f } = row;
      return client.query(ADD_FACTOR, [
        f.id,
        organisationId,
        accountId,
        f.kind,
        f.label,
        f.contactPointId ?? null,
        f.deviceId ?? null,
        f.synced ?? false,
        f.sealed ?? null,
        f.credential ?? null,
        f.step ?? null,
        now,
        row.givenByCase ?? null,
      ]);
    }
    case 'backup-codes-added':
      return client.query(ADD_FACTOR, [
        row.factorId,
        organisationId,
        accountId,
        'backup-codes',
        'Back-upcodes',
        null,
        null,
        false,
        null,
        null,
        null,
        now,
        row.givenByCase ?? null,
      ]);
    case 'backup-codes-sent':
      return client.query(
        'UPDATE factor SET codes_sent_at = $3 WHERE id = $1 AND account_id = $2',
        [row.factorId, accountId, now],
      );
    case 'factor-renamed':
      return client.query('UPDATE factor SET label = $3 WHERE id = $1 AND account_id = $2', [
        row.factorId,
        accountId,
        row.label,
      ]);
    case 'factor-preferred':
      return client.query('UPDATE account SET preferred_factor_id = $2 WHERE id = $1', [
        accountId,
        row.factorId,
      ]);
    case 'password-changed':
      return client.query(
        'UPDATE account SET password_hash = $2, password_changed_at = $3 WHERE id = $1',
        [accountId, row.hash, now],
      );
    case 'password-kept':
      return client.query(
        `INSERT INTO case_setting (id, organisation_id, account_id, case_id, kind, value, created_at)
         SELECT $1, $2, id, $3, 'password', coalesce(password_hash, ''), $5 FROM account WHERE id = $4`,
        [row.settingId, organisationId, row.caseId, accountId, now],
      );
    case 'tickets-ended':
      return client.query(
        'UPDATE account_ticket SET used_at = $2 WHERE account_id = $1 AND used_at IS NULL',
        [accountId, now],
      );
    case 'contact-point-added': {
      const { point } = row;
      await client.query(
        `INSERT INTO contact_point (id, organisation_id, account_id, kind, address, source, added_at, opens_with_account,
           sms_capable, given_by_case) VALUES ($1, $2, $3, $4, $5, 'holder', $6, $7, $8, $9)`,
        [
          point.id,
          organisationId,
          accountId,
          point.kind,
          point.address,
          now,
          point.opensWithAccount,
          point.smsCapable,
          row.givenByCase ?? null,
        ],
      );
      return client.query(ADD_WORDS, [organisationId, accountId, point.words]);
    }
    case 'contact-point-removed':
      return client.query(
        'UPDATE contact_point SET removed_at = $3 WHERE id = $1 AND account_id = $2 AND removed_at IS NULL',
        [row.contactPointId, accountId, now],
      );
    case 'confirming':
      return client.query(
        'UPDATE account_session SET confirming = $3 WHERE id = $1 AND account_id = $2 AND ended_at IS NULL',
        [row.sessionId, accountId, row.confirming ?? null],
      );
    case 'change-waits': {
      const { id, change, caseId, askedAt, dueAt } = row.waiting;
      await client.query(
        `INSERT INTO waiting_change (id, organisation_id, account_id, case_id, change, asked_at, due_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [id, organisationId, accountId, caseId, change, askedAt, dueAt],
      );
      return client.query(
        `INSERT INTO alarm (subject, subject_id, organisation_id, at) VALUES ('waiting-change', $1, $2, $3)`,
        [id, organisationId, dueAt],
      );
    }
    case 'change-ended':
      await client.query("DELETE FROM alarm WHERE subject = 'waiting-change' AND subject_id = $1", [
        row.changeId,
      ]);
      return client.query(END_CHANGE, [row.changeId, accountId, now, row.outcome]);
    case 'readiness-confirmed':
      return client.query(CONFIRMED[row.what], [accountId, now]);
  }
};
