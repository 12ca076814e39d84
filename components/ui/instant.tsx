import { useLocale } from 'next-intl';
import { formatInstant, type InstantStyle } from '../../lib/messages/format';

/** The desk's own time and the organisation's zone: what every instant on a page is told against. */
export interface DeskClock {
  now: string;
  timeZone: string;
}

export function Instant({
  at,
  clock,
  style = 'short',
}: {
  at: string;
  clock: DeskClock;
  style?: InstantStyle;
}) {
  const locale = useLocale();
  return (
    <time dateTime={at} className="whitespace-nowrap tabular-nums">
      {formatInstant(at, { ...clock, locale, style })}
    </time>
  );
}
