import { isSecondFactor } from '../../lib/domain/account/factor';
import type { CasePage, FactorView } from '../../lib/domain/case/case-view';
import { runbookFor } from '../../lib/domain/runbook/symptom';

export type ChosenMeasures = { main: string; enrol: string; also: string[] };

const isShownAsFactor = (factor: FactorView): boolean =>
  factor.usable && isSecondFactor({ ...factor, label: '' });

/**
 * The form “What has to change?” as it first stands: what was chosen before, else the replacement of the factor that
 * the symptom is about, else a new factor. An authenticator app is proposed because everyone with a phone can use it.
 */
export const proposedMeasures = (
  page: CasePage,
): { factors: FactorView[]; chosen: ChosenMeasures } => {
  const factors = page.account.factors.filter(isShownAsFactor);
  const { measures, symptom } = page.case;
  const main = measures.find((measure) => 'enrol' in measure) ?? measures[0];
  if (main) {
    const others = measures.filter((measure) => measure !== main);
    return {
      factors,
      chosen: {
        main:
          main.kind === 'add-factor'
            ? 'add'
            : `${main.kind === 'replace-factor' ? 'replace' : 'remove'}:${main.factorId}`,
        enrol: 'enrol' in main ? main.enrol : 'authenticator-app',
        also: others.flatMap((measure) => ('factorId' in measure ? [measure.factorId] : [])),
      },
    };
  }
  const { about } = runbookFor(symptom);
  const lost = about
    .map((kind) => factors.find((factor) => factor.kind === kind))
    .find((factor) => factor !== undefined);
  return {
    factors,
    chosen: { main: lost ? `replace:${lost.id}` : 'add', enrol: 'authenticator-app', also: [] },
  };
};
