import { describe, expect, it } from 'vitest';
import { otherAdministrator } from '../testing/people';
import { stories, twoPoints } from '../testing/stories';
import type { Story } from '../testing/story';
import { between, days, hours } from '../time';
import { alarmOf, deadlines, holdEnds } from './deadlines';

const opened = () => {
  const s = stories();
  s.open();
  return s;
};
const told = (s: Story, act: (s: Story) => unknown) => {
  act(s);
  return s;
};

/** Everything that time will do, in hours from now. */
const ahead = (s: Story) =>
  Object.fromEntries(
    deadlines(s.case()).map(({ what, at }) => [what, between(s.desk.now(), at) / hours(1)]),
  );

describe('deadlines', () => {
  it.each<[name: string, story: () => Story, then: Record<string, number>]>([
    ['a case that was opened expires after 14 days', opened, { 'case-expires': 336 }],
    [
      'R5 proofs lapse 72 h after the oldest was given',
      () =>
        told(stories().chosen(), (s) => {
          s.prove('home');
          s.desk.pass(hours(2));
          s.prove('club');
        }),
      { 'proofs-lapse': 70, 'case-expires': 336 },
    ],
    ['once approval was asked they no longer do', () => stories().asked(), { 'case-expires': 336 }],
    ['R25 a held clock has no end', () => told(stories().asked(), (s) => s.approve()), {}],
    [
      'R25 a running one has a half-time and an end',
      () => stories().waiting(),
      { 'wait-ends': 48, 'half-time': 24 },
    ],
    [
      'after half-time only its end is left',
      () => stories().waiting().live(hours(24)),
      { 'wait-ends': 24 },
    ],
    [
      'R25 without an independent channel there is a notice every day',
      () => told(twoPoints().asked(), (s) => s.approve()),
      { 'wait-ends': 72, 'half-time': 36, 'daily-notice': 24 },
    ],
    [
      'the next day is counted from the last notice',
      () =>
        told(twoPoints().asked(), (s) => {
          s.approve();
          s.live(hours(25));
        }),
      { 'wait-ends': 47, 'half-time': 11, 'daily-notice': 23 },
    ],
    [
      'R28 a pause by a sign-in ends after 72 h',
      () => told(stories().waiting(), (s) => s.signIn('s1', 'app')),
      { 'pause-ends': 72 },
    ],
    [
      'R27 a pause by a weak no does not end by itself',
      () =>
        told(stories().collected(), (s) => {
          s.report('club');
          s.veto();
        }),
      {},
    ],
    [
      'R17 an enrolment closes after 72 h, and is told of 24 h before',
      () => stories().executing(),
      { 'enrolment-closes': 72, 'enrolment-reminder': 48 },
    ],
    [
      'once told, only its end is left',
      () => stories().executing().live(hours(48)),
      { 'enrolment-closes': 24 },
    ],
    ['once confirmed nothing is waited for', () => stories().enrolled(), {}],
    ['a completed case has none', () => stories().completed(), {}],
    [
      'R26 a suspension ends after 72 h',
      () => told(stories().completed(), (s) => s.veto()),
      { 'suspension-ends': 72 },
    ],
    [
      'R26 decided, it has ended',
      () =>
        told(stories().completed(), (s) => {
          s.veto();
          s.does(otherAdministrator, { type: 'decide-after-veto', choice: 'removed' });
        }),
      {},
    ],
    ['a cancelled case has none', () => told(stories().waiting(), (s) => s.cancel()), {}],
  ])('%s', (_, story, then) => {
    const s = story();
    expect(ahead(s)).toEqual(then);
    const all = Object.values(then).map((n) => n * hours(1));
    const alarm = alarmOf(s.case());
    expect(alarm && between(s.desk.now(), alarm)).toEqual(
      all.length > 0 ? Math.min(...all) : undefined,
    );
  });

  it('R25 a hold ends, by a person, 72 h after it began', () => {
    const s = stories().asked();
    s.approve();
    expect(between(s.desk.now(), holdEnds(s.case()) ?? '')).toBe(hours(72));
    s.desk.work();
    expect(holdEnds(s.case())).toBeUndefined();
  });

  it('a deadline that has passed stays until somebody looks', () => {
    const s = stories().waiting();
    s.desk.pass(days(30));
    expect(ahead(s)['wait-ends']).toBe(-672);
  });
});
