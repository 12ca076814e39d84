import type pg from 'pg';
import { createChannels } from '../lib/adapters/channels/channels';
import { createCourier } from '../lib/adapters/channels/courier';
import type { ReportAddresses } from '../lib/adapters/channels/report-addresses';
import { createPace } from '../lib/adapters/clock/pace';
import type { createSecrets } from '../lib/adapters/crypto/secrets';
import { createAccountStore } from '../lib/adapters/db/accounts';
import { createAttempts } from '../lib/adapters/db/attempts';
import { createCodeLinkStore } from '../lib/adapters/db/code-links';
import { dueAlarms, unfinishedEffects } from '../lib/adapters/db/due';
import { createHolderStore } from '../lib/adapters/db/holders';
import { openPool } from '../lib/adapters/db/pool';
import { createContactStore } from '../lib/adapters/db/recovery-contacts';
import { createRequestStore } from '../lib/adapters/db/recovery-requests';
import { createStaffStore } from '../lib/adapters/db/staff';
import { createStore } from '../lib/adapters/db/store';
import { createBuiltInDirectory } from '../lib/adapters/directory/built-in';
import type { StaffActor } from '../lib/domain/access/roles';
import { minutes } from '../lib/domain/time';
import type { Caller, Ports } from '../lib/use-cases/gate';
import { bind } from '../lib/use-cases/index';
import type { DatabaseUrls } from '../local/database';
import { ORGANISATIONS } from '../prisma/seed/people';
import type { Planted } from '../prisma/seed/plant';

type Secrets = ReturnType<typeof createSecrets>;

/** Where a desk stands: its database with people in it, its keys, and the servers that take its messages. */
type Place = {
  urls: DatabaseUrls;
  planted: Planted;
  secrets: Secrets;
  publicUrl: string;
  post: { smtpUrl: string; smsUrl: string; reportTo?: ReportAddresses };
};

/** Every use case over a database that has people in it, in this process; no rows are made here. */
export const deskOver = ({ urls, planted, secrets, publicUrl, post }: Place) => {
  const pool = openPool({ url: urls.webUrl, mode: 'local', max: 20 });
  const workerPool = openPool({ url: urls.workerUrl, mode: 'local' });
  const { origin } = new URL(post.smsUrl);
  const attempts = createAttempts(workerPool);
  const channels = createChannels(
    {
      smtpUrls: [post.smtpUrl],
      smtpFrom: 'Regain <desk@regain.example>',
      smsRoutes: ['local', 'local-other'].map((name, index) => ({
        kind: 'kannel',
        name,
        url: post.smsUrl,
        username: 'local',
        password: 'local',
        from: 'Regain',
        priority: index,
        smsc: name,
      })),
      voiceRoutes: [
        {
          kind: 'twilio',
          name: 'local-calls',
          accountSid: 'local',
          authToken: 'local',
          from: '+31850000000',
          priority: 1,
          url: origin,
        },
      ],
    },
    {
      keeping: { attempts, newId: secrets.newId },
      timeoutMs: 2_000,
      ...(post.reportTo ? { reportTo: post.reportTo } : {}),
    },
  );
  const courier = createCourier({
    ...channels,
    attempts,
    secrets,
    publicUrl,
    caseUrl: (id) => `${publicUrl}/cases/${id}`,
  });
  // Nobody rings here: `settle` does what the worker's sweep does, so that a test says when.
  const bell = { ring: async () => undefined };
  const portsOn = (on: pg.Pool): Ports => ({
    store: createStore(on, secrets.newId),
    secrets,
    bell,
    courier,
    attempts: createAttempts(on),
    directory: createBuiltInDirectory(on),
    accounts: createAccountStore(on),
    staff: createStaffStore(on),
    holders: createHolderStore(on, secrets.newId),
    contacts: createContactStore(on),
    codeLinks: createCodeLinkStore(on),
    requests: createRequestStore(on),
    pace: createPace(),
  });
  const ports = portsOn(pool);
  const workerPorts = portsOn(workerPool);
  const worker = bind(workerPorts);
  return {
    urls,
    planted,
    pool,
    workerPool,
    secrets,
    ports,
    workerPorts,
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
      await Promise.all([pool.end(), workerPool.end()]);
    },
  };
};

export type DeskOver = ReturnType<typeof deskOver>;

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
export const holderOf = ({ planted }: Pick<DeskOver, 'planted'>, key: string) => {
  const holder = planted.holders.find((h) => h.key === key);
  if (!holder) throw new Error(`no holder is called ${key}`);
  return holder;
};
