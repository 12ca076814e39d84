import type { EnrollableKind } from '../account/factor';

/** One change that a case is to make. Protective measures stand beside these in every access-giving plan (R31). */
export type Measure =
  | { kind: 'add-factor'; enrol: EnrollableKind }
  | { kind: 'replace-factor'; factorId: string; enrol: EnrollableKind }
  | { kind: 'remove-factor'; factorId: string };

export type MeasureKind = Measure['kind'];

/** How heavy what is asked is (R5): 1 revoke devices, sign out; 2 factors; 3 contact point, password. */
export type Weight = 1 | 2 | 3;

export const weightOf = (measures: readonly Measure[]): Weight => (measures.length > 0 ? 2 : 1);

/** The factors that these measures take away. */
export const factorsGoing = (measures: readonly Measure[]): string[] =>
  measures.flatMap((measure) => ('factorId' in measure ? [measure.factorId] : []));

/** Old codes go with a factor that goes (R31), and when new ones come. */
export const backupCodesGo = (measures: readonly Measure[]): boolean =>
  factorsGoing(measures).length > 0 || kindToEnrol(measures) === 'backup-codes';

/** The kind of factor that the holder has to set up, if any. A case sets up one. */
export const kindToEnrol = (measures: readonly Measure[]): EnrollableKind | undefined =>
  measures.flatMap((measure) => ('enrol' in measure ? [measure.enrol] : []))[0];
