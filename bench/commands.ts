import type pg from 'pg';
import { openPool } from '../lib/adapters/db/pool';
import { createStore } from '../lib/adapters/db/store';
import { createQueue } from '../lib/adapters/queue/queue';
import { isRefusal } from '../lib/domain/case/command';
import { commitCase, type Ports } from '../lib/use-cases/gate';
import { bind } from '../lib/use-cases/index';
import { accountOf, caseOf, chosen, sentCode } from '../test/case-stages';
import { openDesk, type TestDesk } from '../test/desk';
import { newHolder } from '../test/new-holder';
import { bareTransactions } from './bare-transaction';
import { type Cloned, cloneCases, mouldOf } from './clone';
import { median } from './figures';
import type { Ground } from './ground';
import { sharedIds } from './wakes';

/** Each takes a wrong code three times; the fourth would have to wait (R12). */
const CASES = 5_000;
const ROUNDS = 5;
/** As the web's own pool. */
const CONNECTIONS = 10;
export const AT_ONCE = [1, 8, 32] as const;
/** A round is short, so that what else the machine does meets all of them alike. */
const COMMANDS = { 1: 200, 8: 500, 32: 600 };
const WARM_UP = 400;

type Work = () => Promise<unknown>;
export type Speeds = { name: string; of: Record<(typeof AT_ONCE)[number], number> }[];

/** So many at once, each beginning the next as soon as its last is done; how many were done a second. */
const speed = async (work: Work, atOnce: number, count: number): Promise<number> => {
  let left = count;
  const begun = performance.now();
  const one = async () => {
    while (left-- > 0) await work();
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return (count / (performance.now() - begun)) * 1000;
};

/** A case that waits for its first proof: a code was sent by mail. */
export const provingCase = async (d: TestDesk, client: pg.Client) => {
  const key = await newHolder(d);
  const c = await chosen(d, { key });
  const email = c.holder.emails.find((address) => !address.endsWith('zorgpunt.example')) ?? '';
  const { proofId } = await sentCode(d, c, email);
  const proof = (await caseOf(d, c)).proofs.find((p) => p.id === proofId);
  const sent = { proofId, challengeId: proof?.challenge?.id ?? '' };
  const account = await accountOf(d, c);
  const phone = account.contactPoints.find((p) => p.kind === 'phone')?.address ?? '';
  const of = { caseId: c.caseId, accountId: account.id, handle: c.handle, key, phone };
  return { mould: await mouldOf(client, of, sharedIds(d)), sent };
};

const turns = <T>(things: readonly T[]) => {
  let n = 0;
  return (): { thing: T; round: number } => {
    const thing = things[n % things.length];
    if (thing === undefined) throw new Error('nothing to take turns with');
    return { thing, round: Math.floor(n++ / things.length) };
  };
};

const demand = (outcome: object, what: string): void => {
  if (isRefusal(outcome)) throw new Error(`${what}: ${outcome.refused}`);
};

/** Real commands, each on the next of many accounts, so that nobody waits for another's lock. */
const commandsOf = (
  d: TestDesk,
  ports: Ports,
  clones: Cloned[],
  sent: { proofId: string; challengeId: string },
): Record<string, Work> => {
  const desk = bind(ports);
  const [noor, daan] = [d.caller('noor'), d.caller('daan')];
  const toTake = turns(clones);
  const toTry = turns(clones);
  let addresses = 0;
  /** Tries are counted per address: everybody comes from one of their own. */
  const origin = () => ({
    address: `2001:db8::${(++addresses).toString(16)}`,
    userAgent: 'bench',
  });
  return {
    'take a case': async () => {
      const { thing, round } = toTake();
      const done = await desk.takeCase(round % 2 === 0 ? daan : noor, { caseId: thing.caseId });
      demand(done, 'take a case');
    },
    'a wrong code, at the gate': async () => {
      const { caseId, idOf } = toTry().thing;
      const [proofId, challengeId] = [idOf(sent.proofId), idOf(sent.challengeId)];
      const screenId = 'bench';
      const caller = {
        actor: { kind: 'holder', caseId, via: 'handle', screenId } as const,
        origin: origin(),
        organisations: noor.organisations.slice(0, 1),
      };
      const verdict = { proofId, challengeId, number: 1, matches: false };
      const command = { type: 'enter-code', verdict, screenId } as const;
      demand(await commitCase(ports, caller, { caseId }, command), 'a wrong code');
    },
    'a wrong code, from the holder’s page': async () => {
      const { handle, idOf } = toTry().thing;
      const proofId = idOf(sent.proofId);
      // No code is all zeros less often than once in a million; a match would be refused by the check below.
      const entered = await desk.enterCode(
        { handle, origin: origin() },
        { proofId, code: '000000' },
      );
      demand(entered, 'a wrong code');
    },
  };
};

/** Commands a second, each kind and the yardstick in turns within one run; the median of the rounds. */
export const measureCommands = async (ground: Ground): Promise<Speeds> => {
  const database = await ground.database('commands');
  const d = await openDesk(database);
  const { mould, sent } = await ground.asSuperuser('commands', (client) => provingCase(d, client));
  const clones = await ground.asSuperuser('commands', (client) =>
    cloneCases(client, mould, CASES, () => ''),
  );
  const bare = await bareTransactions(ground, database, { rows: CASES, connections: CONNECTIONS });
  const pool = openPool({ url: database.webUrl, mode: 'local', max: CONNECTIONS });
  const store = createStore(pool, d.secrets.newId);
  const queue = createQueue(
    { kind: 'postgres', url: database.queueUrl },
    { deskNow: store.now, report: ({ error }) => console.error(error) },
  );
  const ports: Ports = { ...d.ports, store, bell: queue.bell };
  const works = { 'bare transaction': bare.run, ...commandsOf(d, ports, clones, sent) };
  for (const work of Object.values(works)) await speed(work, 8, WARM_UP);
  await ground.asSuperuser('commands', (client) => client.query('VACUUM ANALYZE'));
  const speeds = Object.keys(works).map((name) => ({ name, of: { 1: 0, 8: 0, 32: 0 } }));
  for (const atOnce of AT_ONCE) {
    const rounds = new Map(speeds.map(({ name }) => [name, [] as number[]]));
    for (let round = 0; round < ROUNDS; round++)
      for (const [name, work] of Object.entries(works))
        rounds.get(name)?.push(await speed(work, atOnce, COMMANDS[atOnce]));
    for (const line of speeds) line.of[atOnce] = median(rounds.get(line.name) ?? []);
  }
  await queue.close();
  await Promise.all([pool.end(), bare.close()]);
  await d.close();
  return speeds;
};
