import { describe, expect, it } from 'vitest';
import { notAskedLately, withNotAsked } from '../account/guard';
import type { CodeAbout } from '../challenge/code-about';
import { aMailbox, aNumber, anAccount } from '../testing/accounts';
import { administrator, agent, otherAdministrator, standIn } from '../testing/people';
import type { Row } from '../testing/row';
import { contestedFor, guard, status, stories } from '../testing/stories';
import type { Story } from '../testing/story';
import { between, type Duration, days, hours, minutes, seconds } from '../time';
import { isRefusal } from './command';
import { alarmOf } from './deadlines';
import { nextActionOf, summary } from './summary';

const signIn = (codeId: string): CodeAbout => ({ kind: 'sign-in', ticketHash: 'hash', codeId });

/** Somebody says of a code that came here that they did not ask for it. */
const say = (s: Story, about: CodeAbout, point: string | null = 'club') =>
  point
    ? s.does(s.link(point), { type: 'note-not-asked', about, contactPointId: point })
    : s.does(s.link('elsewhere'), { type: 'note-not-asked', about });

/** The newest code of a proof, as its message names it. */
const codeOf = (s: Story, point: string): CodeAbout => {
  const proof = s.case().proofs.findLast((p) => p.restsOn === point && p.challenge);
  return {
    kind: 'challenge',
    caseId: s.id,
    proofId: proof?.id ?? 'none',
    challengeId: proof?.challenge?.id ?? 'none',
  };
};

const SAID_AND_PAUSED = ['code-not-asked', 'case-paused'];
const left = (s: Story): Duration => between(s.desk.now(), s.case().wait?.endsAt ?? s.desk.now());

const pausedWaiting = (after: Duration = hours(40)) => {
  const s = stories().waiting();
  s.live(after);
  say(s, signIn('a'));
  return s;
};

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

describe('the code itself', () => {
  const asked = () => {
    const s = stories().chosen();
    s.send('home');
    return s;
  };
  it.each<Row>([
    [
      'R43 is dead, also after the pause, and the proof is not',
      () => {
        const s = asked();
        say(s, codeOf(s, 'home'), 'home');
        s.live(hours(24));
        const entered = s.enter('home');
        s.send('home');
        return [entered, s.enter('home')[0]];
      },
      ['code-expired', 'proof-given'],
    ],
    [
      'R43 is dead at once, also where the case does not stand still',
      () => {
        const s = asked();
        say(s, codeOf(s, 'home'), null);
        return [status(s), s.enter('home'), s.case().proofs[0]?.status];
      },
      ['collecting', 'code-expired', 'open'],
    ],
    [
      'R11 R43 an older one is dead already: the newest still works',
      () => {
        const s = stories(
          anAccount({ contactPoints: [aMailbox('home'), aMailbox('club'), aNumber('mobile')] }),
        ).chosen();
        s.send('home');
        const old = codeOf(s, 'home');
        s.send('home');
        // From an address that speaks for nobody, so that the case does not stand still.
        say(s, old, null);
        return s.enter('home')[0];
      },
      'proof-given',
    ],
    [
      'R43 a code that was used proved what it proved',
      () => {
        const s = asked();
        const about = codeOf(s, 'home');
        s.enter('home');
        say(s, about, 'home');
        return s.case().proofs.map((p) => p.status);
      },
      ['given'],
    ],
  ])('%s', (_, did, expected) => expect(did()).toEqual(expected));
});

describe('beside other pauses', () => {
  it.each<Row>([
    [
      'R28 a sign-in with an old factor is asked, also while the case stands still for a report',
      () => {
        const s = pausedWaiting(hours(10));
        s.desk.pass(hours(4));
        s.signIn('s1', 'app');
        return [
          s.case().pause?.reason,
          between(s.desk.now(), s.case().pause?.until ?? s.desk.now()),
          s.answer('s1', 'go-on'),
          left(s),
        ];
      },
      ['sign-in', hours(72), ['case-resumed'], hours(38)],
    ],
    [
      'R27 so does a no from an address that was reported',
      () => {
        const s = stories().collected();
        s.report('mobile');
        s.prove('club');
        s.askApproval();
        s.approve();
        s.desk.work();
        say(s, signIn('a'), 'home');
        s.veto(s.link('mobile'));
        return [s.case().pause?.reason, s.case().pause?.returnTo];
      },
      ['weak-veto', 'waiting'],
    ],
    [
      'R28 a report does not take the place of a question that is asked',
      () => {
        const s = stories().waiting();
        s.signIn('s1', 'app');
        return [say(s, signIn('a')), s.case().pause?.reason];
      },
      [['code-not-asked'], 'sign-in'],
    ],
  ])('%s', (_, did, expected) => expect(did()).toEqual(expected));
});

describe('what the desk sees of it', () => {
  it('R43 the queue has nothing to do but wait, until the pause ends', () => {
    const s = pausedWaiting();
    const { pause } = s.case();
    expect(nextActionOf(s.case())).toBe('wait');
    expect(summary(s.case())).toMatchObject({ statusGroup: 'waiting', dueAt: pause?.until });
    expect(alarmOf(s.case())).toBe(pause?.until);
  });

  it('R43 the account has the signal for 30 days, the newest ten, each code once', () => {
    const s = stories().waiting();
    // The account's own record may have it before the case does.
    s.desk.changeAccount((a) => ({
      ...a,
      guard: withNotAsked(
        a.guard,
        { about: signIn('first'), contactPointId: 'club' },
        s.desk.now(),
      ),
    }));
    say(s, signIn('first'));
    expect(notAskedLately(guard(s), s.desk.now())).toHaveLength(1);
    for (let n = 0; n < 12; n++) say(s, signIn(`code-${n}`), n % 2 ? 'club' : 'home');
    say(s, signIn('code-11'));
    const shown = notAskedLately(guard(s), s.desk.now());
    expect(shown).toHaveLength(10);
    expect(shown[0]).toMatchObject({ over: 'sign-in', code: 'code-11', contactPointId: 'club' });
    s.desk.pass(days(30) - 1);
    expect(notAskedLately(guard(s), s.desk.now())).toHaveLength(10);
    s.desk.pass(1);
    expect(notAskedLately(guard(s), s.desk.now())).toEqual([]);
  });

  it('R43 nobody keeps a case asleep: whoever reports at every moment doubles the wait at most', () => {
    const s = stories().waiting();
    const began = s.desk.now();
    for (let n = 0; status(s) !== 'executing' && n < 2000; n++) {
      say(s, signIn(`code-${n}`), ['home', 'club', 'mobile'][n % 3]);
      // The worker's clock rings late, and the attacker is quick.
      s.desk.pass(minutes(20));
      say(s, signIn(`late-${n}`), ['home', 'club', 'mobile'][n % 3]);
      s.desk.wake(s.id);
    }
    expect(status(s)).toBe('executing');
    expect(between(began, s.desk.now())).toBeLessThanOrEqual(2 * hours(48) + hours(2));
  });
});
