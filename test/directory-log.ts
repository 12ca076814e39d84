import type { TestDesk } from './desk';
import { asSuperuser, look } from './superuser';

const CHANGES = [
  ['factor', 'added_at'],
  ['factor', 'removed_at'],
  ['trusted_device', 'revoked_at'],
  ['account_session', 'ended_at'],
];

/**
 * Notes every committed statement that changes the built-in directory, also one that found its rows changed already:
 * a change that is made twice shows here, where the rows themselves would look as if it had been made once.
 */
export const openDirectoryLog = async (d: Pick<TestDesk, 'superuserUrl'>) => {
  await asSuperuser(d, async (client) => {
    await client.query(`
      CREATE TABLE directory_log (number serial, what text NOT NULL);
      CREATE FUNCTION note_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
        $$ BEGIN INSERT INTO directory_log (what) VALUES (TG_ARGV[0]); RETURN NULL; END $$`);
    for (const [table, column] of CHANGES)
      await client.query(`CREATE TRIGGER note_${column} AFTER UPDATE OF ${column} ON ${table}
        EXECUTE FUNCTION note_change('${table} ${column}')`);
  });
  return {
    /** What was noted since it was last asked, in order. */
    taken: async (): Promise<string[]> => {
      const noted = await look<{ what: string; number: number }>(
        d,
        'DELETE FROM directory_log RETURNING what, number',
      );
      return noted.sort((a, b) => a.number - b.number).map(({ what }) => what);
    },
  };
};
