import { defaultPolicy, type Policy } from '../policy/policy';
import { between } from '../time';
import { aFactor, aKey, aMailbox, aNumber, anAccount } from './accounts';
import { aDesk } from './desk';
import { aStory, type Story } from './story';

/** A case on a desk of its own: about Anna, under the default policy, except where it is told otherwise. */
export const stories = (account = anAccount(), policy: Partial<Policy> = {}): Story =>
  aStory(aDesk({ account, policy: { ...defaultPolicy(), ...policy } }));

/** Beside the app that she lost she has a security key. */
export const withKey = (): Story => stories(anAccount({ factors: [aFactor('app'), aKey('key')] }));

/** She said that the key was stolen, and a second person said yes. */
export const approvedWithoutKey = (): Story => {
  const s = withKey().collected();
  s.report('key');
  s.askApproval();
  s.approve();
  return s;
};

/** No independent channel: both contact points will have given a proof. */
export const twoPoints = (policy: Partial<Policy> = {}): Story =>
  stories(anAccount({ contactPoints: [aMailbox('home'), aNumber('mobile')] }), policy);

/** A third mailbox, `work`: two independent channels are left when two points gave a proof. */
export const withWork = (): Story =>
  stories(
    anAccount({
      contactPoints: [aMailbox('home'), aMailbox('club'), aMailbox('work'), aNumber('mobile')],
    }),
  );

// What the tests look at.

export const status = (s: Story) => s.case().status;
export const proofs = (s: Story) => s.case().proofs.map((proof) => proof.status);
export const guard = (s: Story) => s.desk.account().guard;
export const newFactor = (s: Story) => s.desk.account().factors.find((f) => f.id === 'new-app');

/** The factors that she can use. */
export const usable = (s: Story): string[] =>
  s.desk
    .account()
    .factors.filter((f) => !f.removedAt && !f.disabledAt)
    .map((f) => f.id);

/** How much longer the account is contested. */
export const contestedFor = (s: Story) => {
  const until = guard(s).contestedUntil;
  return until && between(s.desk.now(), until);
};

/** How long the clock was set to run at its start; `held` when it does not run. */
export const clock = (s: Story) => {
  const started = s.eventsOf('wait-started').at(-1);
  return s.case().wait?.heldSince || !started ? 'held' : between(started.at, started.endsAt);
};

/** The step that is queued, or that a worker has begun. */
export const openStep = (s: Story) => {
  const found = s.case().steps.find((x) => x.status === 'pending' || x.status === 'claimed');
  if (!found) throw new Error('no step');
  return found;
};
