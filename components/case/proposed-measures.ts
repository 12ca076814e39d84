import { isSecondFactor } from '../../lib/domain/account/factor';
import type { CasePage, FactorView, PointView } from '../../lib/domain/case/case-view';
import type { Measure } from '../../lib/domain/case/measure';
import { factorsAbout } from '../../lib/domain/runbook/measures';

/** The values of the form; `password` stands for one beside something else. */
export type ChosenMeasures = { main: string; enrol: string; also: string[]; password: boolean };

const isShownAsFactor = (factor: FactorView): boolean =>
  factor.usable && isSecondFactor({ ...factor, label: '' });

/** What the form calls this measure where it is the one that is chosen. */
const chosenAs = (measure: Measure): string => {
  switch (measure.kind) {
    case 'add-factor':
      return 'add';
    case 'replace-factor':
      return `replace:${measure.factorId}`;
    case 'remove-factor':
      return `remove:${measure.factorId}`;
    case 'change-contact-point':
      return `${measure.point}:${measure.contactPointId}`;
    case 'new-password':
      return 'password';
  }
};

/** What the others stand beside: what is set up, before what only goes. */
const mainOf = (measures: readonly Measure[]): Measure | undefined =>
  measures.find((measure) => 'enrol' in measure || measure.kind === 'change-contact-point') ??
  measures.find((measure) => measure.kind === 'remove-factor') ??
  measures[0];

const chosenBefore = (measures: readonly Measure[], main: Measure): ChosenMeasures => ({
  main: chosenAs(main),
  enrol: 'enrol' in main ? main.enrol : 'authenticator-app',
  also: measures.flatMap((measure) =>
    measure !== main && 'factorId' in measure ? [measure.factorId] : [],
  ),
  password: main.kind !== 'new-password' && measures.some(({ kind }) => kind === 'new-password'),
});

/**
 * The form “What has to change?” as it first stands: what was chosen before, else the replacement of the factor that
 * the symptom is about, else a new factor. An authenticator app is proposed because everyone with a phone can use it.
 */
export const proposedMeasures = (
  page: CasePage,
): { factors: FactorView[]; points: PointView[]; chosen: ChosenMeasures } => {
  const factors = page.account.factors.filter(isShownAsFactor);
  const points = page.account.points.filter((point) => point.onFile);
  const { measures, symptom } = page.case;
  const main = mainOf(measures);
  if (main) return { factors, points, chosen: chosenBefore(measures, main) };
  const [lost] = factorsAbout(symptom, factors);
  return {
    factors,
    points,
    chosen: {
      main: lost ? `replace:${lost.id}` : 'add',
      enrol: 'authenticator-app',
      also: [],
      password: false,
    },
  };
};
