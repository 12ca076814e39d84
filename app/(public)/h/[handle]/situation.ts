import type { HolderView } from '../../../../lib/queries/holder-view';

/** What the page is about now: one title, one sentence, and what there is to do. */
export type Situation =
  | 'ready'
  | 'elsewhere'
  | 'preparing'
  | 'first'
  | 'next'
  | 'inPerson'
  | 'enough'
  | 'held'
  | 'enrol'
  | 'running'
  | Exclude<HolderView['status'], 'collecting' | 'executing'>;

export const situationOf = (view: HolderView): Situation => {
  const { status, secret } = view;
  if (secret.ready) return 'ready';
  const otherScreen = secret.given && !secret.held;
  if (status === 'collecting') return collecting(view, otherScreen);
  if (status === 'executing') {
    if (!view.enrolment || view.enrolment.confirmed) return 'running';
    return otherScreen ? 'elsewhere' : 'enrol';
  }
  return status === 'waiting' && view.waitHeld ? 'held' : status;
};

const collecting = (view: HolderView, otherScreen: boolean): Situation => {
  if (view.enough) return 'enough';
  if (otherScreen) return 'elsewhere';
  if (view.measures.length === 0) return 'preparing';
  if (view.inPersonOnly) return 'inPerson';
  return view.stage === 'second' ? 'next' : 'first';
};

/** A factor that is left is asked for until the proofs suffice: a form under "you may close this page" reads as a task. */
export const asksMore = (view: HolderView): boolean => !view.enough;

/**
 * How often the page looks by itself whether somebody else did something, in seconds; 0 where the holder is to act.
 * Soonest where the holder is on the phone and a code is about to be sent.
 */
export const looksAgainAfter = (view: HolderView, situation: Situation): number => {
  if (situation === 'running') return 5;
  const toType =
    view.codes.length > 0 ||
    view.contacts.length > 0 ||
    (asksMore(view) && (view.held?.remaining.length ?? 0) > 0);
  if (toType) return 0;
  if (situation === 'enough') return 30;
  return ['preparing', 'first', 'next'].includes(situation) ? 10 : 0;
};
