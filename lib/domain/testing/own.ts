import type { OwnFacts } from '../account/own/command';
import type { OwnAccount, OwnDevice, OwnSession } from '../account/own/own';
import { defaultPolicy } from '../policy/policy';
import { days, minutes, plus } from '../time';
import { ago, anAccount, START } from './accounts';

export const aDevice = (id: string, more: Partial<OwnDevice> = {}): OwnDevice => ({
  id,
  label: id,
  trustedAt: ago(days(1)),
  expiresAt: plus(START, days(29)),
  ...more,
});

/** A second factor, the app, was shown in it just now. */
export const aSession = (more: Partial<OwnSession> = {}): OwnSession => ({
  id: 'session-1',
  device: 'Firefox, Linux',
  address: '192.0.2.1',
  startedAt: ago(minutes(1)),
  lastSeenAt: START,
  authenticatedAt: START,
  factorId: 'app',
  ...more,
});

export const ownOf = (more: Partial<OwnAccount> = {}): OwnAccount => ({
  devices: [],
  sessions: [],
  backupCodesUsed: {},
  waitingChanges: [],
  confirmedAt: {},
  ...more,
});

/** Anna on her own pages. */
export const ownFacts = ({
  own,
  session = aSession(),
  ...more
}: Partial<Omit<OwnFacts, 'own'>> & { own?: Partial<OwnAccount> } = {}): OwnFacts => {
  let ids = 0;
  return {
    now: START,
    account: anAccount(),
    own: ownOf({ sessions: [session], ...own }),
    policy: defaultPolicy(),
    session,
    newId: () => `new-${++ids}`,
    ...more,
  };
};
