import { pool } from '../adapters/db/pool';
import { inScope, isUuid } from '../adapters/db/scope';
import { can, may } from '../domain/access/can';
import type { OpeningPage } from '../domain/case/case-view';
import { accountView, loadRead, recordDenied } from './case-page';
import type { Reader } from './reader';

/**
 * The account for which a case is about to be opened, and why it cannot be, if so. Reading it is an event (R39);
 * foreign, unknown and not allowed look the same.
 */
export const openingPage = async (
  reader: Reader,
  accountId: string,
  db = pool(),
): Promise<OpeningPage | undefined> => {
  const { actor } = reader;
  if (actor.kind !== 'staff') return undefined;
  return inScope(db, reader, async (client) => {
    const { rows } = await client.query<{ id: string; organisation: string; timeZone: string }>(
      `SELECT o.id, o.name AS organisation, o.time_zone AS "timeZone"
       FROM account a JOIN organisation o ON o.id = a.organisation_id WHERE a.id = $1`,
      [isUuid(accountId) ? accountId : null],
    );
    const row = rows[0];
    if (!row || !may(actor, 'case.open', row.id)) {
      await recordDenied(client, reader, 'open-case', accountId);
      return undefined;
    }
    const { loaded, lastSignIn } = await loadRead(client, reader, accountId, null);
    const { account, now } = loaded;
    const { rows: openCases } = await client.query<OpeningPage['openCases'][number]>(
      `SELECT id, handle, status, opened_at AS "openedAt" FROM recovery_case
       WHERE account_id = $1 AND ended_at IS NULL ORDER BY opened_at DESC LIMIT 5`,
      [accountId],
    );
    const refused =
      can(actor, 'open-case', account, now) ?? (account.disabled ? 'account-disabled' : undefined);
    return {
      now,
      timeZone: row.timeZone,
      organisation: row.organisation,
      account: accountView(account, undefined, now, lastSignIn),
      ...(refused ? { refused } : {}),
      openCases,
    };
  });
};
