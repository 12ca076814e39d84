import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { z } from 'zod';
import { type Counts, runChecks } from './checks';
import { cleanEnvironment } from './desk';
import { runToEnd } from './run-to-end';

/** `npm test`: checks, unit tests, tests on a real database, tests in a browser; then one line. */
export async function runTests(root: string): Promise<Counts> {
  const reports = join(root, '.local', 'test', `reports-${process.pid}`);
  mkdirSync(reports, { recursive: true });
  const total: Counts = { passed: 0, failed: 0 };
  const step = async (name: string, work: () => Promise<Counts>) => {
    console.log(`\n— ${name}`);
    const began = performance.now();
    const { passed, failed } = await work();
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(`— ${name}: ${passed} passed, ${failed} failed, ${seconds} s`);
    total.passed += passed;
    total.failed += failed;
  };
  try {
    await step('checks', () => runChecks(root));
    await step('unit tests', () => vitest(root, reports, 'unit'));
    await step('tests on the database', () => vitest(root, reports, 'integration'));
    await step('tests in the browser', () => playwright(root, reports));
    for (const name of notRun()) console.log(`not run: ${name} missing`);
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
  return total;
}

/** What it is called, and the program that is run. */
const NEEDED = { 'redis-server': 'redis-server', kannel: 'bearerbox' };

/** Tests that need a program which is not on this machine leave themselves out; here it is said. */
function notRun(): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const missing = (program: string) => !folders.some((folder) => existsSync(join(folder, program)));
  return Object.entries(NEEDED).flatMap(([name, program]) => (missing(program) ? [name] : []));
}

const vitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });

async function vitest(root: string, reports: string, project: string): Promise<Counts> {
  const file = join(reports, `${project}.json`);
  const code = await run(root, [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const report = read(file, vitestReport);
  return honest(code, report?.numPassedTests ?? 0, report?.numFailedTests ?? 0);
}

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});

async function playwright(root: string, reports: string): Promise<Counts> {
  const file = join(reports, 'browser.json');
  const code = await run(root, ['node_modules/@playwright/test/cli.js', 'test'], {
    REGAIN_TEST_REPORT: file,
  });
  const { expected, unexpected, flaky } = read(file, playwrightReport)?.stats ?? {
    expected: 0,
    unexpected: 0,
    flaky: 0,
  };
  return honest(code, expected, unexpected + flaky);
}

/** A run that ended badly has failed, also when no single test says so (a file that does not load). */
function honest(code: number | null, passed: number, failed: number): Counts {
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed };
}

async function run(root: string, args: string[], own: Record<string, string> = {}) {
  const env = { ...cleanEnvironment(), ...own, NEXT_TELEMETRY_DISABLED: '1' };
  const { code } = await runToEnd(process.execPath, args, { cwd: root, env, echo: true });
  return code;
}

function read<T>(file: string, schema: z.ZodType<T>): T | null {
  if (!existsSync(file)) return null;
  return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
}
