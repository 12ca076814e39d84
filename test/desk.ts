import type pg from 'pg';
import { createCourier } from '../lib/adapters/channels/courier';
import { createSmsChannel } from '../lib/adapters/channels/sms-http';
import { createMailChannel } from '../lib/adapters/channels/smtp';
import { createSecrets } from '../lib/adapters/crypto/secrets';
import { createAccountStore } from '../lib/adapters/db/accounts';
import { dueAlarms, unfinishedEffects } from '../lib/adapters/db/due';
import { openPool } from '../lib/adapters/db/pool';
import { createStaffStore } from '../lib/adapters/db/staff';
import { createStore } from '../lib/adapters/db/store';
import { createBuiltInDirectory } from '../lib/adapters/directory/built-in';
import type { StaffActor } from '../lib/domain/access/roles';
import { minutes } from '../lib/domain/time';
import type { Caller, Ports } from '../lib/use-cases/gate';
import { bind } from '../lib/use-cases/index';
import type { DatabaseUrls } from '../local/database';
import { startInbox } from '../local/inbox/inbox';
import { ORGANISATIONS } from '../prisma/seed/people';
import { type Planted, plant } from '../prisma/seed/plant';
import { freshDatabase, superuserUrl } from './database';
import { KEY } from './key';

/** The whole desk in one process, on a real database with the seeded people, a real SMTP server and SMS gateway. */
export const openDesk = async (database?: DatabaseUrls) => {
  const urls = database ?? (await freshDatabase());
  const secrets = createSecrets({
    keys: { current: 'k1', all: { k1: KEY } },
    origin: 'http://localhost:3000',
    rpName: 'Regain',
  });
  const planted = await plant(urls.ownerUrl, secrets);
  const pool = openPool({ url: urls.webUrl, mode: 'local', max: 20 });
  const workerPool = openPool({ url: urls.workerUrl, mode: 'local' });
  const inbox = await startInbox({ smtpPort: 0, httpPort: 0 });
  const courier = createCourier({
    mail: createMailChannel({
      smtpUrl: inbox.smtpUrl,
      from: 'Regain <desk@regain.example>',
      route: 'smtp',
    }),
    sms: createSmsChannel({
      routes: [
        {
          name: 'local',
          url: inbox.smsUrl,
          username: 'local',
          password: 'local',
          from: 'Regain',
          priority: 1,
        },
      ],
      timeoutMs: 2_000,
    }),
    secrets,
    publicUrl: 'http://localhost:3000',
    caseUrl: (id) => `http://localhost:3000/cases/${id}`,
  });
  // Nobody rings here: `settle` does what the worker's sweep does, so that a test says when.
  const bell = { ring: async () => undefined };
  const portsOn = (on: pg.Pool): Ports => ({
    store: createStore(on, secrets.newId),
    secrets,
    bell,
    courier,
    directory: createBuiltInDirectory(on),
    accounts: createAccountStore(on),
    staff: createStaffStore(on),
  });
  const ports = portsOn(pool);
  const workerPorts = portsOn(workerPool);
  const worker = bind(workerPorts);
  return {
    urls,
    get superuserUrl() {
      return superuserUrl(urls);
    },
    planted,
    pool,
    workerPool,
    secrets,
    ports,
    workerPorts,
    inbox,
    desk: bind(ports),
    worker,
    /** Rings what is due and does what is to be done, until nothing is left. */
    async settle(): Promise<void> {
      for (let i = 0; i < 50; i++) {
        const alarms = await dueAlarms(workerPool, 0, 100);
        const effects = await unfinishedEffects(workerPool, 100);
        if (alarms.length + effects.length === 0) return;
        await Promise.all(alarms.map((alarm) => worker.ringAlarm(alarm)));
        await Promise.all(effects.map(({ effectId }) => worker.performEffect(effectId)));
      }
      throw new Error('the desk does not come to rest');
    },
    async moveClock(by: number): Promise<void> {
      await pool.query("SELECT move_clock($1 * interval '1 millisecond')", [by]);
    },
    caller: (key: string, at?: { now: string }): Caller => callerOf(planted, key, at),
    async close(): Promise<void> {
      await Promise.all([pool.end(), workerPool.end(), inbox.close()]);
    },
  };
};

export type TestDesk = Awaited<ReturnType<typeof openDesk>>;

const callerOf = (planted: Planted, key: string, at?: { now: string }): Caller => {
  const staff = planted.staff.find((s) => s.key === key);
  if (!staff) throw new Error(`nobody is called ${key}`);
  const memberships = staff.roles.map(({ role, organisation }) => ({
    role,
    organisationId: organisation ? ORGANISATIONS[organisation].id : '',
  }));
  const actor: StaffActor = {
    kind: 'staff',
    staffId: staff.id,
    personId: staff.personId,
    sessionId: staff.id,
    addresses: [staff.signIn],
    memberships,
    reauthenticatedAt: at?.now ?? new Date(Date.now() + minutes(1)).toISOString(),
  };
  const organisations = memberships.map((m) => m.organisationId).filter((id) => id !== '');
  return { actor, origin: { address: '192.0.2.1', userAgent: 'test' }, organisations };
};

/** The account of a seeded holder. */
export const holderOf = ({ planted }: TestDesk, key: string) => {
  const holder = planted.holders.find((h) => h.key === key);
  if (!holder) throw new Error(`no holder is called ${key}`);
  return holder;
};
