import { describe, expect, it } from 'vitest';
import { emptyGuard } from '../account/guard';
import { aFactor, ago, anAccount, aPlainAccount, START } from '../testing/accounts';
import { aDesk, said } from '../testing/desk';
import { administrator, agent, otherAdministrator, otherAgent, twinOf } from '../testing/people';
import { ADD_APP, aStory, REPLACE_APP } from '../testing/story';
import { days, hours, minutes, plus } from '../time';
import { fold } from './evolve';

const asked = (...start: Parameters<typeof aDesk>) => {
  const story = aStory(aDesk(...start));
  story.wish();
  return story;
};

const OPENS = [
  'case-opened',
  'runbook-finished',
  'measures-chosen',
  'proof-opened',
  'proof-given',
  'case-secret-given',
];

describe('R42 a request that is answered', () => {
  it('opens a case with its plan, its first proof and the case secret on that screen', () => {
    const story = asked();
    expect(story.answerWish()).toEqual(OPENS);
    const c = story.case();
    expect(c).toMatchObject({ asked: true, status: 'collecting', measures: [REPLACE_APP] });
    expect(c.secret).toEqual({ generation: 1, screenId: 'phone', shown: true });
    expect(c.proofs).toMatchObject([
      { kind: 'email-challenge', restsOn: 'home', status: 'given', weight: 2 },
    ]);
    expect([c.openedBy, c.assigneeId]).toEqual([undefined, undefined]);
    expect(story.desk.account().guard.accessCaseId).toBe('case-1');
    expect(fold(story.events())).toEqual(c);
  });

  it.each<[string, (story: ReturnType<typeof asked>) => unknown]>([
    ['with a wrong code', (story) => story.answerWish(false)],
    ['after its ten minutes', (story) => story.desk.pass(minutes(10))],
    ['after its hour', (story) => story.desk.pass(minutes(61))],
    [
      'that was ended (R43)',
      (story) => story.desk.wish({ type: 'end-request' }, 'request-of-case-1'),
    ],
  ])('never opens one %s', (name, meanwhile) => {
    const story = asked();
    const said = meanwhile(story);
    if (name.includes('wrong')) expect(said).toBe('code-wrong');
    else expect(story.answerWish()).toBe('code-wrong');
    expect(story.desk.caseIds()).toEqual([]);
  });

  it('opens one case: its code works once (R11)', () => {
    const story = asked();
    story.answerWish();
    const again = aStory(story.desk, 'case-2');
    const { number = 0 } = story.desk.requests.get('request-of-case-1') ?? {};
    const outcome = story.desk.ask(again.holder('thief', { via: 'request' }), 'case-2', {
      type: 'open-case',
      caseId: 'case-2',
      handle: '7K3M9Q2XTC',
      symptom: '',
      asked: {
        screenId: 'thief',
        verdict: { requestId: 'request-of-case-1', number, matches: true },
      },
    });
    expect(said(outcome)).toBe('code-wrong');
  });

  it('is refused where another recovery is open, the account is closed, or the address counts no more', () => {
    const busy = asked({ account: anAccount() });
    aStory(busy.desk, 'other').collected(ADD_APP);
    expect(busy.answerWish()).toBe('another-case-open');
    const closed = asked();
    closed.desk.changeAccount((a) => ({
      ...a,
      guard: { ...a.guard, suspension: { until: plus(START, hours(9)), caseId: 'x' } },
    }));
    expect(closed.answerWish()).toBe('account-suspended');
    const gone = asked();
    gone.desk.changeAccount((a) => ({ ...a, disabled: true }));
    expect(gone.answerWish()).toBe('account-disabled');
    const reported = asked();
    reported.desk.changeAccount((a) => ({
      ...a,
      guard: { ...a.guard, reported: { home: START } },
    }));
    expect(reported.answerWish()).toBe('proof-does-not-count');
  });

  it.each(['privileged', 'ofStaff'] as const)(
    'R22 of an account that is %s brings the desk a case without measures, proof or secret',
    (mark) => {
      const story = asked({ account: anAccount({ [mark]: true }) });
      expect(story.answerWish()).toEqual(['case-opened']);
      expect(story.desk.account().guard.accessCaseId).toBeUndefined();
    },
  );

  it.each(['privileged', 'ofStaff'] as const)(
    'R42 of an account that is %s a second one comes only when the first has ended',
    (mark) => {
      const story = asked({ account: anAccount({ [mark]: true }) });
      story.answerWish();
      const again = aStory(story.desk, 'case-2');
      again.wish();
      expect(again.answerWish()).toBe('another-case-open');
      expect(story.desk.caseIds()).toEqual(['case-1']);
      story.cancel();
      expect(again.answerWish()).toEqual(['case-opened']);
    },
  );

  it('R42 a case that the desk opened keeps nobody of a privileged account from asking', () => {
    const story = asked({ account: anAccount({ privileged: true }) });
    aStory(story.desk, 'other').open();
    expect(story.answerWish()).toEqual(['case-opened']);
  });

  it('R26 of a contested account still asks for an identity check in person', () => {
    const contestedUntil = plus(START, days(20));
    const story = asked({ account: anAccount({ guard: { ...emptyGuard(), contestedUntil } }) });
    story.answerWish();
    expect(story.case().plan?.inPersonOnly).toBe(true);
  });

  it('is no door for who holds a handle, and none for staff without a caller', () => {
    const story = asked();
    const command = {
      type: 'open-case',
      caseId: 'case-1',
      handle: '7K3M9Q2XTB',
      symptom: 'other',
    } as const;
    expect(said(story.ask(story.holder('phone', { via: 'request' }), command))).toBe('not-allowed');
    expect(said(story.ask(story.holder(), command))).toBe('not-allowed');
  });
});

