import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../policy/policy';
import {
  aFactor,
  ago,
  aKey,
  aMailbox,
  aNumber,
  anAccount,
  aPlainAccount,
} from '../testing/accounts';
import { aDesk, said } from '../testing/desk';
import {
  administrator,
  agent,
  otherAdministrator,
  otherAgent,
  staff,
  standIn,
  thirdAdministrator,
} from '../testing/people';
import type { Row } from '../testing/row';
import { ADD_APP, aStory, REPLACE_APP, type Story } from '../testing/story';
import { days, hours, minutes } from '../time';

const stories = (account = anAccount(), policy = {}) =>
  aStory(aDesk({ account, policy: { ...defaultPolicy(), ...policy } }));
const withKey = () => stories(anAccount({ factors: [aFactor('app'), aKey('key')] }));
const readOut = { readingOutAllowed: true };
const proofs = (s: Story) => s.case().proofs.map((proof) => proof.status);
const wrongly = (s: Story, times: number, point = 'home') => {
  for (let i = 0; i < times; i++) {
    s.desk.pass(days(1));
    s.enter(point, false);
  }
  return s;
};
/** Enters a code that was sent, whichever it was. */
const enterSent = (s: Story, index: number) => {
  const { proofId, challengeId, number } = s.desk.codes[index] ?? {
    proofId: '',
    challengeId: '',
    number: 0,
  };
  return s.does(s.holder(), {
    type: 'enter-code',
    screenId: 'phone',
    verdict: { proofId, challengeId, number, matches: true },
  });
};

