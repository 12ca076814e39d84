import type { Language } from './language';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const intlLocale: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' };

const phrases = {
  nl: {
    left: (amount: string) => `nog ${amount}`,
    ago: (amount: string) => `${amount} geleden`,
    leftLessThanMinute: 'nog minder dan een minuut',
    justNow: 'zojuist',
    today: 'vandaag',
    tomorrow: 'morgen',
    yesterday: 'gisteren',
  },
  en: {
    left: (amount: string) => `${amount} left`,
    ago: (amount: string) => `${amount} ago`,
    leftLessThanMinute: 'less than a minute left',
    justNow: 'just now',
    today: 'today',
    tomorrow: 'tomorrow',
    yesterday: 'yesterday',
  },
} as const satisfies Record<Language, unknown>;

/**
 * How an instant is shown:
 * - `short`    di 24 nov 14.03 · Tue 24 Nov 14:03
 * - `long`     dinsdag 24 november 14.03 · Tuesday 24 November 14:03
 * - `time`     14.03 · 14:03
 * - `date`     24 nov 2026 · 24 Nov 2026
 * - `relative` nog 31 uur · 31 hours left
 * - `near`     vandaag 16.00, morgen 09.00, else as `short`
 */
export type InstantStyle = 'short' | 'long' | 'time' | 'date' | 'relative' | 'near';

export interface InstantFormat {
  locale: Language;
  /** The organisation's time zone, as an IANA name; screens show no other. */
  timeZone: string;
  style: InstantStyle;
  /** The desk's own time; `relative` and `near` are measured against it, and it tells whether the year is said. */
  now: string;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function partsOf(at: Date, { locale, timeZone }: InstantFormat, width: 'short' | 'long') {
  const key = `${locale} ${timeZone} ${width}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(intlLocale[locale], {
      timeZone,
      weekday: width,
      day: 'numeric',
      month: width,
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formatters.set(key, formatter);
  }
  const found = new Map(formatter.formatToParts(at).map((part) => [part.type, part.value]));
  const get = (type: Intl.DateTimeFormatPartTypes) => (found.get(type) ?? '').replace(/\.$/, '');
  const separator = locale === 'nl' ? '.' : ':';
  return {
    weekday: get('weekday'),
    day: get('day'),
    month: get('month'),
    year: get('year'),
    time: `${get('hour')}${separator}${get('minute')}`,
  };
}

/** Midnight UTC of the calendar day that the instant falls on in the zone, to count days between two. */
function calendarDay(at: Date, timeZone: string): number {
  const [year = 0, month = 1, date = 1] = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
    .format(at)
    .split('-')
    .map(Number);
  return Date.UTC(year, month - 1, date) / day;
}

/** One instant in words. The only place where a screen or a letter turns an instant into text. */
export function formatInstant(instant: string, format: InstantFormat): string {
  const at = new Date(instant);
  const now = new Date(format.now);
  const words = phrases[format.locale];

  if (format.style === 'relative') {
    const distance = at.getTime() - now.getTime();
    if (Math.abs(distance) < minute) return distance > 0 ? words.leftLessThanMinute : words.justNow;
    const amount = formatDuration(Math.abs(distance), format.locale);
    return distance > 0 ? words.left(amount) : words.ago(amount);
  }

  const parts = partsOf(at, format, format.style === 'long' ? 'long' : 'short');
  if (format.style === 'time') return parts.time;
  if (format.style === 'date') return `${parts.day} ${parts.month} ${parts.year}`;

  if (format.style === 'near') {
    const days = calendarDay(at, format.timeZone) - calendarDay(now, format.timeZone);
    if (days === 0) return `${words.today} ${parts.time}`;
    if (days === 1) return `${words.tomorrow} ${parts.time}`;
    if (days === -1) return `${words.yesterday} ${parts.time}`;
  }

  const sameYear = parts.year === partsOf(now, format, 'short').year;
  const year = sameYear ? '' : ` ${parts.year}`;
  return `${parts.weekday} ${parts.day} ${parts.month}${year} ${parts.time}`;
}

/**
 * A length of time in one unit, as it is said: 48 uur, 7 dagen, 10 minuten, 30 seconden.
 * Hours are kept up to four days, because the numbers of a policy are named that way (24, 48, 72 h).
 */
export function formatDuration(milliseconds: number, locale: Language): string {
  const [unit, size] =
    milliseconds < 2 * minute && milliseconds % minute !== 0
      ? (['second', 1000] as const)
      : milliseconds < 2 * hour && milliseconds % hour !== 0
        ? (['minute', minute] as const)
        : milliseconds <= 4 * day
          ? milliseconds < hour
            ? (['minute', minute] as const)
            : (['hour', hour] as const)
          : (['day', day] as const);
  return new Intl.NumberFormat(intlLocale[locale], {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 0,
  }).format(Math.round(milliseconds / size));
}
