import { describe, expect, it } from 'vitest';
import { notAskedLately, withNotAsked } from '../account/guard';
import { aMailbox, aNumber, anAccount } from '../testing/accounts';
import { codeOf, left, pausedWaiting, say, signIn } from '../testing/not-asked';
import type { Row } from '../testing/row';
import { guard, status, stories } from '../testing/stories';
import { between, days, hours, minutes } from '../time';
import { alarmOf } from './deadlines';
import { nextActionOf, summary } from './summary';

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
