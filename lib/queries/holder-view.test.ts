import { describe, expect, it } from 'vitest';
import type { HolderActor } from '../domain/access/roles';
import { defaultPolicy, type Policy } from '../domain/policy/policy';
import { aFactor, aKey, anAccount } from '../domain/testing/accounts';
import { aDesk } from '../domain/testing/desk';
import { administrator } from '../domain/testing/people';
import { ADD_APP, aStory, type Story } from '../domain/testing/story';
import { days, hours, minutes } from '../domain/time';
import { type HolderView, holderView } from './holder-view';

const see = (story: Story, actor: HolderActor, policy: Policy = defaultPolicy()) =>
  holderView(
    {
      now: story.desk.now(),
      case: story.case(),
      account: story.desk.account(),
      organisation: { name: 'Zorgpunt', timeZone: 'Europe/Amsterdam' },
      agent: 'Noor Jacobs',
      policy,
    },
    actor,
  );

const seen = (story: Story, actor: HolderActor): HolderView => {
  const view = see(story, actor);
  if (!view) throw new Error('this screen sees nothing');
  return view;
};

const mine = (story: Story) => seen(story, story.holder());
const stranger = (story: Story) => seen(story, story.holder('elsewhere'));

describe('with the handle alone', () => {
  it('R15 says who asks what, and for which measures', () => {
    const story = aStory().chosen();
    story.send('home');
    const view = mine(story);
    expect(view).toMatchObject({
      agent: 'Noor Jacobs',
      organisation: { name: 'Zorgpunt' },
      measures: [
        { kind: 'replace-factor', factor: 'authenticator-app', enrol: 'authenticator-app' },
      ],
      stage: 'first',
      firstProof: 'email-challenge',
    });
    expect(view.codes).toMatchObject([{ over: 'email', digits: 6, state: 'open' }]);
  });

  it('R15 tells no address, no factor, no moment of the case, whatever its state', () => {
    const stories = [
      aStory().chosen(),
      aStory().collected(),
      aStory().asked(),
      aStory().waiting(),
      aStory().executing(),
    ];
    for (const story of stories) {
      story.send('club');
      const { now: _, ...view } = stranger(story);
      expect(view.held).toBeUndefined();
      const text = JSON.stringify(view.codes.length > 0 ? { ...view, codes: [] } : view);
      expect(text).not.toMatch(/example|@|•|\d{4}-\d\d-\d\dT|"app"/);
    }
  });

  it('R15 asks for no code once another screen holds the case secret', () => {
    const story = aStory().chosen();
    story.prove('home');
    story.send('mobile');
    expect(stranger(story).codes).toEqual([]);
    expect(stranger(story).secret).toEqual({ given: true, held: false, ready: false });
    expect(mine(story).codes).toHaveLength(1);
  });

  it('R14 shows a case that is over to nobody but the screen with the case secret', () => {
    const ended = aStory().waiting();
    ended.cancel();
    expect(see(ended, ended.holder('elsewhere'))).toBeUndefined();
    expect(see(ended, ended.holder())?.status).toBe('cancelled');
  });
});

