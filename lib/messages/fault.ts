import type { Words } from './words';

/**
 * What is said when the desk itself fails. A file of its own, because this page is drawn in the
 * browser, where no other words are at hand.
 */
export const nl = {
  title: 'Er ging iets mis',
  text: 'Dit ligt aan ons. De laatste handeling is misschien niet uitgevoerd: kijk dat na en herhaal haar pas daarna.',
  id: 'Noem bij een vraag deze code:',
  retry: 'Opnieuw proberen',
  home: 'Naar het begin',
} as const;

export const en: Words<typeof nl> = {
  title: 'Something went wrong',
  text: 'The fault is ours. The last action may not have been carried out: check that before you repeat it.',
  id: 'If you ask about this, mention this code:',
  retry: 'Try again',
  home: 'To the start',
};
