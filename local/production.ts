import { EnvironmentProblem, readEnv } from '../lib/env';
import { Problem } from './problem';
import { type RunningChild, startChild, stopChild } from './processes';

/**
 * `npm start` with DATABASE_URL and its company: web and worker of a real desk on one machine.
 * Nothing embedded, no seed, no migration: `npm run migrate` is a step of its own, as regain_owner.
 */
export async function startProduction(
  root: string,
  distDir: string,
  prepareWeb: () => Promise<void>,
  say: (line: string) => void,
): Promise<void> {
  demandEnvironment();
  await prepareWeb();
  const port = process.env.PORT ?? '3000';
  const host = process.env.HOST ?? '0.0.0.0';
  const begin = (name: string, args: string[], own: NodeJS.ProcessEnv) =>
    startChild({
      name,
      command: process.execPath,
      args,
      cwd: root,
      log: 'inherit',
      env: { ...process.env, ...own },
    });
  const children = [
    begin('worker', ['--import', 'tsx', 'workers/main.ts'], {
      NODE_ENV: 'production',
      REGAIN_PROCESS: 'worker',
    }),
    begin('web', ['node_modules/next/dist/bin/next', 'start', '-H', host, '-p', port], {
      NODE_ENV: 'production',
      REGAIN_DIST_DIR: distDir,
    }),
  ];
  endTogether(children);
  say(
    `Starting at ${host}:${port}, for ${process.env.PUBLIC_URL}; /api/health says when all is well.`,
  );
}

/** Both processes' environments are read here, so that what is missing is told before anything starts. */
function demandEnvironment(): void {
  const problems = new Set<string>();
  for (const name of ['web', 'worker']) {
    try {
      readEnv({ ...process.env, REGAIN_PROCESS: name });
    } catch (error) {
      if (!(error instanceof EnvironmentProblem)) throw error;
      for (const problem of error.problems) problems.add(problem);
    }
  }
  if (problems.size > 0) {
    throw new Problem(new EnvironmentProblem('production', [...problems]).message);
  }
}

function endTogether(children: RunningChild[]): void {
  let stopping = false;
  const stop = async (code: number) => {
    if (stopping) return;
    stopping = true;
    for (const child of [...children].reverse()) await stopChild(child, 'SIGTERM', 15_000);
    process.exit(code);
  };
  for (const child of children) {
    child.process.on('exit', () => {
      if (!stopping) console.error(`✗ The ${child.name} ended by itself; the rest is stopped too.`);
      void stop(1);
    });
  }
  process.on('SIGINT', () => void stop(0));
  process.on('SIGTERM', () => void stop(0));
}