describe('on the screen with the case secret', () => {
  it('R38 shows addresses masked, on one line', () => {
    const story = aStory().chosen();
    story.prove('home');
    story.send('mobile');
    expect(mine(story).codes[0]?.to).toBe('•••••\u00a0••78');
    expect(mine(story).held?.losable.map((thing) => thing.id)).toEqual([
      'home',
      'club',
      'mobile',
      'app',
      'codes',
    ]);
  });

  it('R1 offers no factor on the phone that has proven already', () => {
    const account = anAccount({ factors: [aFactor('app'), aFactor('spare'), aKey('key')] });
    const story = aStory(aDesk({ account })).chosen();
    story.prove('mobile');
    const kinds = mine(story).held?.remaining.map((factor) => factor.factorId);
    expect(kinds).toEqual(['key']);
  });

  it('R15 keeps a screen with an older secret out', () => {
    const story = aStory().collected();
    const old = story.holder();
    story.check('in-person', administrator, 'new-screen');
    expect(seen(story, old).secret.held).toBe(false);
  });

  it('R6 tells a screen that an identity check gave the secret to, that it can fetch it', () => {
    const story = aStory().chosen();
    story.does(story.holder('desk-screen'), { type: 'offer-screen', screenId: 'desk-screen' });
    story.does(administrator, {
      type: 'record-identity-check',
      check: { mode: 'in-person', documentKind: 'passport', place: 'town hall' },
      result: 'matches',
      screenId: 'desk-screen',
    });
    expect(seen(story, story.holder('desk-screen'))).toMatchObject({
      secret: { ready: true, held: false },
      oneProof: true,
      usualWait: hours(4),
    });
    expect(seen(story, story.holder('another')).secret.ready).toBe(false);
  });

  it('says when the wait ends, and until when the new factor can be set up', () => {
    const story = aStory().waiting();
    const { held } = mine(story);
    expect(held?.waitLength).toBe(hours(48));
    expect(held?.waitEndsAt).toBeDefined();
    story.live(hours(48));
    expect(mine(story)).toMatchObject({ stage: 'last', enrolment: { confirmed: false } });
    expect(mine(story).held?.enrolment?.kind).toBe('authenticator-app');
  });

  it('offers for codes what is on file, but not where the same codes go already', () => {
    const calls = { kind: 'add-factor', enrol: 'voice' } as const;
    const points = (account = anAccount()) =>
      mine(aStory(aDesk({ account })).executing(calls)).held?.enrolment?.points.map(({ id }) => id);
    expect(points()).toEqual(['mobile']);
    const voice = aFactor('calls', { kind: 'voice', contactPointId: 'mobile' });
    expect(points(anAccount({ factors: [aFactor('app'), voice] }))).toEqual([]);
  });

  it('shows what was typed here in full, so that a slip is seen', () => {
    const story = aStory().executing({ kind: 'add-factor', enrol: 'sms' });
    story.startEnrolment('new-sms', 'phone');
    const read = {
      now: story.desk.now(),
      case: story.case(),
      account: story.desk.account(),
      organisation: { name: 'Zorgpunt', timeZone: 'Europe/Amsterdam' },
      policy: defaultPolicy(),
      typedAddress: '+31687654321',
    };
    const to = (actor: HolderActor) => holderView(read, actor)?.held?.enrolment?.code?.to;
    expect(to(story.holder())).toBe('+31687654321');
    expect(to(story.holder('elsewhere'))).toBeUndefined();
  });
});

it('R11 R12 says that a code expired, was used up or closed, before it is typed', () => {
  const story = aStory().chosen();
  story.send('home');
  story.desk.pass(minutes(10));
  expect(mine(story).codes[0]?.state).toBe('expired');
  story.send('home');
  for (let i = 0; i < 5; i++) {
    story.desk.pass(minutes(1));
    story.enter('home', false);
  }
  expect(mine(story).codes[0]?.state).toBe('used-up');
});

it('R26 offers a no as long as one changes something', () => {
  const open = aStory().chosen(ADD_APP);
  expect(mine(open).veto).toBe('stops');
  const done = aStory().completed();
  expect(mine(done).veto).toBe('locks');
  done.live(days(31));
  expect(mine(done).veto).toBe('none');
  const late = aStory().completed();
  late.veto(late.holder());
  expect(mine(late)).toMatchObject({ status: 'vetoed', locked: true, veto: 'none' });
});

it('a paused case stands where it will go on', () => {
  const story = aStory().waiting();
  story.signIn('sign-in-1', 'app');
  expect(mine(story)).toMatchObject({
    status: 'paused',
    stage: 'wait',
    held: { pause: { reason: 'sign-in' } },
  });
});
