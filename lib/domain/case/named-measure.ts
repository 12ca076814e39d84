import type { Account, ContactPointKind } from '../account/account';
import type { EnrollableKind, FactorKind } from '../account/factor';
import type { Measure } from './measure';

/** A measure as its holder reads it: by kinds only, because labels may tell a reader of the mailbox too much. */
export type NamedMeasure =
  | { kind: 'add-factor'; enrol: EnrollableKind }
  | { kind: 'replace-factor'; factor: FactorKind | 'other'; enrol: EnrollableKind }
  | { kind: 'remove-factor'; factor: FactorKind | 'other' }
  | { kind: 'change-contact-point'; point: ContactPointKind }
  | { kind: 'new-password' };

const named = (measure: Measure, factors: Account['factors']): NamedMeasure => {
  const kindOf = (factorId: string) => factors.find(({ id }) => id === factorId)?.kind ?? 'other';
  switch (measure.kind) {
    case 'add-factor':
      return { kind: measure.kind, enrol: measure.enrol };
    case 'replace-factor':
      return { kind: measure.kind, factor: kindOf(measure.factorId), enrol: measure.enrol };
    case 'remove-factor':
      return { kind: measure.kind, factor: kindOf(measure.factorId) };
    case 'change-contact-point':
      return { kind: measure.kind, point: measure.point };
    case 'new-password':
      return { kind: measure.kind };
  }
};

/** The measures with the kinds of the factors that they take away, also of those already gone. */
export const namedMeasures = (
  measures: readonly Measure[],
  { factors }: Pick<Account, 'factors'>,
): NamedMeasure[] => measures.map((measure) => named(measure, factors));
