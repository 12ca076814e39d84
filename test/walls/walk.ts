import pg from 'pg';
import { WRITES } from './tables';

/** How many rows it touched, or `denied` by the wall or for want of the right. */
export const touched = async (client: pg.Client, sql: string): Promise<number | 'denied'> => {
  await client.query('SAVEPOINT before');
  try {
    const { rowCount, rows } = await client.query(sql);
    return rows[0] && 'n' in rows[0] ? Number(rows[0].n) : (rowCount ?? 0);
  } catch (error) {
    const { code } = error as { code?: string };
    if (code !== '42501') throw error;
    return 'denied';
  } finally {
    await client.query('ROLLBACK TO SAVEPOINT before');
  }
};

/** Goes along the walls on one connection past them all; a role that is taken on in a transaction ends with it. */
export const startWalk = async (superuserUrl: string) => {
  const superuser = new pg.Client({ connectionString: superuserUrl });
  await superuser.connect();

  const look = async <Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []) =>
    (await superuser.query<Row>(sql, values)).rows;

  /** Runs as this role, in the scope of this organisation and staff member, and undoes it. */
  const as = async <T>(
    role: string,
    scope: { organisation: string; staff: string },
    run: (client: pg.Client) => Promise<T>,
  ): Promise<T> => {
    await superuser.query('BEGIN');
    await superuser.query(
      "SELECT set_config('regain.organisations', $1, true), set_config('regain.staff', $2, true)",
      [scope.organisation, scope.staff],
    );
    await superuser.query(`SET LOCAL ROLE ${role}`);
    try {
      return await run(superuser);
    } finally {
      await superuser.query('ROLLBACK');
    }
  };

  /** What this role may do with this table, or with a column of it. */
  const rights = async (role: string, table: string): Promise<string[]> => {
    const found = await look<{ right: string }>(
      `SELECT p AS right FROM unnest($3::text[]) AS p WHERE has_table_privilege($1, $2, p)
         OR CASE WHEN p IN ('SELECT','INSERT','UPDATE','REFERENCES') THEN has_any_column_privilege($1, $2, p) ELSE false END`,
      [role, `public.${table}`, ['SELECT', ...WRITES]],
    );
    return found.map(({ right }) => right);
  };

  return { superuser, look, as, rights, end: () => superuser.end() };
};
