import type pg from 'pg';
import type { Account } from '../../domain/account/account';
import { contactAlarm } from '../../domain/account/contact-life';
import { contactMailbox, type RecoveryContact } from '../../domain/account/recovery-contact';
import type { ContactStore, FoundContact } from '../../ports/contacts';
import { inScope, NOBODY } from './scope';

const SAVE = `INSERT INTO recovery_contact (id, organisation_id, account_id, name, address, mailbox, invited_by,
    given_by_case, invited_at, expires_at, accepted_at, counts_from, told_soon_at, active_at, reminded_at, refused_at,
    ended_at, end_reason)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`;

const CHANGE = `UPDATE recovery_contact SET accepted_at = $3, counts_from = $4, told_soon_at = $5, active_at = $6,
    reminded_at = $7, refused_at = $8, ended_at = $9, end_reason = $10
  WHERE id = $1 AND account_id = $2`;

const ALARM = `INSERT INTO alarm (subject, subject_id, organisation_id, at) VALUES ('recovery-contact', $1, $2, $3)
  ON CONFLICT (subject, subject_id) DO UPDATE SET at = excluded.at`;

/** The row as it stands from now on, and its alarm: both, or neither. */
export const writeContact = async (
  client: pg.ClientBase,
  contact: RecoveryContact,
  { accountId, organisationId }: { accountId: string; organisationId: string },
): Promise<void> => {
  const { id, name, address, invitedBy, givenByCase, invitedAt, expiresAt } = contact;
  const changing = [
    contact.acceptedAt ?? null,
    contact.countsFrom ?? null,
    contact.toldSoonAt ?? null,
    contact.activeAt ?? null,
    contact.remindedAt ?? null,
    contact.refusedAt ?? null,
    contact.endedAt ?? null,
    contact.end ?? null,
  ];
  const changed = await client.query(CHANGE, [id, accountId, ...changing]);
  if (changed.rowCount === 0)
    await client.query(SAVE, [
      id,
      organisationId,
      accountId,
      name,
      address,
      contactMailbox(address),
      invitedBy,
      givenByCase ?? null,
      invitedAt,
      expiresAt,
      ...changing,
    ]);
  const at = contactAlarm(contact);
  if (at) await client.query(ALARM, [id, organisationId, at]);
  else
    await client.query("DELETE FROM alarm WHERE subject = 'recovery-contact' AND subject_id = $1", [
      id,
    ]);
};

/**
 * On how many other accounts a mailbox is, or is asked to be, a recovery contact. Two accounts that ask the same person
 * at once stand in line here: a limit that two can pass together is none. Taken after the account's lock, never before.
 */
export const countMailbox = async (
  client: pg.ClientBase,
  mailbox: string,
  { id }: Pick<Account, 'id'>,
): Promise<number> => {
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 700))', [mailbox]);
  const { rows } = await client.query<{ accounts: number }>(
    'SELECT lookup_contact_accounts($1, $2) AS accounts',
    [mailbox, id],
  );
  return rows[0]?.accounts ?? Number.POSITIVE_INFINITY;
};

const FIND = `SELECT contact_id AS "contactId", account_id AS "accountId", organisation_id AS "organisationId",
    case_id AS "caseId", proof_id AS "proofId", purpose
  FROM unnest($1::text[]) AS h(hash), lookup_contact_link(h.hash) LIMIT 1`;

/** PostgreSQL behind the port `ContactStore`. */
export const createContactStore = (pool: pg.Pool): ContactStore => ({
  async findLink(hashes) {
    const { rows } = await inScope(pool, NOBODY, (client) =>
      client.query<FoundContact>(FIND, [hashes]),
    );
    return rows[0];
  },

  async addLinks(scope, hashes, { contactId, accountId, organisationId, purpose, asked }) {
    await inScope(pool, scope, async (client) => {
      for (const hash of hashes)
        await client.query(
          `INSERT INTO contact_link (hash, organisation_id, account_id, contact_id, case_id, proof_id, purpose, created_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, desk_now()) ON CONFLICT (hash) DO NOTHING`,
          [
            hash,
            organisationId,
            accountId,
            contactId,
            asked?.caseId ?? null,
            asked?.proofId ?? null,
            purpose,
          ],
        );
    });
  },

  async addressesOf(scope, staffIds) {
    const { rows } = await inScope(pool, scope, (client) =>
      client.query<{ address: string }>(
        `SELECT lower(a.address) AS address FROM staff_member s, unnest(ARRAY[s.sign_in, s.phone]) AS a(address)
         WHERE s.id = ANY ($1::uuid[]) AND a.address IS NOT NULL`,
        [staffIds],
      ),
    );
    return rows.map(({ address }) => address);
  },

  async contactOf(scope, contactId) {
    const { rows } = await inScope(pool, scope, (client) =>
      client.query<{ accountId: string }>(
        'SELECT account_id AS "accountId" FROM recovery_contact WHERE id = $1',
        [contactId],
      ),
    );
    return rows[0]?.accountId;
  },
});
