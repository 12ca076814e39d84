import type { Account } from '../account/account';
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

export const gaveAnything = (c: Case): boolean => gave(c).length > 0;

/** Switches off what the case gave and ends sessions; a functional administrator decides afterwards (R26). */
export const undoing = (c: Case): Step['change'][] => [
  ...gave(c).flatMap((change) => backOf(change) ?? []),
  { kind: 'end-sessions' },
];

/** After a late veto: what was switched off comes back, or goes for good. */
export const afterVeto = (c: Case, choice: 'kept' | 'removed'): Step['change'][] => {
  const off = c.steps.flatMap(({ change }) =>
    change.kind === 'disable-factor' ? [change.factorId] : [],
  );
  return gave(c).flatMap((change): Step['change'][] => {
    if (change.kind !== 'confirm-factor') return choice === 'kept' ? [change] : [];
    if (!off.includes(change.factorId)) return [];
    const { factorId } = change;
    return [{ kind: choice === 'kept' ? 'enable-factor' : 'remove-factor', factorId }];
  });
};
