import { describe, expect, it } from 'vitest';
import { aContact } from '../testing/accounts';
import {
  administrator,
  agent,
  otherAdministrator,
  thirdAdministrator,
  twinOf,
} from '../testing/people';
import type { Row } from '../testing/row';
import { guard, newFactor, status, stories } from '../testing/stories';
import { aStory, REPLACE_APP, type Story } from '../testing/story';
import { days, hours, plus } from '../time';

describe('a late no', () => {
  const late = (after = days(1)) => {
    const s = stories().completed();
    s.desk.pass(after);
    s.veto();
    s.desk.work();
    return s;
  };
  const decides = (s: Story, by: typeof administrator, choice: 'kept' | 'removed' = 'removed') =>
    s.does(by, { type: 'decide-after-veto', choice });
  /** A password was chosen and Mo was invited by means of what this case gave; Eva stood before. */
  const lateWith = (ofPassword: string, ofContact: string) => {
    const s = stories().completed();
    const { now } = s.desk;
    s.desk.changeAccount((a) => ({
      ...a,
      guard: {
        ...a.guard,
        passwordGiven: { caseId: ofPassword, at: now(), settingId: 'setting' },
      },
      recoveryContacts: [aContact('eva'), aContact('mo', { givenByCase: ofContact })],
    }));
    s.veto();
    s.desk.work();
    const kinds = () =>
      s
        .case()
        .steps.map(({ change }) => change.kind)
        .filter((kind) => kind.includes('password') || kind.includes('recovery'));
    const undone = kinds();
    const { recoveryContacts } = s.desk.account();
    decides(s, otherAdministrator, 'kept');
    s.desk.work();
    return [
      undone,
      Object.fromEntries(recoveryContacts.map(({ id, end }) => [id, end])),
      kinds().slice(undone.length),
    ];
  };
  it.each<Row>([
    ['R26 is heard until 30 days after completion', () => status(late(days(30))), 'vetoed'],
    [
      'R26 not later',
      () => {
        const s = stories().completed();
        s.desk.pass(days(30) + 1);
        return s.veto();
      },
      'veto-too-late',
    ],
    [
      'R26 switches off what the case gave',
      () => {
        const s = late();
        return newFactor(s)?.disabledAt === s.desk.now();
      },
      true,
    ],
    [
      'R26 ends sessions',
      () => {
        const s = stories().completed();
        s.desk.changeAccount((a) => ({ ...a, openSessions: 2 }));
        s.veto();
        s.desk.work();
        return s.desk.account().openSessions;
      },
      0,
    ],
    [
      'R26 suspends the account for 72 h',
      () => {
        const s = late();
        return [
          guard(s).suspension?.until === plus(s.desk.now(), hours(72)),
          s.live(hours(72)).desk.account().guard.suspension,
        ];
      },
      [true, undefined],
    ],
    [
      'R26 a suspension ends by its alarm, and waking again does nothing',
      () => {
        const s = late();
        s.desk.pass(hours(72));
        return [s.desk.wake(s.id), s.desk.wake(s.id)];
      },
      [['suspension-ended'], []],
    ],
    [
      'R26 takes back a password and a recovery contact that came by means of what the case gave, and no others',
      () => lateWith('case-1', 'case-1'),
      [
        ['unset-password', 'end-recovery-contact'],
        { mo: 'stopped', eva: undefined },
        ['set-password'],
      ],
    ],
    [
      'R26 not those of another case',
      () => lateWith('case-2', 'case-2'),
      [[], { mo: undefined, eva: undefined }, []],
    ],
    [
      'R26 a functional administrator decides that it goes',
      () => {
        const s = late();
        decides(s, otherAdministrator);
        s.desk.work();
        return [newFactor(s)?.removedAt === s.desk.now(), guard(s).suspension];
      },
      [true, undefined],
    ],
    [
      'R26 or that it comes back',
      () => {
        const s = late();
        decides(s, otherAdministrator, 'kept');
        s.desk.work();
        return [
          newFactor(s)?.disabledAt,
          guard(s).suspension,
          guard(s).contestedUntil !== undefined,
        ];
      },
      [undefined, undefined, true],
    ],
    [
      'R26 also after the suspension ended',
      () => {
        const s = late();
        s.live(days(9));
        return decides(s, otherAdministrator)[0];
      },
      'after-veto-decided',
    ],
    ['R26 not the one who approved', () => decides(late(), administrator), 'approver-acted'],
    [
      'R26 nor that one’s other sign-in',
      () => decides(late(), twinOf(administrator)),
      'approver-acted',
    ],
    ['R26 nor the opener', () => decides(late(), twinOf(agent)), 'approver-acted'],
    [
      'R26 it is decided once',
      () => {
        const s = late();
        decides(s, otherAdministrator);
        return decides(s, thirdAdministrator, 'kept');
      },
      'nothing-to-decide',
    ],
    [
      'R26 a decision before the switching off was done runs after it',
      () => {
        const s = stories().completed();
        s.veto();
        decides(s, otherAdministrator, 'kept');
        s.desk.work();
        return newFactor(s)?.disabledAt;
      },
      undefined,
    ],
    [
      'R26 no access-giving case begins while the account is suspended',
      () => aStory(late().desk, 'case-2').chosen().choose(REPLACE_APP),
      'account-suspended',
    ],
    [
      'R26 a stuck case that somebody ended after it gave something can still be stopped',
      () => {
        const s = stories().stuck();
        s.does(otherAdministrator, { type: 'end-stuck', choice: 'end' });
        s.veto();
        s.desk.work();
        return [status(s), newFactor(s)?.disabledAt !== undefined];
      },
      ['vetoed', true],
    ],
    [
      'R26 another case that is running gives nothing more',
      () => {
        const s = stories().completed();
        const next = aStory(s.desk, 'case-2');
        s.desk.live(days(29));
        next.chosen({ kind: 'add-factor', enrol: 'security-key' });
        next.prove('home');
        next.prove('club');
        next.askApproval();
        next.approve();
        s.desk.live(hours(23));
        s.veto();
        s.desk.live(hours(72));
        return [status(s), status(next)];
      },
      ['vetoed', 'collecting'],
    ],
    [
      'R26 nor does an enrolment that is open',
      () => {
        const s = stories().completed();
        const next = aStory(s.desk, 'case-2').executing({
          kind: 'add-factor',
          enrol: 'security-key',
        });
        s.veto();
        return next.startEnrolment('key-2');
      },
      'contested',
    ],
    [
      'R26 two suspensions: ending the first leaves the second',
      () => {
        const s = stories().completed();
        const next = aStory(s.desk, 'case-2').completed({
          kind: 'add-factor',
          enrol: 'authenticator-app',
        });
        s.veto();
        s.desk.pass(hours(1));
        next.veto();
        s.desk.pass(hours(71));
        s.desk.wake(s.id);
        return guard(s).suspension?.caseId;
      },
      'case-2',
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});
