import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DatabaseUrls } from '../local/database';
import { scriptOf } from '../prisma/schema-engine';
import { freshDatabase } from './database';

const SCHEMA = join(import.meta.dirname, '../prisma/schema.prisma');

/** Every column and index of a schema, one line each. */
const SHAPE = `
  SELECT c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
    || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
    || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') AS line
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
  WHERE c.relkind IN ('r','p') AND c.relnamespace = $1::text::regnamespace AND c.relname <> '_prisma_migrations'
  UNION ALL
  SELECT replace(pg_get_indexdef(i.indexrelid), $1::text || '.', '') || CASE WHEN i.indisprimary THEN ' primary' ELSE '' END
  FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
  WHERE c.relnamespace = $1::text::regnamespace AND c.relname <> '_prisma_migrations'
  ORDER BY 1`;

describe('the migrations and the Prisma schema', () => {
  let database: DatabaseUrls;
  let owner: pg.Client;
  beforeAll(async () => {
    database = await freshDatabase();
    owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
  });
  afterAll(() => owner?.end());

  const shapeOf = async (schema: string) =>
    (await owner.query<{ line: string }>(SHAPE, [schema])).rows.map(({ line }) => line);

  it('give the same columns and the same indexes', async () => {
    const script = await scriptOf(SCHEMA, database.ownerUrl);
    // The script names no schema for its tables, so they come where the path points.
    await owner.query('CREATE SCHEMA as_prisma; SET search_path = as_prisma');
    await owner.query(script);
    await owner.query('SET search_path = public');
    const [migrated, asPrisma] = [await shapeOf('public'), await shapeOf('as_prisma')];
    expect(migrated.length).toBeGreaterThan(200);
    expect(migrated).toEqual(asPrisma);
  });
});
