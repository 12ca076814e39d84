import { defineConfig } from 'prisma/config';

// Prisma's command line wants to download a schema engine even for `generate`, which needs none. Any
// program that is there satisfies it; migrations run on the engine in WebAssembly (prisma/migrate.ts).
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
});
