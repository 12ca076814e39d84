import * as acts from './case-acts';
import * as screen from './case-screen';
import * as steps from './case-steps';
import * as words from './case-words';
import type { Words } from './words';

/** Everything that the pages of one case say, from the files beside this one. */
export const nl = { ...words.nl, ...screen.nl, ...steps.nl, ...acts.nl } as const;

export const en: Words<typeof nl> = { ...words.en, ...screen.en, ...steps.en, ...acts.en };
