import { describe, expect, it } from 'vitest';
import { ago, aMailbox, anAccount } from '../testing/accounts';
import { said } from '../testing/desk';
import { agent, system } from '../testing/people';
import type { Row } from '../testing/row';
import { stories } from '../testing/stories';
import { ADD_APP, aStory, type Story } from '../testing/story';
import { days, hours, minutes } from '../time';

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
      'R11 a code that came back can be sent again, over another network',
      () => {
        const s = stories().chosen();
        s.send('mobile');
        const { proofId = '', challengeId = '', number = 0 } = s.desk.codes[0] ?? {};
        const about = { proofId, challengeId, number };
        s.does(system, { type: 'report-message', about, outcome: 'refused', reason: 'returned' });
        return s.send('mobile');
      },
      ['challenge-sent'],
    ],
    [
      'R25 one that was refused at once cannot: the address takes nothing',
      () => {
        const s = stories().chosen();
        s.send('mobile');
        const { proofId = '', challengeId = '', number = 0 } = s.desk.codes[0] ?? {};
        const about = { proofId, challengeId, number };
        s.does(system, { type: 'report-message', about, outcome: 'refused' });
        return s.send('mobile');
      },
      'proof-does-not-count',
    ],
    [
      'R11 a number that is called takes no code of its SMS any more',
      () => {
        const s = stories().chosen();
        s.send('mobile');
        s.call('mobile');
        return enterSent(s, 0);
      },
      'code-expired',
    ],
    [
      'R12 wrong entries of the SMS count for the call: it is one proof',
      () => {
        const s = stories().chosen();
        s.send('mobile');
        s.enter('mobile', false);
        s.call('mobile');
        return s.case().proofs.map(({ kind, wrongEntries }) => [kind, wrongEntries]);
      },
      [['voice-challenge', 1]],
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
