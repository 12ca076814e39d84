import { describe, expect, it } from 'vitest';
import { aFactor, aKey, anAccount, aPlainAccount } from '../testing/accounts';
import { administrator, agent } from '../testing/people';
import type { Row } from '../testing/row';
import { stories, withKey } from '../testing/stories';
import { ADD_APP, aStory, REPLACE_APP } from '../testing/story';
import { hours } from '../time';

const readOut = { readingOutAllowed: true };

describe('remaining factor', () => {
  it.each<Row>([
    [
      'R4 a security key that the holder still has is a proof',
      () => withKey().chosen().withFactor('key', 7),
      ['proof-opened', 'proof-given', 'case-secret-given'],
    ],
    [
      'R3 the factor that is being replaced is none',
      () => withKey().chosen(REPLACE_APP).withFactor('app', 7),
      'proof-does-not-count',
    ],
    [
      'R11 a step is never taken twice',
      () => {
        const s = stories(anAccount({ factors: [aFactor('app', { lastStep: 7 })] })).chosen(
          ADD_APP,
        );
        return s.withFactor('app', 7);
      },
      ['proof-opened', 'code-refused'],
    ],
    [
      'R11 nor an older one',
      () => {
        const s = stories(anAccount({ factors: [aFactor('app', { lastStep: 7 })] })).chosen(
          ADD_APP,
        );
        return s.withFactor('app', 6);
      },
      ['proof-opened', 'code-refused'],
    ],
    [
      'R11 also in another case',
      () => {
        const s = stories(anAccount({ factors: [aFactor('app')] })).chosen(ADD_APP);
        s.withFactor('app', 7);
        s.cancel();
        return aStory(s.desk, 'case-2').chosen(ADD_APP).withFactor('app', 7);
      },
      ['proof-opened', 'code-refused'],
    ],
    [
      'R4 a backup code is a proof',
      () => stories().chosen(ADD_APP).withBackupCode(3),
      ['proof-opened', 'proof-given', 'case-secret-given'],
    ],
    [
      'R11 a backup code works once, over all cases',
      () => {
        const s = stories().chosen(ADD_APP);
        s.withBackupCode(3);
        s.cancel();
        return aStory(s.desk, 'case-2').chosen(ADD_APP).withBackupCode(3);
      },
      ['proof-opened', 'code-refused'],
    ],
    [
      'R2 a backup code and a code by mail are two means',
      () => {
        const s = stories().chosen(ADD_APP);
        s.withBackupCode(3);
        s.prove('home');
        return s.askApproval();
      },
      ['approval-asked'],
    ],
    [
      'a passkey that never counts can be used more than once',
      () => {
        const s = stories(
          anAccount({ factors: [aFactor('app'), aKey('key', { synced: true, lastStep: 0 })] }),
        ).chosen();
        return s.withFactor('key', 0);
      },
      ['proof-opened', 'proof-given', 'case-secret-given'],
    ],
    [
      'a key that counts cannot go back to 0',
      () => {
        const s = stories(
          anAccount({ factors: [aFactor('app'), aKey('key', { lastStep: 3 })] }),
        ).chosen();
        return s.withFactor('key', 0);
      },
      ['proof-opened', 'code-refused'],
    ],
    [
      'R1 app and number on one phone are given, and count once',
      () => {
        const s = stories(anAccount({ factors: [aFactor('app')] })).chosen(ADD_APP);
        s.withFactor('app', 7);
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
        return s.withFactor('key', 7, true, 'thief');
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
