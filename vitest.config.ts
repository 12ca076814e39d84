import { defineConfig } from 'vitest/config';

const NEVER = ['**/node_modules/**', '**/.local/**', '**/.next*/**', 'e2e/**'];

export default defineConfig({
  test: {
    projects: [
      {
        // No database, no network, no waiting: a few seconds for all of them.
        test: {
          name: 'unit',
          // Pure code shares nothing that a test could spoil: loading it once is most of the time saved.
          pool: 'threads',
          isolate: false,
          include: ['**/*.test.ts', '**/*.test.tsx'],
          exclude: [...NEVER, '**/*.db.test.ts'],
        },
      },
      {
        // Each file gets a database of its own from a migrated template (test/database.ts).
        test: {
          name: 'integration',
          include: ['**/*.db.test.ts'],
          exclude: NEVER,
          globalSetup: ['test/global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
