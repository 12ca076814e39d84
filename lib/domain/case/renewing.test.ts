import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../policy/policy';
import { administrator, agent, otherAdministrator } from '../testing/people';
import type { Row } from '../testing/row';
import { stories } from '../testing/stories';
import { aStory, REPLACE_APP } from '../testing/story';
import { days, hours, plus } from '../time';

const first = (said: string | string[]) => (typeof said === 'string' ? said : said[0]);

describe('an enrolment that was not used', () => {
  const expired = () => stories().executing().live(hours(72));
  it.each<Row>([
    [
      'R17 after 72 h it is over',
      () => [expired().case().status, expired().startEnrolment()],
      ['expired', 'enrolment-closed'],
    ],
    [
      'R17 one new 72 h by a new approval, without a new wait',
      () => {
        const s = expired();
        s.renew();
        return [
          s.case().status,
          s.case().enrolment?.closesAt === plus(s.desk.now(), hours(72)),
          s.startEnrolment(),
          s.confirmEnrolment(),
        ];
      },
      ['executing', true, ['enrolment-started'], ['enrolment-confirmed', 'steps-planned']],
    ],
    [
      'R17 the one who approved may do so again',
      () => first(expired().renew(administrator)),
      'approval-given',
    ],
    [
      'R20 the opener may not',
      () => {
        const s = stories();
        s.open(otherAdministrator);
        s.runbook();
        s.choose(REPLACE_APP);
        s.prove('home');
        s.prove('mobile');
        s.askApproval();
        s.approve(administrator);
        s.live(hours(200));
        return [s.case().status, s.renew(otherAdministrator)];
      },
      ['expired', 'approver-opened-case'],
    ],
    [
      'R17 not a second time',
      () => {
        const s = expired();
        s.renew();
        s.live(hours(72));
        return [s.case().status, s.renew()];
      },
      ['expired', 'enrolment-renewed-before'],
    ],
    [
      'R17 not when nobody expects it any more',
      () => {
        const s = expired();
        s.live(days(14) + 1);
        return s.renew();
      },
      'enrolment-closed',
    ],
    [
      'R26 not on a contested account',
      () => {
        const s = expired();
        s.contest();
        return s.renew();
      },
      'contested',
    ],
    [
      'R44 not while another case gives access',
      () => {
        const s = expired();
        aStory(s.desk, 'case-2').chosen();
        return s.renew();
      },
      'another-case-open',
    ],
    [
      'R24 not when the plan would now be heavier',
      () => {
        const s = expired();
        s.desk.changePolicy({ ...defaultPolicy(), version: 2, waitFactor: days(9) });
        return s.renew();
      },
      'plan-changed',
    ],
    [
      'R5 a case that expired for idleness is not renewed',
      () => {
        const s = stories().asked().live(days(15));
        return [s.case().status, s.renew()];
      },
      ['expired', 'wrong-status'],
    ],
    ['an agent cannot renew', () => expired().renew(agent), 'not-allowed'],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});