describe('codes', () => {
  it.each<Row>([
    [
      'R8 a code goes only to a contact point on file',
      () => stories().chosen().send('thief'),
      'contact-point-unknown',
    ],
    [
      'R8 not to one that was taken off file',
      () =>
        stories(anAccount({ contactPoints: [aMailbox('gone', { removedAt: ago(1) })] }))
          .chosen()
          .send('gone'),
      'contact-point-unknown',
    ],
    [
      'R8 nor to another account’s id under the wrong kind',
      () => {
        const s = stories().chosen();
        return s.does(agent, {
          type: 'send-challenge',
          kind: 'email-challenge',
          contactPointId: 'mobile',
        });
      },
      'contact-point-unknown',
    ],
    [
      'R3 no code is sent for a proof that would not count',
      () =>
        stories(
          anAccount({
            contactPoints: [aMailbox('home', { source: 'holder', addedAt: ago(days(1)) })],
          }),
        )
          .chosen()
          .send('home'),
      'proof-does-not-count',
    ],
    [
      'R11 the newest code works',
      () => {
        const s = stories().chosen();
        s.send('home');
        return s.enter('home');
      },
      ['proof-given', 'case-secret-given'],
    ],
    [
      'R11 an older one does not',
      () => {
        const s = stories().chosen();
        s.send('home');
        s.send('home');
        return [enterSent(s, 0), enterSent(s, 1)];
      },
      ['code-expired', ['proof-given', 'case-secret-given']],
    ],
    [
      'R11 a code works once',
      () => {
        const s = stories().chosen();
        s.prove('home');
        return enterSent(s, 0);
      },
      'already-proven',
    ],
    [
      'R11 within its life it works',
      () => {
        const s = stories().chosen();
        s.send('home');
        s.desk.pass(minutes(10) - 1);
        return s.enter('home');
      },
      ['proof-given', 'case-secret-given'],
    ],
    [
      'R11 after it, it does not',
      () => {
        const s = stories().chosen();
        s.send('home');
        s.desk.pass(minutes(10));
        return s.enter('home');
      },
      'code-expired',
    ],
    [
      'R11 a code for one contact point proves nothing of another',
      () => {
        const s = stories().chosen();
        s.send('home');
        s.send('club');
        const [home, club] = s.desk.codes;
        return s.does(s.holder(), {
          type: 'enter-code',
          screenId: 'phone',
          verdict: {
            proofId: home?.proofId ?? '',
            challengeId: club?.challengeId ?? '',
            number: club?.number ?? 0,
            matches: true,
          },
        });
      },
      'code-expired',
    ],
    [
      'R11 a code of one case does not open another',
      () => {
        const s = stories().chosen();
        s.send('home');
        const other = aStory(s.desk, 'case-2');
        other.open();
        return enterSent(other, 0);
      },
      'wrong-status',
    ],
    [
      'R11 nothing was sent, nothing can be entered',
      () => stories().chosen().enter('home'),
      'no-code-sent',
    ],
    [
      'R11 measures that are chosen anew void the codes that were out',
      () => {
        const s = stories().chosen();
        s.send('home');
        s.choose(ADD_APP);
        return enterSent(s, 0);
      },
      'no-code-sent',
    ],
    [
      'R13 at most three codes an hour',
      () => {
        const s = stories().chosen();
        s.send('home');
        s.send('home');
        s.send('home');
        return s.send('home');
      },
      'too-many-codes',
    ],
    [
      'R13 the hour over, there are new ones',
      () => {
        const s = stories().chosen();
        s.send('home');
        s.send('home');
        s.send('home');
        s.desk.pass(hours(1));
        return s.send('home');
      },
      ['challenge-sent'],
    ],
    [
      'R13 the budget is the contact point’s, over all cases',
      () => {
        const s = stories().chosen();
        s.send('home');
        s.send('home');
        s.send('home');
        s.cancel();
        return aStory(s.desk, 'case-2').chosen().send('home');
      },
      'too-many-codes',
    ],
    [
      'R13 outsiders have a budget of their own: they cannot use up the desk’s',
      () => {
        const s = stories().chosen();
        s.send('home');
        const again = [1, 2, 3, 4].map(() =>
          said(
            s.ask(s.holder('stranger'), {
              type: 'send-challenge',
              kind: 'email-challenge',
              contactPointId: 'home',
            }),
          ),
        );
        return [again[3], s.send('home')];
      },
      ['too-many-codes', ['challenge-sent']],
    ],
    [
      'R13 a holder asks again only for what the desk began',
      () => {
        const s = stories().chosen();
        return s.send('home', s.holder());
      },
      'not-allowed',
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});

describe('failures', () => {
  it.each<Row>([
    [
      'R12 a wrong code is counted, not refused',
      () => {
        const s = stories().chosen();
        s.send('home');
        return s.enter('home', false);
      },
      ['code-refused'],
    ],
    [
      'R12 five wrong entries use a code up',
      () => {
        const s = stories(anAccount(), { emailCodeLife: hours(24) }).chosen();
        s.send('home');
        for (let i = 0; i < 5; i++) {
          s.enter('home', false);
          s.desk.pass(minutes(10));
        }
        return s.enter('home');
      },
      'code-used-up',
    ],
    [
      'R11 a new code does not reset the failure count',
      () => {
        const s = stories().chosen();
        s.send('home');
        s.enter('home', false);
        s.enter('home', false);
        s.send('home');
        s.enter('home', false);
        return s.enter('home');
      },
      'wait-before-retry',
    ],
    [
      'R12 the count spans cases',
      () => {
        const s = stories().chosen();
        s.send('home');
        s.enter('home', false);
        s.enter('home', false);
        s.cancel();
        const other = aStory(s.desk, 'case-2').chosen();
        other.send('home');
        other.enter('home', false);
        return [s.desk.account().guard.failures.home?.inARow, other.enter('home')];
      },
      [3, 'wait-before-retry'],
    ],
    [
      'R12 after the wait the right code works, and the row is broken',
      () => {
        const s = stories().chosen();
        s.send('home');
        s.enter('home', false);
        s.enter('home', false);
        s.enter('home', false);
        s.desk.pass(minutes(1));
        return [s.enter('home'), s.desk.account().guard.failures.home];
      },
      [['proof-given', 'case-secret-given'], undefined],
    ],
    [
      'R12 ten wrong entries close that proof, over all its codes',
      () => {
        const s = stories().chosen();
        for (let i = 0; i < 10; i++) {
          s.desk.pass(days(1));
          s.send('home');
          s.enter('home', false);
        }
        return [proofs(s), s.send('home'), s.enter('home')];
      },
      [['closed'], 'proof-closed', 'proof-closed'],
    ],
    [
      'R12 not the case: another means goes on',
      () => {
        const s = stories().chosen();
        for (let i = 0; i < 10; i++) {
          s.desk.pass(days(1));
          s.send('home');
          s.enter('home', false);
        }
        return s.prove('club');
      },
      ['proof-given', 'case-secret-given'],
    ],
    [
      'R12 failures of a factor count too',
      () => {
        const s = withKey().chosen();
        s.useFactor('key', 1, false);
        s.useFactor('key', 2, false);
        s.useFactor('key', 3, false);
        return s.useFactor('key', 4);
      },
      'wait-before-retry',
    ],
    [
      'R12 100 in a row: even the right code is refused',
      () => {
        const s = stories().chosen();
        s.send('home');
        s.desk.changeAccount((a) => ({
          ...a,
          guard: { ...a.guard, failures: { home: { inARow: 100, lastAt: ago(days(300)) } } },
        }));
        return s.enter('home');
      },
      'confirm-anew',
    ],
    [
      'R12 an identity check in person confirms it anew',
      () => {
        const s = stories().chosen();
        s.desk.changeAccount((a) => ({
          ...a,
          guard: { ...a.guard, failures: { home: { inARow: 100, lastAt: ago(days(300)) } } },
        }));
        s.check('in-person', administrator);
        return s.send('home');
      },
      ['proof-opened', 'challenge-sent'],
    ],
    [
      'R12 one at a distance does not',
      () => {
        const s = stories().chosen();
        s.desk.changeAccount((a) => ({
          ...a,
          guard: { ...a.guard, failures: { home: { inARow: 100, lastAt: ago(days(300)) } } },
        }));
        s.check('remote', administrator);
        return s.send('home');
      },
      'proof-does-not-count',
    ],
    [
      'R12 a right code while the wait runs is not judged: guessing faster gains nothing',
      () => {
        const s = wrongly(stories(anAccount(), { emailCodeLife: hours(24) }).chosen(), 0);
        s.send('home');
        s.enter('home', false);
        s.enter('home', false);
        s.enter('home', false);
        return [s.enter('home'), s.enter('home', false), s.case().proofs[0]?.wrongEntries];
      },
      ['wait-before-retry', 'wait-before-retry', 3],
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});

describe('remaining factor', () => {
  it.each<Row>([
    [
      'R4 a security key that the holder still has is a proof',
      () => withKey().chosen().useFactor('key', 7),
      ['proof-opened', 'proof-given', 'case-secret-given'],
    ],
    [
      'R3 the factor that is being replaced is none',
      () => withKey().chosen(REPLACE_APP).useFactor('app', 7),
      'proof-does-not-count',
    ],
    [
      'R11 a step is never taken twice',
      () => {
        const s = stories(anAccount({ factors: [aFactor('app', { lastStep: 7 })] })).chosen(
          ADD_APP,
        );
        return s.useFactor('app', 7);
      },
      ['proof-opened', 'code-refused'],
    ],
    [
      'R11 nor an older one',
      () => {
        const s = stories(anAccount({ factors: [aFactor('app', { lastStep: 7 })] })).chosen(
          ADD_APP,
        );
        return s.useFactor('app', 6);
      },
      ['proof-opened', 'code-refused'],
    ],
    [
      'R11 also in another case',
      () => {
        const s = stories(anAccount({ factors: [aFactor('app')] })).chosen(ADD_APP);
        s.useFactor('app', 7);
        s.cancel();
        return aStory(s.desk, 'case-2').chosen(ADD_APP).useFactor('app', 7);
      },
      ['proof-opened', 'code-refused'],
    ],
    [
      'a passkey that never counts can be used more than once',
      () => {
        const s = stories(
          anAccount({ factors: [aFactor('app'), aKey('key', { synced: true, lastStep: 0 })] }),
        ).chosen();
        return s.useFactor('key', 0);
      },
      ['proof-opened', 'proof-given', 'case-secret-given'],
    ],
    [
      'a key that counts cannot go back to 0',
      () => {
        const s = stories(
          anAccount({ factors: [aFactor('app'), aKey('key', { lastStep: 3 })] }),
        ).chosen();
        return s.useFactor('key', 0);
      },
      ['proof-opened', 'code-refused'],
    ],
    [
      'R1 app and number on one phone are given, and count once',
      () => {
        const s = stories(anAccount({ factors: [aFactor('app')] })).chosen(ADD_APP);
        s.useFactor('app', 7);
        s.prove('mobile');
        return s.askApproval();
      },
      'not-enough-proof',
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});

describe('case secret', () => {
  it.each<Row>([
    [
      'R15 the screen of the first proof gets it',
      () => {
        const s = stories().chosen();
        s.prove('home');
        return s.case().secret;
      },
      { generation: 1, screenId: 'phone', shown: true },
    ],
    [
      'R15 a later proof counts there',
      () => {
        const s = stories().chosen();
        s.prove('home');
        return s.prove('club');
      },
      ['proof-given'],
    ],
    [
      'R15 on another screen it does not, although the code is right',
      () => {
        const s = stories().chosen();
        s.prove('home');
        return s.prove('club', s.holder('thief'));
      },
      'secret-needed',
    ],
    [
      'R15 nor does a factor',
      () => {
        const s = withKey().chosen();
        s.prove('home');
        return s.useFactor('key', 7, true, 'thief');
      },
      'secret-needed',
    ],
    [
      'R15 an older secret is dead',
      () => {
        const s = stories().chosen();
        s.prove('home');
        s.check('in-person', administrator, 'tablet');
        return [s.prove('club'), s.prove('mobile', s.holder('tablet'))];
      },
      ['secret-needed', ['proof-given']],
    ],
    [
      'R15 a number that no screen of this case shows gives nothing',
      () => {
        const s = stories().chosen();
        return s.does(administrator, {
          type: 'record-identity-check',
          check: { mode: 'in-person', documentKind: 'passport', place: 'x' },
          result: 'matches',
          screenId: 'elsewhere',
        });
      },
      'screen-unknown',
    ],
    [
      'R15 it is shown once, on its own screen',
      () => {
        const s = stories().chosen();
        s.check('in-person', administrator);
        return [
          s.does(s.holder('thief'), { type: 'show-secret', screenId: 'thief' }),
          s.does(s.holder(), { type: 'show-secret', screenId: 'phone' }),
        ];
      },
      ['screen-unknown', 'nothing-to-do'],
    ],
    [
      'R15 when all proofs lapsed the next first proof gives a new one, on whatever screen',
      () => {
        const s = stories().chosen();
        s.prove('home');
        s.live(hours(72));
        return [s.prove('home', s.holder('tablet')), s.case().secret, s.prove('club')];
      },
      [
        ['proof-given', 'case-secret-given'],
        { generation: 2, screenId: 'tablet', shown: true },
        'secret-needed',
      ],
    ],
    [
      'R15 with nothing proven any more the old screen can report nothing',
      () => {
        const s = stories().chosen();
        s.prove('home');
        s.live(hours(72));
        return s.report('club');
      },
      'secret-needed',
    ],
    [
      'R9 a code that was read out gives no screen the secret',
      () => {
        const s = stories(anAccount(), readOut).chosen();
        s.send('home');
        s.enter('home', true, agent);
        return s.case().secret;
      },
      undefined,
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});

describe('reading out to the agent', () => {
  it.each<Row>([
    [
      'R9 is off by default',
      () => {
        const s = stories().chosen();
        s.send('home');
        return s.enter('home', true, agent);
      },
      'reading-out-not-allowed',
    ],
    [
      'R9 where a policy allows it, it is marked',
      () => {
        const s = stories(anAccount(), readOut).chosen();
        s.send('home');
        s.enter('home', true, agent);
        return s.case().proofs[0]?.throughStaff;
      },
      true,
    ],
    [
      'R9 at most one per plan',
      () => {
        const s = stories(anAccount(), readOut).chosen();
        s.send('home');
        s.enter('home', true, agent);
        s.send('club');
        return s.enter('club', true, agent);
      },
      'reading-out-not-allowed',
    ],
    [
      'R9 the other proof is given by the holder, whose screen gets the secret',
      () => {
        const s = stories(anAccount(), readOut).chosen();
        s.send('home');
        s.enter('home', true, agent);
        return [s.prove('mobile'), s.askApproval()];
      },
      [['proof-given', 'case-secret-given'], ['approval-asked']],
    ],
    [
      'R9 alone it is not enough, not even where one means is',
      () => {
        const s = stories(aPlainAccount(), readOut).chosen(ADD_APP);
        s.send('home');
        s.enter('home', true, agent);
        return s.askApproval();
      },
      'not-enough-proof',
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});

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
        const twin = staff('twin', 'agent', { personId: administrator.personId });
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
