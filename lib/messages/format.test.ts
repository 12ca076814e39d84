import { describe, expect, it } from 'vitest';
import { formatDuration, formatInstant, type InstantStyle } from './format';
import type { Language } from './language';

const now = '2026-11-23T06:00:00.000Z';
const amsterdam = 'Europe/Amsterdam';

describe('formatInstant', () => {
  it.each<[string, InstantStyle, string, string]>([
    ['2026-11-24T13:03:00.000Z', 'long', 'dinsdag 24 november 14.03', 'Tuesday 24 November 14:03'],
    ['2026-11-24T13:03:00.000Z', 'short', 'di 24 nov 14.03', 'Tue 24 Nov 14:03'],
    ['2027-01-04T23:30:00.000Z', 'short', 'di 5 jan 2027 00.30', 'Tue 5 Jan 2027 00:30'],
    ['2026-11-24T13:03:00.000Z', 'time', '14.03', '14:03'],
    ['2024-03-04T13:03:00.000Z', 'date', '4 mrt 2024', '4 Mar 2024'],
    ['2026-11-24T13:03:00.000Z', 'relative', 'nog 31 uur', '31 hours left'],
    ['2026-12-07T06:00:00.000Z', 'relative', 'nog 14 dagen', '14 days left'],
    ['2026-11-23T06:10:00.000Z', 'relative', 'nog 10 minuten', '10 minutes left'],
    [
      '2026-11-23T06:00:20.000Z',
      'relative',
      'nog minder dan een minuut',
      'less than a minute left',
    ],
    ['2026-11-23T05:59:50.000Z', 'relative', 'zojuist', 'just now'],
    ['2026-11-23T04:00:00.000Z', 'relative', '2 uur geleden', '2 hours ago'],
    ['2026-11-23T15:00:00.000Z', 'near', 'vandaag 16.00', 'today 16:00'],
    ['2026-11-23T23:30:00.000Z', 'near', 'morgen 00.30', 'tomorrow 00:30'],
    ['2026-11-22T08:00:00.000Z', 'near', 'gisteren 09.00', 'yesterday 09:00'],
    ['2026-11-26T08:00:00.000Z', 'near', 'do 26 nov 09.00', 'Thu 26 Nov 09:00'],
  ])('%s as %s', (instant, style, nl, en) => {
    const say = (locale: Language) =>
      formatInstant(instant, { locale, timeZone: amsterdam, style, now });
    expect(say('nl')).toBe(nl);
    expect(say('en')).toBe(en);
  });

  it('says the hour of the organisation’s zone on both sides of a clock change', () => {
    const say = (instant: string) =>
      formatInstant(instant, { locale: 'nl', timeZone: amsterdam, style: 'time', now });
    expect(say('2026-10-25T00:30:00.000Z')).toBe('02.30');
    expect(say('2026-10-25T01:30:00.000Z')).toBe('02.30');
    expect(say('2026-10-25T02:30:00.000Z')).toBe('03.30');
  });
});

describe('formatDuration', () => {
  const hour = 3_600_000;
  it.each<[number, string, string]>([
    [30_000, '30 seconden', '30 seconds'],
    [60_000, '1 minuut', '1 minute'],
    [10 * 60_000, '10 minuten', '10 minutes'],
    [hour, '1 uur', '1 hour'],
    [48 * hour, '48 uur', '48 hours'],
    [72 * hour, '72 uur', '72 hours'],
    [168 * hour, '7 dagen', '7 days'],
  ])('%d ms', (milliseconds, nl, en) => {
    expect(formatDuration(milliseconds, 'nl')).toBe(nl);
    expect(formatDuration(milliseconds, 'en')).toBe(en);
  });
});
