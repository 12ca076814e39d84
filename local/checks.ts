import { join } from 'node:path';
import { findRules, writeDocument } from './rules';
import { runToEnd } from './run-to-end';

/** `npm run check`: everything that can be said about the code without running it. */

export interface Counts {
  passed: number;
  failed: number;
}

interface Check {
  name: string;
  /** Null is well; else what is wrong, fit to be printed. */
  run(root: string): Promise<string | null>;
}

const bin = (path: string, ...args: string[]): Check['run'] => {
  return async (root) => {
    const env = { ...process.env, NO_COLOR: '1', NEXT_TELEMETRY_DISABLED: '1' };
    const { code, output } = await runToEnd(
      process.execPath,
      [join('node_modules', path), ...args],
      {
        cwd: root,
        env,
      },
    );
    return code === 0 ? null : output.trim();
  };
};

const CRUISED = ['app', 'components', 'lib', 'workers', 'prisma', 'local', 'test', 'e2e', 'bench'];

const CHECKS: Check[] = [
  {
    name: 'format and lint',
    run: bin('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '--max-diagnostics=50'),
  },
  { name: 'types', run: bin('typescript/bin/tsc', '--noEmit', '-p', '.') },
  {
    name: 'import rules',
    run: async (root) => {
      const { existsSync } = await import('node:fs');
      const folders = [...CRUISED, 'proxy.ts', 'instrumentation.ts'].filter((name) =>
        existsSync(join(root, name)),
      );
      return bin(
        'dependency-cruiser/bin/dependency-cruise.mjs',
        '--config',
        '.dependency-cruiser.mjs',
        ...folders,
      )(root);
    },
  },
  { name: 'nothing unused', run: bin('knip/bin/knip.js') },
  { name: 'every rule has a test', run: checkRules },
];

async function checkRules(root: string): Promise<string | null> {
  const { missing, unknown, text } = findRules(root);
  writeDocument(root, text);
  const faults = [
    ...missing.map((number) => `R${number} has no test: name one "R${number} …"`),
    ...unknown.map((test) => `${test.file} names R${test.rule}, which is no rule`),
  ];
  return faults.length === 0 ? null : faults.join('\n');
}

export async function runChecks(root: string): Promise<Counts> {
  // The compiler needs the types that Next derives from the pages.
  const typed = await bin('next/dist/bin/next', 'typegen')(root);
  if (typed !== null) console.error(typed);
  const counts = { passed: 0, failed: typed === null ? 0 : 1 };
  const waiting = [...CHECKS];
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const wrong = await check.run(root);
      console.log(`${wrong === null ? '✓' : '✗'} ${check.name}`);
      if (wrong === null) {
        counts.passed++;
      } else {
        counts.failed++;
        console.error(wrong);
      }
    }
  };
  await Promise.all([work(), work()]);
  return counts;
}
