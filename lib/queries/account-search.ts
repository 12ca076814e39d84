import { insertEvents } from '../adapters/db/events';
import { pool } from '../adapters/db/pool';
import { inScope, isUuid } from '../adapters/db/scope';
import { may } from '../domain/access/can';
import { maskedSignIn } from '../domain/account/masked';
import { wordsToFind } from '../domain/account/search-words';
import type { Reader } from './reader';

export type AccountFound = {
  id: string;
  displayName: string;
  organisation: string;
  organisationId: string;
  /** Masked (R38): the whole of it is on no list. */
  signInMasked: string;
  disabled: boolean;
  privileged: boolean;
};

export type AccountsFound = {
  accounts: AccountFound[];
  /** Give it as `after` for the accounts that follow; absent on the last page. */
  next?: string;
};

const PAGE = 25;

type Row = Omit<AccountFound, 'signInMasked'> & { signIn: string };

/**
 * Each word is a range of the index on (organisation, word): the only kind of search that keeps it under the wall.
 * The accounts are then fetched one by one: left to itself, the planner reads all of them for a short word.
 */
export const accountSearch = (
  words: readonly string[],
  organisations: readonly string[],
  after: string | undefined,
): { text: string; values: unknown[] } => {
  const hits = words.map(
    (_, i) =>
      `SELECT account_id FROM account_word WHERE organisation_id = ANY ($1::uuid[]) AND word ^@ $${i + 4}`,
  );
  return {
    text: `SELECT a.id, a.display_name AS "displayName", o.name AS organisation, o.id AS "organisationId",
        a.sign_in AS "signIn", a.disabled, a.privileged
      FROM (SELECT DISTINCT account_id FROM (${hits.join(' INTERSECT ')}) AS hit) AS found
      CROSS JOIN LATERAL (SELECT * FROM account WHERE id = found.account_id LIMIT 1) AS a
      JOIN organisation o ON o.id = a.organisation_id
      WHERE $2::uuid IS NULL OR (a.display_name, a.id) > (SELECT l.display_name, l.id FROM account l WHERE l.id = $2)
      ORDER BY a.display_name, a.id LIMIT $3`,
    values: [organisations, after ?? null, PAGE + 1, ...words],
  };
};

/**
 * Accounts whose name, sign-in, address or number has words that begin like all of those typed, by name.
 * The look-up and its event are one transaction: nobody searches without a line in the log (R39), and the line holds
 * counts, never what was looked for. Without the permission anywhere it finds nothing, and the denial is the line.
 */
export const searchAccounts = async (
  reader: Reader,
  text: string,
  { after }: { after?: string | undefined } = {},
  db = pool(),
): Promise<AccountsFound> => {
  const { actor } = reader;
  const allowed = reader.organisations.filter(
    (id) => actor.kind === 'staff' && may(actor, 'account.read', id),
  );
  const words = wordsToFind(text);
  if (words.length === 0) return { accounts: [] };
  return inScope(db, reader, async (client) => {
    if (allowed.length === 0) {
      const event = { type: 'denied', action: 'search-accounts', code: 'not-allowed' } as const;
      await insertEvents(client, reader, undefined, [
        { organisationId: reader.organisations[0] ?? null, event },
      ]);
      return { accounts: [] };
    }
    const { rows } = await client.query<Row>(
      accountSearch(words, allowed, after && isUuid(after) ? after : undefined),
    );
    const page = rows.slice(0, PAGE);
    await insertEvents(
      client,
      reader,
      undefined,
      allowed.map((organisationId) => ({
        organisationId,
        event: {
          type: 'accounts-searched',
          words: words.length,
          found: page.filter((row) => row.organisationId === organisationId).length,
        },
      })),
    );
    const last = page.at(-1);
    return {
      accounts: page.map(({ signIn, ...row }) => ({ ...row, signInMasked: maskedSignIn(signIn) })),
      ...(rows.length > PAGE && last ? { next: last.id } : {}),
    };
  });
};
