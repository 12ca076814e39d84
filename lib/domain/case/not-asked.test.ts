import { describe, expect, it } from 'vitest';
import { left, pausedWaiting, SAID_AND_PAUSED, say, signIn } from '../testing/not-asked';
import { administrator, agent, otherAdministrator, standIn } from '../testing/people';
import type { Row } from '../testing/row';
import { contestedFor, guard, status, stories } from '../testing/stories';
import type { Story } from '../testing/story';
import { between, days, hours, minutes, seconds } from '../time';
import { isRefusal } from './command';

describe('R43 a code that nobody asked for', () => {
  it.each<Row>([
    ['pauses the open case', () => say(stories().waiting(), signIn('a')), SAID_AND_PAUSED],
    [
      'also while it collects proofs',
      () => say(stories().collected(), signIn('a')),
      SAID_AND_PAUSED,
    ],
    [
      'also while it waits for an approval',
      () => say(stories().asked(), signIn('a')),
      SAID_AND_PAUSED,
    ],
    [
      'of a case that has no measures yet it is only kept: it gives no access',
      () => {
        const s = stories();
        s.open();
        return [say(s, signIn('a')), status(s)];
      },
      [['code-not-asked'], 'collecting'],
    ],
    [
      'while measures run it is only kept',
      () => {
        const s = stories().executing();
        return [say(s, signIn('a')), status(s)];
      },
      [['code-not-asked'], 'executing'],
    ],
    [
      'of a case that ended it is only kept',
      () => {
        const s = stories().completed();
        return [say(s, signIn('a')), status(s)];
      },
      [['code-not-asked'], 'completed'],
    ],
    [
      'is nobody’s to say at the desk, nor with the handle alone',
      () => {
        const s = stories().waiting();
        const command = { type: 'note-not-asked', about: signIn('a') } as const;
        return [
          s.does(administrator, command),
          s.does(s.holder(), command),
          s.does(s.signedIn('s1'), command),
        ];
      },
      ['not-allowed', 'not-allowed', 'not-allowed'],
    ],
    [
      'is no veto: nothing is contested, nothing is dropped',
      () => {
        const s = pausedWaiting();
        return [status(s), contestedFor(s), s.eventsOf('case-vetoed').length, guard(s).weakVetoes];
      },
      ['paused', undefined, 0, {}],
    ],
    [
      'staff are told, once',
      () => {
        const s = stories().waiting();
        const told = (code: string) => {
          const about = signIn(code);
          const outcome = s.ask(s.link('club'), {
            type: 'note-not-asked',
            about,
            contactPointId: 'club',
          });
          return isRefusal(outcome)
            ? outcome
            : outcome.effects.map((e) => e.kind === 'tell-staff' && e.letter);
        };
        return [told('a'), told('b')];
      },
      [['code-not-asked'], []],
    ],
    [
      'the case goes on by itself after 24 h, with what was left of the wait',
      () => {
        const s = stories().waiting();
        s.live(hours(10));
        say(s, signIn('a'));
        const until = between(s.desk.now(), s.case().pause?.until ?? s.desk.now());
        s.desk.pass(hours(24) - seconds(1));
        const early = s.desk.wake(s.id);
        s.desk.pass(seconds(1));
        return [until, early, s.desk.wake(s.id), status(s), left(s)];
      },
      [hours(24), [], ['case-resumed'], 'waiting', hours(38)],
    ],
    [
      'with at least 24 h of it',
      () => {
        const s = pausedWaiting(hours(47));
        s.desk.pass(hours(24));
        s.desk.wake(s.id);
        return [status(s), left(s)];
      },
      ['waiting', hours(24)],
    ],
    [
      'and then the measures run as if nothing had been said',
      () => status(pausedWaiting().live(hours(24) + hours(24))),
      'executing',
    ],
    [
      'a case that collects goes on where it was',
      () => {
        const s = stories().collected();
        say(s, signIn('a'));
        s.live(hours(24));
        return [status(s), s.askApproval()[0]];
      },
      ['collecting', 'approval-asked'],
    ],
    [
      'the same code said twice says nothing new, also later',
      () => {
        const s = pausedWaiting();
        const again = say(s, signIn('a'));
        s.live(hours(24));
        s.live(hours(24) - minutes(1));
        return [again, say(s, signIn('a')), status(s)];
      },
      [[], [], 'waiting'],
    ],
    [
      'a second code while the case stands still is only kept',
      () => {
        const s = pausedWaiting();
        const until = s.case().pause?.until;
        s.desk.pass(hours(5));
        return [say(s, signIn('b')), s.case().pause?.until === until];
      },
      [['code-not-asked'], true],
    ],
    [
      'within a day after it went on nobody pauses it again, from whichever contact point',
      () => {
        const s = pausedWaiting(hours(10));
        s.live(hours(24));
        s.live(hours(24) - minutes(1));
        return [say(s, signIn('b')), say(s, signIn('c'), 'mobile'), status(s)];
      },
      [['code-not-asked'], ['code-not-asked'], 'waiting'],
    ],
    [
      'a day after it went on it may be paused once more, if it still waits',
      () => {
        const s = pausedWaiting(hours(1));
        s.live(hours(48));
        return [status(s), say(s, signIn('b'), 'mobile')];
      },
      ['waiting', SAID_AND_PAUSED],
    ],
    [
      'a wait that is over is not paused, though its clock rings late',
      () => {
        const s = stories().waiting();
        s.desk.pass(hours(48));
        return [say(s, signIn('a')), status(s.live(minutes(1)))];
      },
      [['code-not-asked'], 'executing'],
    ],
    [
      'it is kept also when a pause, or the case, is over and its clock rings late',
      () => {
        const s = pausedWaiting();
        s.desk.pass(hours(25));
        const idle = stories().chosen();
        idle.desk.pass(days(15));
        return [say(s, signIn('b')), say(idle, signIn('a')), status(idle)];
      },
      [['code-not-asked'], ['code-not-asked'], 'collecting'],
    ],
    [
      'an address that is not on file only has it kept',
      () => {
        const s = stories().waiting();
        return [say(s, signIn('a'), null), say(s, signIn('b'), 'unknown'), status(s)];
      },
      [['code-not-asked'], ['code-not-asked'], 'waiting'],
    ],
    [
      'so has one that was reported lost (R27)',
      () => {
        const s = stories().collected();
        s.report('club');
        return [say(s, signIn('a'), 'club'), status(s)];
      },
      [['code-not-asked'], 'collecting'],
    ],
    [
      'a veto while it stands still ends it',
      () => {
        const s = pausedWaiting();
        s.veto();
        return status(s);
      },
      'vetoed',
    ],
    [
      'it can be cancelled while it stands still',
      () => {
        const s = pausedWaiting();
        return [s.cancel()[0], status(s)];
      },
      ['case-cancelled', 'cancelled'],
    ],
    [
      'keeps no idle case alive',
      () => {
        const s = stories().chosen();
        const before = s.case().progressAt;
        s.desk.pass(hours(1));
        say(s, signIn('a'));
        s.live(hours(24));
        return [s.case().progressAt === before, status(s.live(days(13)))];
      },
      [true, 'expired'],
    ],
  ])('R43 %s', (_, did, expected) => expect(did()).toEqual(expected));
});

