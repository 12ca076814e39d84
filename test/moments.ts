import pg from 'pg';
import type { TestDesk } from './desk';

/** What becomes of the transaction in which the worker was caught: rolled back, or committed without its hearing so. */
export type Fate = 'undone' | 'kept';

/** Ours among all advisory locks. */
const SPACE = 4242;

const HOLDING = `
  CREATE TABLE IF NOT EXISTS moment (what text PRIMARY KEY, key int NOT NULL);
  CREATE OR REPLACE FUNCTION hold_moment() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  DECLARE
    written jsonb := to_jsonb(NEW);
    held int;
  BEGIN
    SELECT key INTO held FROM moment WHERE session_user = 'regain_worker' AND what = CASE TG_TABLE_NAME
      WHEN 'event' THEN concat_ws(' ', written->>'type', written->'data'->'change'->>'kind')
      ELSE concat_ws(' ', written->>'status', written->>'kind') END;
    IF FOUND THEN PERFORM pg_advisory_xact_lock_shared(${SPACE}, held); END IF;
    RETURN NULL;
  END $$;
  DROP TRIGGER IF EXISTS hold_moment ON event;
  DROP TRIGGER IF EXISTS hold_moment ON effect;
  CREATE CONSTRAINT TRIGGER hold_moment AFTER INSERT ON event DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION hold_moment();
  CREATE CONSTRAINT TRIGGER hold_moment AFTER UPDATE ON effect DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION hold_moment()`;

const CAUGHT = `SELECT m.what, l.pid FROM pg_locks l JOIN moment m ON m.key = l.objid::int
  WHERE l.locktype = 'advisory' AND l.classid = ${SPACE} AND NOT l.granted
    AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

/**
 * Holds the worker in the middle of a COMMIT, with everything said and nothing answered, so that a test can kill it there
 * and not merely near it. A moment is an event's type (of a step with its change), or a status and kind of an effect; it
 * holds once for each of its fates.
 */
export const holdMoments = async (
  { superuserUrl }: Pick<TestDesk, 'superuserUrl'>,
  fates: Readonly<Record<string, readonly Fate[]>>,
) => {
  const client = new pg.Client({ connectionString: superuserUrl });
  client.on('error', () => undefined);
  await client.connect();
  await client.query(HOLDING);
  const left = new Map(Object.entries(fates).map(([what, list]) => [what, [...list]]));
  const keys = new Map([...left.keys()].map((what, i) => [what, i + 1]));
  await client.query('DELETE FROM moment');
  for (const [what, key] of keys) {
    await client.query('INSERT INTO moment VALUES ($1, $2)', [what, key]);
    await client.query(`SELECT pg_advisory_lock(${SPACE}, $1)`, [key]);
  }

  const waiting = async () => (await client.query<{ what: string; pid: number }>(CAUGHT)).rows;

  return {
    /** The moment in which the worker hangs now. */
    caught: async (): Promise<string | undefined> => (await waiting())[0]?.what,
    /** Ends what was caught, the way that is next for it; its worker must be dead by now. */
    async end(what: string): Promise<Fate> {
      const list = left.get(what) ?? [];
      const fate = list.shift() ?? 'kept';
      if (fate === 'undone')
        for (const { pid } of await waiting())
          await client.query('SELECT pg_terminate_backend($1, 5000)', [pid]);
      if (list.length === 0) {
        left.delete(what);
        await client.query(`SELECT pg_advisory_unlock(${SPACE}, $1)`, [keys.get(what)]);
      }
      return fate;
    },
    /** Moments that did not come, or not often enough. */
    left: (): string[] => [...left.keys()],
    close: () => client.end(),
  };
};
