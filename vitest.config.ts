import { defineConfig } from 'vitest/config';

const NEVER = ['**/node_modules/**', '**/.local/**', '**/.next*/**', 'e2e/**'];

/** What a file needs beside the code, in its name: a database, ports and processes of this machine, time. */
const NEEDY = ['**/*.{db,io,long}.test.ts'];

/** Run by both projects: a hundred random stories at every change, thousands in the longer run. */
const PROPERTIES = '**/{,*.}properties.test.ts';
const runs = (usual: number) => ({ PROPERTY_RUNS: process.env.PROPERTY_RUNS ?? `${usual}` });

/** No test looks at styles: each that loads Tailwind would wait for it. */
const NO_STYLES = { postcss: {} };

export default defineConfig({
  css: NO_STYLES,
  test: {
    // What was compiled stays compiled (kept by the content of each file): a fifth of the time of the unit tests.
    experimental: { fsModuleCache: true },
    projects: [
      {
        css: NO_STYLES,
        // No database, no network, no waiting: a few seconds for all of them.
        test: {
          name: 'unit',
          // Pure code shares nothing that a test could spoil: loading it once is most of the time saved.
          pool: 'threads',
          isolate: false,
          // Two are done soonest: each more would load it once more.
          maxWorkers: 2,
          include: ['**/*.test.ts', '**/*.test.tsx'],
          exclude: [...NEVER, ...NEEDY],
          env: runs(100),
        },
      },
      {
        css: NO_STYLES,
        // Each file with a database gets one of its own from a migrated template (test/database.ts).
        test: {
          name: 'integration',
          // A file has a database and servers of its own, and ends them: what it shares with others is only what was loaded.
          isolate: false,
          include: [...NEEDY, PROPERTIES],
          exclude: NEVER,
          globalSetup: ['test/global-setup.ts'],
          env: runs(3000),
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
