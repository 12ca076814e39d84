import { useLocale } from 'next-intl';
import { formatInstant, type InstantStyle } from '../../lib/messages/format';
import type { Language } from '../../lib/messages/language';
import type { DeskClock } from '../ui/instant';

/** Moments inside a sentence. */
export const whenIn =
  (locale: Language, clock: DeskClock) =>
  (at: string, style: InstantStyle): string =>
    formatInstant(at, { ...clock, locale, style });

export const useWhen = (clock: DeskClock) => whenIn(useLocale(), clock);
