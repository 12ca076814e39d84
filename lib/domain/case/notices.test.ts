import { describe, expect, it } from 'vitest';
import { ago, aMailbox, aNumber, anAccount } from '../testing/accounts';
import type { Row } from '../testing/row';
import { stories, twoPoints } from '../testing/stories';
import type { Story } from '../testing/story';
import { days, hours } from '../time';

describe('who is told', () => {
  const told = (s: Story, kind: string) =>
    s
      .case()
      .notices.filter((n) => n.kind === kind)
      .map((n) => n.contactPointId)
      .sort();
  it.each<Row>([
    [
      'R25 every contact point, also those that gave the proofs',
      () => told(stories().approved(), 'wait-started'),
      ['club', 'home', 'mobile'],
    ],
    [
      'R25 also those that were removed in the last 90 days',
      () =>
        told(
          stories(
            anAccount({
              contactPoints: [
                aMailbox('home'),
                aNumber('mobile'),
                aMailbox('gone', { removedAt: ago(days(90)) }),
                aMailbox('long-gone', { removedAt: ago(days(90) + 1) }),
              ],
            }),
          ).approved(),
          'wait-started',
        ),
      ['gone', 'home', 'mobile'],
    ],
    [
      'R7 a mailbox that opens with this account is told',
      () => {
        const s = stories(
          anAccount({
            contactPoints: [
              aMailbox('home'),
              aMailbox('own', { opensWithAccount: true }),
              aNumber('mobile'),
            ],
          }),
        );
        return told(s.approved(), 'wait-started');
      },
      ['home', 'mobile', 'own'],
    ],
    [
      'R25 again at half-time',
      () => {
        const s = stories().waiting();
        s.live(hours(24));
        return told(s, 'wait-half-time');
      },
      ['club', 'home', 'mobile'],
    ],
    [
      'R25 once',
      () => {
        const s = stories().waiting();
        s.live(hours(47));
        return s.eventsOf('half-time-told').length;
      },
      1,
    ],
    [
      'R25 every day where there is no independent channel',
      () => {
        const s = twoPoints().approved();
        s.live(hours(71));
        return s.eventsOf('daily-told').length;
      },
      2,
    ],
    [
      'R25 and when the measures have run',
      () => told(stories().completed(), 'measures-done'),
      ['club', 'home', 'mobile'],
    ],
    [
      'R26 and when it was stopped',
      () => {
        const s = stories().waiting();
        s.veto();
        return told(s, 'case-ended');
      },
      ['club', 'home', 'mobile'],
    ],
    [
      'R17 24 h before an unused enrolment closes',
      () => {
        const s = stories().executing();
        s.live(hours(48));
        return told(s, 'enrolment-ends-soon');
      },
      ['club', 'home', 'mobile'],
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});
