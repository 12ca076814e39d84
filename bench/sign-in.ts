import { generate } from 'otplib';
import { createHolderStore } from '../lib/adapters/db/holders';
import { openPool } from '../lib/adapters/db/pool';
import { createStaffStore } from '../lib/adapters/db/staff';
import { createStore } from '../lib/adapters/db/store';
import type { Ports } from '../lib/use-cases/gate';
import { bind } from '../lib/use-cases/index';
import { PASSWORD } from '../prisma/seed/people';
import { openDesk, type TestDesk } from '../test/desk';
import { holderOf } from '../test/desk-over';
import { newHolder } from '../test/new-holder';
import { AT_ONCE } from './commands';
import { ranks } from './figures';
import type { Ground } from './ground';

/** As the web's own pool. */
const CONNECTIONS = 10;
/** Each account takes a step of its app once, so a round has an account for every sign-in. */
const SIGN_INS = { 1: 60, 8: 160, 32: 240 };
const WARM_UP = 16;
/** To a step that no account has taken. */
const NEXT_STEP = 91_000;

export type SignInSpeed = {
  atOnce: (typeof AT_ONCE)[number];
  /** A second. */
  rate: number;
  /** Milliseconds from the password to the session. */
  p95: number;
  /** Of that rate, what the two argon2 hashes of a password allow by themselves in this process. */
  hashesAlone: number;
};

type Account = { signIn: string; seed: string; appId: string };

const accountsOf = async (ground: Ground, d: TestDesk, count: number): Promise<Account[]> => {
  const accounts: Account[] = [];
  while (accounts.length < count) {
    const { signIn, app = '', appId = '' } = holderOf(d, await newHolder(d));
    accounts.push({ signIn, seed: app, appId });
  }
  const hash = await d.secrets.hashPassword(PASSWORD);
  await ground.asSuperuser('sign_in', (client) =>
    client.query('UPDATE account SET password_hash = $1 WHERE password_hash IS NULL', [hash]),
  );
  return accounts;
};

/** So many at once, each beginning the next as soon as its last is done. */
const timed = async (work: () => Promise<unknown>, atOnce: number, count: number) => {
  let left = count;
  const took: number[] = [];
  const begun = performance.now();
  const one = async () => {
    while (left-- > 0) {
      const from = performance.now();
      await work();
      took.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return { rate: (count / (performance.now() - begun)) * 1000, took };
};

/** Password, page of the second factor, code of the app, session: all that a sign-in asks of the use cases. */
export const measureSignIn = async (ground: Ground): Promise<SignInSpeed[]> => {
  const database = await ground.database('sign_in');
  const d = await openDesk(database);
  const pool = openPool({ url: database.webUrl, mode: 'local', max: CONNECTIONS });
  const newId = d.secrets.newId;
  const ports: Ports = {
    ...d.ports,
    store: createStore(pool, newId),
    staff: createStaffStore(pool),
    holders: createHolderStore(pool, newId),
  };
  const desk = bind(ports);
  const accounts = await accountsOf(ground, d, Math.max(...Object.values(SIGN_INS)));
  let [turn, addresses, ahead] = [0, 0, 0];

  const signIn = async () => {
    const account = accounts[turn++ % accounts.length];
    if (!account) throw new Error('nobody to sign in');
    // Tries are counted per address: everybody comes from one of their own.
    const address = `2001:db8::${(++addresses).toString(16)}`;
    const origin = { address, userAgent: 'Firefox/130.0 Linux' };
    const answer = await desk.checkHolderPassword({
      signIn: account.signIn,
      password: PASSWORD,
      origin,
    });
    if ('refused' in answer) throw new Error(answer.refused);
    const door = { ticket: answer.ticket, origin };
    await desk.readHolderFactors(door);
    const epoch = Math.floor((Date.now() + ahead) / 1000);
    const code = await generate({ secret: account.seed, epoch });
    const shown = { kind: 'code', factorId: account.appId, code } as const;
    const entered = await desk.enterHolderFactor(door, { shown, trust: false });
    if (!('token' in entered)) throw new Error(JSON.stringify(entered));
  };
  const hash = await d.secrets.hashPassword(PASSWORD);
  const hashes = () => Promise.all([1, 2].map(() => d.secrets.passwordMatches(hash, PASSWORD)));
  const nextStep = async () => {
    await d.moveClock(NEXT_STEP);
    ahead = Date.parse(await d.ports.store.now()) - Date.now();
    turn = 0;
  };

  await nextStep();
  await timed(signIn, 8, WARM_UP);
  const speeds: SignInSpeed[] = [];
  for (const atOnce of AT_ONCE) {
    await nextStep();
    const { rate, took } = await timed(signIn, atOnce, SIGN_INS[atOnce]);
    const alone = await timed(hashes, atOnce, SIGN_INS[atOnce]);
    speeds.push({ atOnce, rate, p95: ranks(took).p95, hashesAlone: alone.rate });
  }
  await pool.end();
  await d.close();
  return speeds;
};
