import { type Account, onFile } from '../account/account';
import { liveContacts } from '../account/contact-counting';
import { isUsable } from '../account/factor';
import type { Case, SetUp, Step } from './case';
import type { Effect } from './command';
import type { Facts } from './facts';

const newStep = (change: Step['change'], facts: Facts): Step => ({
  id: facts.newId(),
  change,
  status: 'pending',
});

export const stepsOf = (changes: readonly Step['change'][], facts: Facts): Step[] =>
  changes.map((change) => newStep(change, facts));

export const effectOf = (step: Step | undefined, facts: Facts): Effect[] =>
  step ? [{ kind: 'step', id: facts.newId(), stepId: step.id }] : [];

/** What was reported is disabled before anything else (R29). */
export const disabling = (c: Case, { factors }: Account): Step['change'][] =>
  factors
    .filter((factor) => c.reported.includes(factor.id) && isUsable(factor))
    .map(({ id }) => ({ kind: 'disable-factor', factorId: id }));

/** What was set up takes effect: first where codes go, then what sends them there. */
export const givingOf = ({
  kind,
  id,
  newPointId,
  movedFactorIds = [],
}: SetUp): Step['change'][] => {
  if (kind === 'password') return [{ kind: 'set-password', settingId: id }];
  const confirm = (factorId: string) => ({ kind: 'confirm-factor' as const, factorId });
  if (kind === 'email' || kind === 'phone')
    return [{ kind: 'add-contact-point', contactPointId: id }, ...movedFactorIds.map(confirm)];
  return [
    ...(newPointId ? [{ kind: 'add-contact-point' as const, contactPointId: newPointId }] : []),
    confirm(id),
  ];
};

/** What goes, in order, ending with reading it back (R31). */
export const goingOf = ({ plan }: Case): Step['change'][] => [
  ...(plan?.going.factorIds ?? []).map((factorId) => ({
    kind: 'remove-factor' as const,
    factorId,
  })),
  ...(plan?.going.contactPointIds ?? []).map((contactPointId) => ({
    kind: 'remove-contact-point' as const,
    contactPointId,
  })),
  ...(plan?.going.backupCodes ? [{ kind: 'remove-backup-codes' as const }] : []),
  { kind: 'revoke-devices' },
  { kind: 'end-sessions' },
  { kind: 'read-back' },
];

/** A change that was made, or may have been: what is claimed or unknown counts as made. */
export const mayHaveRun = (step: Step): boolean =>
  ['done', 'claimed', 'unknown'].includes(step.status);

/** What takes back a change that gave access; nothing where it gave none. */
const backOf = (change: Step['change']): Step['change'] | undefined => {
  switch (change.kind) {
    case 'confirm-factor':
      return { kind: 'disable-factor', factorId: change.factorId };
    case 'add-contact-point':
      return { kind: 'remove-contact-point', contactPointId: change.contactPointId };
    case 'set-password':
      return { kind: 'unset-password', settingId: change.settingId };
    default:
      return undefined;
  }
};

const gave = (c: Case): Step['change'][] =>
  c.steps.filter(mayHaveRun).flatMap(({ change }) => (backOf(change) ? [change] : []));

/** What was added later, at a wish that rested on what the case gave (R32): it has no step of the case. */
const wished = <T extends { id: string; givenByCase?: string }>(
  c: Case,
  things: readonly T[],
): T[] => {
  const own = gave(c).flatMap((change) => {
    if (change.kind === 'confirm-factor') return [change.factorId];
    return change.kind === 'add-contact-point' ? [change.contactPointId] : [];
  });
  return things.filter(({ id, givenByCase }) => givenByCase === c.id && !own.includes(id));
};

/** The password from before, where the one in force is the case's gift: chosen in it, or by means of what it gave. */
const passwordBack = (c: Case, { guard: { passwordGiven } }: Account): Step['change'][] => {
  if (passwordGiven?.caseId !== c.id) return [];
  const { settingId } = passwordGiven;
  return settingId
    ? [{ kind: 'unset-password', settingId }]
    : gave(c).flatMap((change) => (change.kind === 'set-password' ? (backOf(change) ?? []) : []));
};

export const gaveAnything = (c: Case): boolean => gave(c).length > 0;

/**
 * Switches off what the case gave and ends sessions; a functional administrator decides afterwards (R26). A browser that
 * was trusted by means of it would go on skipping the second factor for a month.
 */
export const undoing = (c: Case, account: Account): Step['change'][] => [
  ...passwordBack(c, account),
  ...gave(c).flatMap((change) => (change.kind === 'set-password' ? [] : (backOf(change) ?? []))),
  ...wished(c, account.factors.filter(isUsable)).map(
    ({ id }) => ({ kind: 'disable-factor', factorId: id }) as const,
  ),
  ...wished(c, onFile(account)).map(
    ({ id }) => ({ kind: 'remove-contact-point', contactPointId: id }) as const,
  ),
  ...liveContacts(account)
    .filter(({ givenByCase }) => givenByCase === c.id)
    .map(({ id }) => ({ kind: 'end-recovery-contact', contactId: id }) as const),
  { kind: 'revoke-devices' },
  { kind: 'end-sessions' },
];

/** What the case took off file itself, in a step that was done; what was taken back of its gifts is none of it. */
const tookOffFile = ({ plan, steps }: Case): string[] =>
  steps.flatMap(({ change, status }) =>
    change.kind === 'remove-contact-point' &&
    status === 'done' &&
    plan?.going.contactPointIds?.includes(change.contactPointId)
      ? [change.contactPointId]
      : [],
  );

/**
 * After a late veto: what was switched off comes back, or goes for good. Then the owner's own contact points come back
 * too, for without them nothing could prove or stop anything any more.
 */
export const afterVeto = (
  c: Case,
  choice: 'kept' | 'removed',
  account: Account,
): Step['change'][] => {
  const off = c.steps.flatMap(({ change }) => {
    if (change.kind === 'disable-factor') return [change.factorId];
    return change.kind === 'remove-contact-point' ? [change.contactPointId] : [];
  });
  const later: Step['change'][] = [
    ...wished(c, account.factors).map(
      ({ id }) => ({ kind: 'confirm-factor', factorId: id }) as const,
    ),
    ...wished(c, account.contactPoints)
      .filter(({ id }) => off.includes(id))
      .map(({ id }) => ({ kind: 'add-contact-point', contactPointId: id }) as const),
  ];
  const passwords = c.steps.flatMap(({ change }) =>
    change.kind === 'unset-password'
      ? [{ kind: 'set-password', settingId: change.settingId } as const]
      : [],
  );
  const given = gave(c).filter(({ kind }) => kind !== 'set-password');
  const decided = [...given, ...later, ...passwords].flatMap((change): Step['change'][] => {
    if (change.kind !== 'confirm-factor') return choice === 'kept' ? [change] : [];
    if (!off.includes(change.factorId)) return [];
    const { factorId } = change;
    return [{ kind: choice === 'kept' ? 'enable-factor' : 'remove-factor', factorId }];
  });
  if (choice === 'kept') return decided;
  const back = tookOffFile(c).map(
    (contactPointId) => ({ kind: 'restore-contact-point', contactPointId }) as const,
  );
  return [...decided, ...back];
};
