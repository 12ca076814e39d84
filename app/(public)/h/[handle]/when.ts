import { useLocale } from 'next-intl';
import { formatInstant, type InstantStyle } from '../../../../lib/messages/format';
import type { HolderView } from '../../../../lib/queries/holder-view';

/** Moments of this case in words, in the organisation's time zone and against the desk's clock. */
export function useWhen({ now, organisation }: Pick<HolderView, 'now' | 'organisation'>) {
  const locale = useLocale();
  const { timeZone } = organisation;
  return (at: string, style: InstantStyle): string =>
    formatInstant(at, { locale, timeZone, now, style });
}
