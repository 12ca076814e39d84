import { type Factor, isSecondFactor, isUsable } from '../account/factor';
import type { Measure } from '../case/measure';
import { runbookFor } from './symptom';

/** Of these factors the ones that the symptom is about, the likeliest first. */
export const factorsAbout = <F extends Pick<Factor, 'kind'>>(
  symptom: string,
  factors: readonly F[],
): F[] =>
  runbookFor(symptom).about.flatMap((kind) => factors.filter((factor) => factor.kind === kind));

/**
 * What a holder who asks without calling gets: an authenticator app, because everyone with a phone can use it. It
 * takes the place of the one factor that the symptom is about; where there are several, nobody has said which of them
 * is meant, and none is taken away.
 */
export const measuresAsked = (symptom: string, factors: readonly Factor[]): Measure[] => {
  const usable = factors.filter((factor) => isSecondFactor(factor) && isUsable(factor));
  const [only, ...others] = factorsAbout(symptom, usable);
  return only && others.length === 0
    ? [{ kind: 'replace-factor', factorId: only.id, enrol: 'authenticator-app' }]
    : [{ kind: 'add-factor', enrol: 'authenticator-app' }];
};