describe('R20 where the holder asked, the first of the staff to act counts as opener', () => {
  /** Two means; the desk only sends the second code. */
  const proven = (first = agent) => {
    const story = asked();
    story.answerWish();
    story.does(first, { type: 'take-case' });
    story.send('mobile', otherAgent);
    story.enter('mobile');
    story.does(otherAgent, { type: 'ask-approval' });
    return story;
  };

  it('nobody of the desk before', () => {
    const story = asked();
    story.answerWish();
    expect(story.case().openedBy).toBeUndefined();
  });

  it.each([
    ['who took it', agent],
    ['an administrator who took it', administrator],
  ])('%s', (_, first) => {
    const { staffId, personId } = first;
    expect(proven(first).case().openedBy).toEqual({ staffId, personId });
  });

  it('and may not approve, under no sign-in of theirs; another administrator may', () => {
    const story = proven(administrator);
    expect(story.approve(administrator)).toBe('approver-opened-case');
    expect(story.approve(twinOf(administrator))).toBe('approver-opened-case');
    expect(story.approve(otherAdministrator)).toContain('approval-given');
  });

  it('what somebody does later makes nobody else the opener', () => {
    const story = proven(agent);
    story.does(administrator, { type: 'take-case' });
    expect(story.case().openedBy?.staffId).toBe(agent.staffId);
  });

  it('an account that needs one means waits for a person all the same', () => {
    const story = asked({ account: aPlainAccount() });
    story.answerWish();
    expect(story.case()).toMatchObject({ measures: [ADD_APP], status: 'collecting' });
    expect(story.approve(administrator)).toBe('wrong-status');
  });
});

describe('R5 what was named', () => {
  it('is what the proof holds for: anything else asks for it anew', () => {
    const account = anAccount({
      factors: [aFactor('app', { addedAt: ago(days(90)) }), aFactor('sms', { kind: 'sms' })],
    });
    const story = asked({ account });
    story.answerWish();
    story.choose({ kind: 'remove-factor', factorId: 'sms' });
    expect(story.case().proofs[0]?.status).toBe('void');
  });
});
