import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm';
import pg from 'pg';

/**
 * Prisma's own schema engine as WebAssembly. The usual one is a binary that its command line
 * downloads, which fails where only the package registry is reachable. This one writes the same
 * `_prisma_migrations`, so `prisma migrate deploy` elsewhere agrees with it.
 */

type EngineModule = typeof import('@prisma/schema-engine-wasm/schema_engine_bg') & {
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
};

const NO_FILTER = { externalTables: [], externalEnums: [] };

/** Applies what is not applied yet, in order, and gives the names of what it applied. */
export function applyMigrations(ownerUrl: string, folder: string): Promise<string[]> {
  return withEngine(ownerUrl, async (engine, pool) => {
    await forgetFailed(pool, engine);
    const result = await engine.applyMigrations({
      migrationsList: await readMigrations(folder),
      filters: NO_FILTER,
    });
    return result.appliedMigrationNames;
  });
}

/** The statements that make an empty database into what this Prisma schema says. */
export async function scriptOf(schemaPath: string, ownerUrl: string): Promise<string> {
  const files = [{ path: schemaPath, content: await readFile(schemaPath, 'utf8') }];
  return withEngine(ownerUrl, async (engine) => {
    const { stdout } = await engine.diff({
      from: { tag: 'empty' },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: NO_FILTER,
    });
    return stdout ?? '';
  });
}

async function withEngine<T>(
  ownerUrl: string,
  work: (engine: SchemaEngine, pool: pg.Pool) => Promise<T>,
): Promise<T> {
  // A pool of ours, because the engine never closes its own: its advisory lock would stay held.
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 2 });
  let fault: unknown;
  try {
    const { SchemaEngine } = await loadEngine();
    const factory = bindMigrationAwareSqlAdapterFactory(
      wholeScripts(pool, (error) => {
        fault = error;
      }),
    );
    const engine = await SchemaEngine.new({ datamodels: undefined }, () => undefined, factory);
    const result = await work(engine, pool);
    engine.free();
    return result;
  } catch (error) {
    // The engine knows only that its database said no; what it said is here.
    throw fault ?? error;
  } finally {
    await pool.end();
  }
}

/**
 * A migration that failed, or was killed, changed nothing (see wholeScripts): it may be tried again
 * without somebody having to say so first.
 */
async function forgetFailed(pool: pg.Pool, engine: SchemaEngine): Promise<void> {
  const { rows: tables } = await pool.query(`SELECT to_regclass('_prisma_migrations') AS found`);
  if (tables[0]?.found === null) return;
  const { rows } = await pool.query<{ name: string }>(
    `SELECT migration_name AS name FROM _prisma_migrations
      WHERE finished_at IS NULL AND rolled_back_at IS NULL`,
  );
  for (const { name } of rows) await engine.markMigrationRolledBack({ migrationName: name });
}

/**
 * Sends a migration as it stands: the adapter's own way cuts it at every semicolon, also at those
 * inside a function. PostgreSQL runs a whole script as one transaction: all of it or nothing.
 */
function wholeScripts(pool: pg.Pool, onFault: (error: unknown) => void): PrismaPg {
  const factory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    adapter.executeScript = async (script) => {
      await pool.query(script).catch((error: unknown) => {
        onFault(error);
        throw error;
      });
    };
    return adapter;
  };
  return factory;
}

let loaded: Promise<EngineModule> | undefined;

/** The package's own entry imports a .wasm file, which plain Node refuses: so by hand. */
function loadEngine(): Promise<EngineModule> {
  loaded ??= (async () => {
    const glue = createRequire(import.meta.url).resolve(
      '@prisma/schema-engine-wasm/schema_engine_bg',
    );
    const engine: EngineModule = await import(pathToFileURL(glue).href);
    const bytes = await readFile(glue.replace(/\.js$/, '.wasm'));
    const { instance } = await WebAssembly.instantiate(new Uint8Array(bytes), {
      './schema_engine_bg.js': importsOf(engine),
    });
    engine.__wbg_set_wasm(instance.exports);
    (instance.exports.__wbindgen_start as () => void)();
    return engine;
  })();
  return loaded;
}

/**
 * The engine's own functions, but its timers (10 s for a lock that it has long got) must not keep a
 * process alive that has nothing else to do.
 */
function importsOf(engine: EngineModule): WebAssembly.ModuleImports {
  const imports = { ...engine } as unknown as Record<string, (...args: unknown[]) => unknown>;
  for (const [name, original] of Object.entries(imports)) {
    if (!name.startsWith('__wbg_setTimeout')) continue;
    imports[name] = (...args) => {
      const timer = original(...args);
      (timer as NodeJS.Timeout).unref?.();
      return timer;
    };
  }
  return imports as WebAssembly.ModuleImports;
}

async function readMigrations(folder: string): Promise<MigrationList> {
  const names = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const lock = await readFile(join(folder, 'migration_lock.toml'), 'utf8').catch(() => null);
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: lock },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.map(async (name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: {
            tag: 'ok' as const,
            value: await readFile(join(folder, name, 'migration.sql'), 'utf8'),
          },
        },
      })),
    ),
  };
}