describe('R43 who lets it go on earlier', () => {
  const resume = (by: Parameters<Story['does']>[0], s = pausedWaiting()) =>
    s.does(by, { type: 'resume-case' });
  it.each<Row>([
    [
      'a functional administrator who did not open the case',
      () => resume(administrator),
      ['case-resumed'],
    ],
    ['a stand-in', () => resume(standIn), ['case-resumed']],
    ['no agent', () => resume(agent), 'not-allowed'],
    [
      'not who opened it',
      () => {
        const s = stories();
        s.open(otherAdministrator);
        s.does(otherAdministrator, { type: 'finish-runbook', helped: false });
        s.does(otherAdministrator, {
          type: 'choose-measures',
          measures: [{ kind: 'replace-factor', factorId: 'app', enrol: 'authenticator-app' }],
        });
        say(s, signIn('a'));
        return [status(s), resume(otherAdministrator, s)];
      },
      ['paused', 'not-the-opener'],
    ],
    [
      'a day to itself is counted from there',
      () => {
        const s = pausedWaiting(hours(1));
        s.desk.pass(hours(2));
        resume(administrator, s);
        s.live(hours(23));
        const early = say(s, signIn('b'));
        s.live(hours(1));
        return [early, say(s, signIn('c'))];
      },
      [['code-not-asked'], SAID_AND_PAUSED],
    ],
  ])('R43 %s', (_, did, expected) => expect(did()).toEqual(expected));
});
