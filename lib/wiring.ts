import { saidSeldom } from './adapters/channels/channel-faults';
import { createChannels } from './adapters/channels/channels';
import { createCourier } from './adapters/channels/courier';
import { reportAddresses } from './adapters/channels/report-addresses';
import { createPace } from './adapters/clock/pace';
import { createSecrets } from './adapters/crypto/secrets';
import { createAccountStore, forgetDrafts } from './adapters/db/accounts';
import { createAttempts } from './adapters/db/attempts';
import { createCodeLinkStore } from './adapters/db/code-links';
import { dueAlarms, unfinishedEffects } from './adapters/db/due';
import { forgetAttempts } from './adapters/db/forget-attempts';
import { forgetSettings } from './adapters/db/forget-settings';
import { forgetSignIns } from './adapters/db/forget-sign-ins';
import { beat } from './adapters/db/heartbeat';
import { createHolderStore } from './adapters/db/holders';
import { pool } from './adapters/db/pool';
import { createContactStore } from './adapters/db/recovery-contacts';
import { createRequestStore, forgetRequests } from './adapters/db/recovery-requests';
import { createStaffStore } from './adapters/db/staff';
import { createStore } from './adapters/db/store';
import { createBuiltInDirectory } from './adapters/directory/built-in';
import { createQueue } from './adapters/queue/queue';
import { env } from './env';
import type { Ports } from './use-cases/gate';
import { bind, type Desk } from './use-cases/index';

/** The only place where adapters meet ports. Made at the first use, once per process. */
const connect = (): Ports => {
  const settings = env();
  const { keys, publicUrl, reportsKey, queue } = settings;
  const secrets = createSecrets({ keys, origin: publicUrl, rpName: 'Regain' });
  const store = createStore(pool(), secrets.newId);
  const { bell } = createQueue(queue, {
    deskNow: store.now,
    // An error's own words may hold an address: the fault and the kind of error say enough (R45).
    report: ({ fault, error }) =>
      console.error(JSON.stringify({ fault, error: error instanceof Error ? error.name : '' })),
  });
  const attempts = createAttempts(pool());
  const channels = createChannels(settings, {
    keeping: { attempts, newId: secrets.newId },
    reportTo: reportAddresses(publicUrl, reportsKey),
    onFault: saidSeldom((fault) =>
      console.error(JSON.stringify({ fault: 'message-not-taken', ...fault })),
    ),
  });
  const courier = createCourier({
    ...channels,
    attempts,
    secrets,
    publicUrl,
    caseUrl: (caseId) => `${publicUrl}/cases/${caseId}`,
  });
  return {
    store,
    secrets,
    bell,
    courier,
    attempts,
    directory: createBuiltInDirectory(pool()),
    accounts: createAccountStore(pool()),
    staff: createStaffStore(pool()),
    holders: createHolderStore(pool(), secrets.newId),
    contacts: createContactStore(pool()),
    codeLinks: createCodeLinkStore(pool()),
    requests: createRequestStore(pool()),
    pace: createPace(),
  };
};

type Wired = { ports: Ports; desk: Desk };

// A development server loads modules again; pools and queues must not be opened again with them.
const kept = globalThis as { regain?: Wired };

const wired = (): Wired => {
  if (!kept.regain) {
    const ports = connect();
    kept.regain = { ports, desk: bind(ports) };
  }
  return kept.regain;
};

/** Every use case, for the doors for people. */
export const desk = (): Desk => wired().desk;

/** The desk's time. */
export const deskNow = () => wired().ports.store.now();

/** What the worker may ask: it wakes and reports, and decides nothing. */
export const wiring = () => {
  const { ports, desk: useCases } = wired();
  return {
    now: ports.store.now,
    ringAlarm: useCases.ringAlarm,
    performEffect: useCases.performEffect,
    dueAlarms: (within: number, limit: number) => dueAlarms(pool(), within, limit),
    unfinishedEffects: (limit: number) => unfinishedEffects(pool(), limit),
    forgetDrafts: () => forgetDrafts(pool()),
    forgetSignIns: () => forgetSignIns(pool()),
    forgetRequests: () => forgetRequests(pool()),
    forgetAttempts: () => forgetAttempts(pool()),
    forgetSettings: () => forgetSettings(pool()),
    beat: () => beat(pool(), `worker ${process.pid}`),
  };
};
