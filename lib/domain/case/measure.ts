import type { ContactPointKind } from '../account/account';
import type { EnrollableKind } from '../account/factor';

/** One change that a case is to make. Protective measures stand beside these in every access-giving plan (R31). */
export type Measure =
  | { kind: 'add-factor'; enrol: EnrollableKind }
  | { kind: 'replace-factor'; factorId: string; enrol: EnrollableKind }
  | { kind: 'remove-factor'; factorId: string }
  | { kind: 'change-contact-point'; contactPointId: string; point: ContactPointKind }
  | { kind: 'new-password' };

export type MeasureKind = Measure['kind'];

/** What the holder sets up on the holder's page: a second factor, another number or mailbox, a password. */
export type SetUpKind = EnrollableKind | ContactPointKind | 'password';

/** How heavy what is asked is (R5): 1 revoke devices, sign out; 2 factors; 3 contact point, password. */
export type Weight = 1 | 2 | 3;

const isHeavy = ({ kind }: Measure): boolean =>
  kind === 'change-contact-point' || kind === 'new-password';

export const weightOf = (measures: readonly Measure[]): Weight =>
  measures.some(isHeavy) ? 3 : measures.length > 0 ? 2 : 1;

/** The factors that these measures name to be taken away. */
export const factorsGoing = (measures: readonly Measure[]): string[] =>
  measures.flatMap((measure) => ('factorId' in measure ? [measure.factorId] : []));

/** The contact points that these measures give up for others. */
export const pointsGoing = (measures: readonly Measure[]): string[] =>
  measures.flatMap((measure) => ('contactPointId' in measure ? [measure.contactPointId] : []));

/** Old codes go with a factor that goes (R31), and when new ones come. */
export const backupCodesGo = (measures: readonly Measure[]): boolean =>
  factorsGoing(measures).length > 0 || kindToEnrol(measures) === 'backup-codes';

/** The kind of second factor that the holder has to set up, if any. A case sets up one. */
export const kindToEnrol = (measures: readonly Measure[]): EnrollableKind | undefined =>
  measures.flatMap((measure) => ('enrol' in measure ? [measure.enrol] : []))[0];

const setUpOf = (measure: Measure): SetUpKind[] => {
  switch (measure.kind) {
    case 'add-factor':
    case 'replace-factor':
      return [measure.enrol];
    case 'remove-factor':
      return [];
    case 'change-contact-point':
      return [measure.point];
    case 'new-password':
      return ['password'];
  }
};

/** All that the holder has to set up, in the order in which it is asked: the password last, when the rest works. */
export const kindsToSetUp = (measures: readonly Measure[]): SetUpKind[] => {
  const kinds = measures.flatMap(setUpOf);
  return [...kinds.filter((kind) => kind !== 'password'), ...kinds.filter((k) => k === 'password')];
};

/** R16: with both of them whoever asks would need nothing of the owner's any more. */
export const setsPasswordAndFactor = (measures: readonly Measure[]): boolean => {
  const kinds = kindsToSetUp(measures);
  return kinds.includes('password') && kinds.length > 1;
};
