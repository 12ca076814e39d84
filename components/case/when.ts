import { useLocale } from 'next-intl';
import { formatDuration, formatInstant, type InstantStyle } from '../../lib/messages/format';
import type { DeskClock } from '../ui/instant';

/** Instants and lengths as text, for sentences that hold them. */
export const useWhen = ({ now, timeZone }: DeskClock) => {
  const locale = useLocale();
  return {
    when: (at: string, style: InstantStyle = 'near'): string =>
      formatInstant(at, { locale, now, timeZone, style }),
    length: (milliseconds: number): string => formatDuration(milliseconds, locale),
  };
};
