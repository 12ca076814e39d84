import type pg from 'pg';
import type { AccountStore, ImportDraft, ImportSettings } from '../../ports/accounts';
import { insertEvents } from './events';
import { addAccounts } from './import-rows';
import { inScope, isUuid, NOBODY } from './scope';

const DRAFT = `SELECT id, organisation_id AS "organisationId", sealed, imported_at AS "importedAt"
  FROM import_draft WHERE id = $1 AND expires_at > (SELECT desk_now())`;

const PRESENT = `SELECT n.sign_in FROM jsonb_to_recordset($2::jsonb) AS n(sign_in text, external_id text)
  WHERE EXISTS (SELECT FROM account a WHERE a.organisation_id = $1 AND a.sign_in = n.sign_in)
    OR n.external_id IN (SELECT a.external_id FROM account a WHERE a.organisation_id = $1)`;

const presentOf = async (
  client: pg.ClientBase,
  organisationId: string,
  accounts: readonly { signIn: string; externalId: string | null }[],
): Promise<Set<string>> => {
  const asked = accounts.map((a) => ({ sign_in: a.signIn, external_id: a.externalId }));
  const { rows } = await client.query<{ sign_in: string }>(PRESENT, [
    organisationId,
    JSON.stringify(asked),
  ]);
  return new Set(rows.map((row) => row.sign_in));
};

/** What row-level security lets the worker delete is exactly what is past its time; it cannot read a draft. */
export const forgetDrafts = async (pool: pg.Pool): Promise<void> => {
  await inScope(pool, NOBODY, (client) => client.query('DELETE FROM import_draft'));
};

/** PostgreSQL behind the port `AccountStore`. */
export const createAccountStore = (pool: pg.Pool): AccountStore => ({
  recordUnmasking: (scope, { account, objectId, note }) =>
    inScope(pool, scope, async (client) => {
      await client.query(
        `INSERT INTO note (id, organisation_id, account_id, text, created_at) VALUES ($1, $2, $3, $4, desk_now())`,
        [note.id, account.organisationId, account.id, note.text],
      );
      await insertEvents(client, scope, undefined, [
        {
          organisationId: account.organisationId,
          event: { type: 'account-unmasked', reasonHash: note.hash },
          accountId: account.id,
          objectId,
        },
      ]);
    }),

  recordReport: (scope, { draft, lines }) =>
    inScope(pool, scope, (client) =>
      insertEvents(client, scope, undefined, [
        {
          organisationId: draft.organisationId,
          event: { type: 'import-report-exported', lines },
          objectId: draft.id,
        },
      ]),
    ),

  async importSettings(scope, organisationId): Promise<ImportSettings | undefined> {
    if (!isUuid(organisationId)) return undefined;
    const { rows } = await inScope(pool, scope, (client) =>
      client.query<ImportSettings>(
        `SELECT id AS "organisationId", country, own_mail_domain AS "ownMailDomain", mail_apart AS "mailApart"
         FROM organisation WHERE id = $1`,
        [organisationId],
      ),
    );
    return rows[0];
  },

  present: (scope, organisationId, accounts) =>
    inScope(pool, scope, (client) => presentOf(client, organisationId, accounts)),

  async keepDraft(scope, { id, organisationId, sealed }, life) {
    if (scope.actor.kind !== 'staff') throw new Error('a draft belongs to a staff member');
    const { staffId } = scope.actor;
    await inScope(pool, scope, async (client) => {
      await client.query('DELETE FROM import_draft WHERE expires_at <= (SELECT desk_now())');
      await client.query(
        `INSERT INTO import_draft (id, organisation_id, staff_id, sealed, created_at, expires_at)
         VALUES ($1, $2, $3, $4, desk_now(), desk_now() + $5 * interval '1 millisecond')`,
        [id, organisationId, staffId, sealed, life],
      );
    });
  },

  async draft(scope, draftId): Promise<ImportDraft | undefined> {
    if (!isUuid(draftId)) return undefined;
    const { rows } = await inScope(pool, scope, (client) =>
      client.query<ImportDraft>(DRAFT, [draftId]),
    );
    return rows[0];
  },

  importDraft: (scope, { id, organisationId }, accounts, { format, refused }, sealReport) =>
    inScope(pool, scope, async (client) => {
      // The second of two presses waits here, and finds the draft imported.
      const { rows } = await client.query<ImportDraft>(`${DRAFT} FOR UPDATE`, [id]);
      if (!rows[0] || rows[0].importedAt) return undefined;
      // The time is read after the lock was waited for (R44).
      const { rows: clock } = await client.query<{ now: string }>('SELECT desk_now() AS now');
      const now = clock[0]?.now;
      if (now === undefined) throw new Error('the database gave no time');

      const known = await presentOf(client, organisationId, accounts);
      const wanted = accounts.filter((account) => !known.has(account.signIn));
      const added = await addAccounts(client, { scope, organisationId, now }, wanted);
      const present = new Set(
        accounts.filter((account) => !added.has(account.id)).map((account) => account.signIn),
      );
      await client.query('UPDATE import_draft SET sealed = $2, imported_at = $3 WHERE id = $1', [
        id,
        sealReport(present),
        now,
      ]);
      await insertEvents(client, scope, now, [
        {
          organisationId,
          event: {
            type: 'accounts-imported',
            accepted: added.size,
            refused: refused + present.size,
            format,
          },
          objectId: id,
        },
      ]);
      return { accepted: added.size };
    }),
});
