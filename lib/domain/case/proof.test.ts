import { describe, expect, it } from 'vitest';
import { aMailbox, aNumber, anAccount } from '../testing/accounts';
import type { Row } from '../testing/row';
import { proofs, stories, withKey } from '../testing/stories';
import { ADD_APP, aStory, REPLACE_APP } from '../testing/story';
import { days, hours } from '../time';

describe('what proofs hold for', () => {
  const remove = { kind: 'remove-factor', factorId: 'key' } as const;
  const both = () => withKey().collected(REPLACE_APP, remove);
  it.each<Row>([
    [
      'R5 for less than was named they hold',
      () => {
        const s = both();
        s.choose(REPLACE_APP);
        return [proofs(s), s.askApproval()];
      },
      [['given', 'given'], ['approval-asked']],
    ],
    [
      'R5 anything else voids them',
      () => {
        const s = both();
        s.choose(ADD_APP);
        return [proofs(s), s.askApproval()];
      },
      [['void', 'void'], 'not-enough-proof'],
    ],
    [
      'R5 less, and then more again, voids them',
      () => {
        const s = both();
        s.choose(REPLACE_APP);
        s.choose(REPLACE_APP, remove);
        return proofs(s);
      },
      ['void', 'void'],
    ],
    [
      'R5 what was named stays named in whatever order it is written',
      () => {
        const s = both();
        s.choose({ enrol: 'authenticator-app', kind: 'replace-factor', factorId: 'app' });
        return proofs(s);
      },
      ['given', 'given'],
    ],
    [
      'R5 from asking for approval on the measures are fixed',
      () => stories().asked().choose(ADD_APP),
      'wrong-status',
    ],
    [
      'R5 proofs lapse after 72 h',
      () => {
        const s = stories().collected();
        s.live(hours(72));
        return [proofs(s), s.askApproval()];
      },
      [['void', 'void'], 'not-enough-proof'],
    ],
    [
      'R5 not before',
      () => {
        const s = stories().collected();
        s.live(hours(72) - 1);
        return s.askApproval();
      },
      ['approval-asked'],
    ],
    [
      'R5 nor does it help that the alarm rings late',
      () => {
        const s = stories().collected();
        s.desk.pass(hours(72));
        return s.askApproval();
      },
      'not-enough-proof',
    ],
    [
      'R5 when only some lapsed, those alone are void',
      () => {
        const s = stories().chosen();
        s.prove('home');
        s.desk.pass(hours(71));
        s.prove('club');
        s.prove('mobile');
        s.desk.pass(hours(1));
        return [s.askApproval(), proofs(s)];
      },
      [
        ['proofs-voided', 'approval-asked'],
        ['void', 'given', 'given'],
      ],
    ],
    [
      'R5 once approval was asked they stay',
      () => {
        const s = stories().asked();
        s.live(days(10));
        return s.approve();
      },
      ['approval-given', 'wait-planned', 'notice-queued', 'notice-queued', 'notice-queued'],
    ],
    [
      'nothing of a code is left in a proof that is void',
      () => {
        const s = stories().chosen();
        s.send('home');
        s.choose(ADD_APP);
        return s.case().proofs[0]?.challenge;
      },
      undefined,
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});

describe('reporting a loss', () => {
  const proven = () => {
    const s = stories(
      anAccount({
        contactPoints: [
          aMailbox('home'),
          aMailbox('club'),
          aNumber('mobile'),
          aNumber('old', { deviceId: 'd9', address: '+31611111111' }),
        ],
      }),
    ).chosen();
    s.prove('home');
    return s;
  };
  it.each<Row>([
    [
      'R3 only after the first proof, where the case secret is',
      () => {
        const s = stories().chosen();
        return s.report('mobile');
      },
      'secret-needed',
    ],
    [
      'R3 and on no other screen',
      () => {
        const s = proven();
        return s.does(s.holder('thief'), { type: 'report-loss', ids: ['mobile'] });
      },
      'secret-needed',
    ],
    [
      'R3 a lost phone takes its number along, and what may be on it',
      () => {
        const s = stories().chosen();
        s.prove('home');
        s.report('mobile');
        return s.case().reported.sort();
      },
      ['app', 'mobile'],
    ],
    [
      'R3 a lost factor takes only itself',
      () => {
        const s = proven();
        s.report('app');
        return s.case().reported;
      },
      ['app'],
    ],
    [
      'R3 a mailbox takes only itself',
      () => {
        const s = proven();
        s.report('club');
        return s.case().reported;
      },
      ['club'],
    ],
    [
      'R3 an address that stands twice is lost twice',
      () => {
        const twice = { address: 'anna@example.net' };
        const s = stories(
          anAccount({
            contactPoints: [aMailbox('home'), aMailbox('club', twice), aMailbox('again', twice)],
          }),
        ).chosen();
        s.prove('home');
        s.report('club');
        return s.case().reported.sort();
      },
      ['again', 'club'],
    ],
    [
      'R3 it is told to every contact point',
      () => {
        const s = proven();
        s.report('mobile');
        return s
          .case()
          .notices.filter((n) => n.kind === 'loss-reported')
          .map((n) => n.contactPointId)
          .sort();
      },
      ['club', 'home', 'mobile', 'old'],
    ],
    [
      'R3 a proof that rests on it is void',
      () => {
        const s = proven();
        s.prove('mobile');
        s.report('mobile');
        return [proofs(s), s.askApproval()];
      },
      [['given', 'void'], 'not-enough-proof'],
    ],
    [
      'R3 it gives no new proof',
      () => {
        const s = proven();
        s.report('mobile');
        return s.send('mobile');
      },
      'proof-does-not-count',
    ],
    [
      'R3 also not in a later case',
      () => {
        const s = proven();
        s.report('mobile');
        s.cancel();
        return aStory(s.desk, 'case-2').chosen().send('mobile');
      },
      'proof-does-not-count',
    ],
    [
      'R3 nobody reports what is not theirs',
      () => proven().report('stranger'),
      'contact-point-unknown',
    ],
    ['R3 not once approval was asked', () => stories().asked().report('club'), 'wrong-status'],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});
