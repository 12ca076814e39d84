import { spawnSync } from 'node:child_process';
import type { QueueConfig } from '../lib/adapters/queue/backend';
import { measureBareQueue } from './bare-queue';
import { measureCommands } from './commands';
import { ranks, rounded, table } from './figures';
import { type Ground, openGround } from './ground';
import { measureSignIn } from './sign-in';
import { measureWakes } from './wakes';

const CASES = 5_000;
const MINUTE = 60_000;

const commands = async (ground: Ground): Promise<void> => {
  const speeds = await measureCommands(ground);
  const bare = speeds[0];
  console.log('\nCommands committed a second (share of the bare transaction)\n');
  console.log(
    table([
      ['', '1 at once', '8 at once', '32 at once'],
      ...speeds.map(({ name, of }) => [
        name,
        ...([1, 8, 32] as const).map((n) => {
          const share = bare ? Math.round((of[n] / bare.of[n]) * 100) : 0;
          return `${rounded(of[n])} (${share} %)`;
        }),
      ]),
    ]),
  );
};

const signIns = async (ground: Ground): Promise<void> => {
  const speeds = await measureSignIn(ground);
  console.log('\nSign-ins of account holders, password and code of an authenticator app\n');
  console.log(
    table([
      ['', 'a second', 'p95', 'argon2’s share'],
      ...speeds.map(({ atOnce, rate, p95, hashesAlone }) => [
        `${atOnce} at once`,
        rounded(rate),
        `${rounded(p95)} ms`,
        `${Math.round((rate / hashesAlone) * 100)} %`,
      ]),
    ]),
  );
};

const line = (name: string, { late, rate }: { late: number[]; rate: number }): string[] => {
  const { p50, p99, max } = ranks(late);
  return [name, ...[p50, p99, max].map((ms) => `${rounded(ms)} ms`), `${rounded(rate)}/s`];
};

const wakes = async (
  ground: Ground,
  backend: string,
  queueOf: (queueUrl: string) => QueueConfig,
): Promise<void> => {
  const rows = [[`${CASES} on ${backend}`, 'p50', 'p99', 'max', 'rate']];
  for (const [over, when] of [
    [MINUTE, 'within one minute'],
    [0, 'at one instant'],
  ] as const) {
    const { queueUrl } = await ground.database(`bare_${backend}_${over}`);
    rows.push(
      line(`bare jobs, ${when}`, await measureBareQueue(queueOf(queueUrl), { count: CASES, over })),
    );
    const woken = await measureWakes(ground, `wakes_${backend}_${over}`, queueOf, {
      count: CASES,
      over,
    });
    rows.push(line(`cases woken, ${when}`, woken));
    console.log(`· ${when}: ${woken.messages} effects were carried out meanwhile`);
  }
  console.log(`\nHow late a wait's end is decided, and how many a second\n\n${table(rows)}`);
};

/** `npm run bench`: commands, and wakes on PostgreSQL; `npm run bench redis` has the wakes on Redis too. */
export async function main(args: string[]): Promise<void> {
  const ground = await openGround();
  try {
    await commands(ground);
    await signIns(ground);
    await wakes(ground, 'postgresql', (url) => ({ kind: 'postgres', url }));
    if (!args.includes('redis')) return;
    if (spawnSync('redis-server', ['--version']).status !== 0) {
      console.log('not run: redis-server missing');
      return;
    }
    const url = await ground.redis();
    await wakes(ground, 'redis', () => ({ kind: 'redis', url }));
  } finally {
    await ground.stop();
  }
}
