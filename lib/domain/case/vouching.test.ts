import { describe, expect, it } from 'vitest';
import type { Spoken } from '../account/vouch';
import { aContact, aFactor, ago, anAccount } from '../testing/accounts';
import { agent } from '../testing/people';
import type { Row } from '../testing/row';
import { guard, status, stories } from '../testing/stories';
import type { Story } from '../testing/story';
import { days, minutes } from '../time';

const withContact = (more: Parameters<typeof aContact>[1] = {}) =>
  stories(anAccount({ recoveryContacts: [aContact('sister', more)], factors: [aFactor('app')] }));
const ask = (s: Story) => s.does(agent, { type: 'ask-contact', contactId: 'sister' });
const proof = (s: Story) => s.case().proofs.find(({ restsOn }) => restsOn === 'sister');
const show = (s: Story, screenId = 'phone') =>
  s.does(s.holder(screenId), {
    type: 'show-contact-code',
    proofId: proof(s)?.id ?? '',
    screenId,
  });
const vouch = (
  s: Story,
  {
    spoken = 'known-number' as Spoken,
    matches = true,
    acted = [] as string[],
    by = 'sister',
    question = proof(s)?.question,
  } = {},
) =>
  s.does(
    { kind: 'contact', contactId: by },
    {
      type: 'vouch',
      acted,
      vouching: {
        contactId: 'sister',
        spoken,
        verdict: { challengeId: question?.id ?? '', number: question?.number ?? 0, matches },
      },
    },
  );
const asked = (s = withContact().chosen()) => {
  ask(s);
  show(s);
  return s;
};

describe('the word of a recovery contact', () => {
  it.each<Row>([
    ['R40 is a proof', () => vouch(asked()), ['proof-given', 'case-secret-given']],
    [
      'R40 in person too',
      () => vouch(asked(), { spoken: 'in-person' }),
      ['proof-given', 'case-secret-given'],
    ],
    [
      'R40 not when the contact was called by whoever asks',
      () => {
        const s = asked();
        return [vouch(s, { spoken: 'they-contacted-me' }), proof(s)?.status, proof(s)?.question];
      },
      [['vouching-not-counted'], 'open', undefined],
    ],
    [
      'R15 gives the case secret to the screen that showed the code',
      () => {
        const s = asked();
        vouch(s);
        return [s.case().secret?.screenId, s.case().secret?.shown];
      },
      ['phone', false],
    ],
    [
      'R15 a later one is asked only on the screen with the case secret',
      () => {
        const s = withContact().chosen();
        s.prove('home');
        ask(s);
        return show(s, 'elsewhere');
      },
      'secret-needed',
    ],
    [
      'R1 R2 with a code by mail it is two means',
      () => {
        const s = asked();
        vouch(s);
        s.does(s.holder('phone'), { type: 'show-secret', screenId: 'phone' });
        s.prove('home');
        s.askApproval();
        return status(s);
      },
      'awaiting-approval',
    ],
    [
      'R40 never in a case that was open before it counted',
      () => {
        const s = withContact({ countsFrom: ago(-days(1)), activeAt: ago(-days(1)) }).chosen();
        s.desk.pass(days(2));
        return ask(s);
      },
      'proof-does-not-count',
    ],
    [
      'R40 not before its time',
      () => {
        const { activeAt: _, ...waiting } = aContact('sister');
        return ask(stories(anAccount({ recoveryContacts: [waiting] })).chosen());
      },
      'proof-does-not-count',
    ],
    [
      'R40 not of a contact that was taken away since it was asked',
      () => {
        const s = asked();
        s.desk.changeAccount((a) => ({
          ...a,
          recoveryContacts: [aContact('sister', { endedAt: s.desk.now(), end: 'holder' })],
        }));
        return vouch(s);
      },
      'proof-does-not-count',
    ],
    [
      'R40 not of somebody who acted in the case',
      () => vouch(asked(), { acted: ['sister@example.com'] }),
      'proof-does-not-count',
    ],
    ['R40 nobody vouches in another’s name', () => vouch(asked(), { by: 'thief' }), 'not-found'],
    [
      'R11 the code lives fifteen minutes',
      () => {
        const s = asked();
        s.desk.pass(minutes(15));
        return vouch(s);
      },
      'code-expired',
    ],
    [
      'R11 within them it works',
      () => {
        const s = asked();
        s.desk.pass(minutes(15) - 1);
        return vouch(s);
      },
      ['proof-given', 'case-secret-given'],
    ],
    [
      'R11 only the newest code works',
      () => {
        const s = asked();
        const first = proof(s)?.question;
        show(s, 'tablet');
        return first && vouch(s, { question: first });
      },
      ['code-refused'],
    ],
    [
      'R11 looked at again on the same screen it is the same code',
      () => {
        const s = asked();
        return show(s);
      },
      [],
    ],
    [
      'R12 wrong codes count on the contact, over all cases',
      () => {
        const s = asked();
        vouch(s, { matches: false });
        return guard(s).failures.sister?.inARow;
      },
      1,
    ],
    [
      'R12 the third wrong one costs a wait',
      () => {
        const s = asked();
        for (let i = 0; i < 3; i++) vouch(s, { matches: false });
        return vouch(s);
      },
      'wait-before-retry',
    ],
    [
      'R13 it is asked three times an hour at most',
      () => {
        const s = withContact().chosen();
        for (let i = 0; i < 3; i++) ask(s);
        return ask(s);
      },
      'too-many-codes',
    ],
    ['R40 nobody else is asked', () => ask(stories().chosen()), 'contact-point-unknown'],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});
