import { describe, expect, it } from 'vitest';
import {
  administrator,
  agent,
  otherAdministrator,
  otherAgent,
  staff,
  standIn,
  thirdAdministrator,
  twinOf,
} from '../testing/people';
import type { Row } from '../testing/row';
import { stories } from '../testing/stories';

describe('identity check', () => {
  const named = (...by: (typeof administrator)[]) => {
    const s = stories().chosen();
    for (const one of by)
      s.does(one, { type: 'name-identity-checker', staffId: otherAgent.staffId });
    return s.check('in-person', otherAgent);
  };
  const given = ['proof-opened', 'proof-given', 'case-secret-given'];
  it.each<Row>([
    [
      'R6 in person before a functional administrator',
      () => stories().chosen().check('in-person', administrator),
      given,
    ],
    ['R6 or before a stand-in', () => stories().chosen().check('in-person', standIn), given],
    [
      'R6 not before an agent',
      () => stories().chosen().check('in-person', agent),
      'in-person-needs-administrator',
    ],
    ['R6 an agent may check at a distance', () => stories().chosen().check('remote', agent), given],
    [
      'R6 someone whom two administrators named may',
      () => named(administrator, otherAdministrator),
      given,
    ],
    ['R6 whom one named may not', () => named(administrator), 'in-person-needs-administrator'],
    [
      'R6 the same one twice is one',
      () => named(administrator, administrator),
      'in-person-needs-administrator',
    ],
    [
      'R6 one person with two sign-ins is one',
      () =>
        named(
          administrator,
          staff('again', 'functional-administrator', { personId: administrator.personId }),
        ),
      'in-person-needs-administrator',
    ],
    [
      'R6 nobody names themselves',
      () =>
        stories()
          .chosen()
          .does(administrator, { type: 'name-identity-checker', staffId: administrator.staffId }),
      'same-person-named',
    ],
    [
      'R6 nor themselves under another sign-in',
      () => {
        const s = stories().chosen();
        const twin = twinOf(administrator, 'agent');
        for (const one of [administrator, otherAdministrator])
          s.does(one, { type: 'name-identity-checker', staffId: 'twin' });
        return s.check('in-person', twin);
      },
      'in-person-needs-administrator',
    ],
    [
      'R6 the one who recorded it does not approve',
      () => {
        const s = stories().chosen();
        s.check('in-person', administrator);
        s.askApproval();
        return [s.approve(administrator), s.approve(otherAdministrator)];
      },
      [
        'approver-acted',
        ['approval-given', 'wait-planned', 'notice-queued', 'notice-queued', 'notice-queued'],
      ],
    ],
    [
      'R6 a result that differs is recorded and proves nothing',
      () => {
        const s = stories().chosen();
        const outcome = s.does(administrator, {
          type: 'record-identity-check',
          check: { mode: 'in-person', documentKind: 'passport', place: 'x' },
          result: 'differs',
        });
        return [outcome, s.askApproval()];
      },
      [['identity-check-failed'], 'not-enough-proof'],
    ],
    [
      'R6 two checks at a distance are one',
      () => {
        const s = stories().chosen();
        s.check('remote', agent);
        return s.check('remote', administrator);
      },
      'already-proven',
    ],
    [
      'R15 a lost secret: a check in person gives a new one, and a second person says yes once more',
      () => {
        const s = stories().executing();
        const outcome = s.check('in-person', otherAdministrator, 'tablet');
        return [
          outcome,
          s.case().status,
          s.startEnrolment('new-app', 'tablet'),
          s.approve(otherAdministrator),
          s.approve(thirdAdministrator)?.slice(0, 2),
          s.startEnrolment('new-app', 'phone'),
          s.startEnrolment('new-app', 'tablet'),
        ];
      },
      [
        [...given, 'approval-asked'],
        'awaiting-approval',
        'enrolment-closed',
        'approver-acted',
        ['approval-given', 'enrolment-opened'],
        'secret-needed',
        ['enrolment-started'],
      ],
    ],
    [
      'R15 at a distance it does not',
      () => stories().executing().check('remote', otherAdministrator, 'tablet'),
      'wrong-status',
    ],
    [
      'R17 nor after the new factor was confirmed',
      () => stories().enrolled().check('in-person', otherAdministrator, 'tablet'),
      'wrong-status',
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});
