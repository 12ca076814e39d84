import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePlan } from '../policy/compile';
import { ago, START } from '../testing/accounts';
import { aDesk, type Commit, type Desk } from '../testing/desk';
import { diceOf } from '../testing/dice';
import { freshAt, otherAdministrator } from '../testing/people';
import { codesAndFailures } from '../testing/promise-of-codes';
import { reportsSleepShort } from '../testing/promise-of-reports';
import * as promises from '../testing/promises';
import { randomAccount, randomPolicy } from '../testing/random-account';
import { someMeasures } from '../testing/random-command';
import { happen } from '../testing/random-story';
import { aStory } from '../testing/story';
import { days, hours } from '../time';
import { alarmOf } from './deadlines';
import { fold } from './evolve';

/** vitest.config.ts says how many. For a longer look: `PROPERTY_RUNS=100000 npx vitest run --project unit lib/domain/case/properties`. */
const RUNS = Number(process.env.PROPERTY_RUNS ?? 600);
const TIME = 40_000 + RUNS * 50;

const rolls = fc.array(fc.nat(10_079), { minLength: 120, maxLength: 240 });

/** The same numbers always tell the same story, so that two desks can be led to the same moment. */
const deskOf = (numbers: readonly number[], watch?: (commit: Commit) => void): Desk => {
  const dice = diceOf(numbers);
  const account = randomAccount(dice);
  const policy = randomPolicy(dice);
  const desk = aDesk({ account, policy, freeze: false, ...(watch ? { watch } : {}) });
  happen(desk, dice);
  return desk;
};

const PROMISES: [words: string, watch: () => (commit: Commit) => void][] = [
  ['R31 no case completes without every item of its plan', () => promises.completesWhole],
  [
    'R11 R12 only the newest code works, and failures count across codes and cases',
    codesAndFailures,
  ],
  ['R2 R20 the plan is never below the floor', () => promises.keepsFloor],
  ['R25 the clock starts only when it may', () => promises.clockStartsRightly],
  ['R26 after a veto nothing runs but what undoes', () => promises.vetoHolds],
  ['R29 R30 changes are made in their order', () => promises.stepsInOrder],
  ['R22 R24 the account is looked at again before anything is given', () => promises.looksAgain],
  ['R43 no report keeps a case asleep, contests or ends it', () => reportsSleepShort],
  ['R44 one access-giving case at a time', () => promises.oneAtATime],
  ['a case goes only the ways that design.md names', () => promises.goesAllowedWays],
  ['nothing sleeps for ever', () => promises.neverSleeps],
  ['a wake before the earliest deadline changes nothing', () => promises.wakesInTime],
];

const foldsAndRests = (desk: Desk): void => {
  for (const id of desk.caseIds()) {
    const stored = JSON.stringify(desk.case(id));
    const folded = fold(JSON.parse(JSON.stringify(desk.events(id))));
    if (JSON.stringify(folded) !== stored)
      throw new Error('a stored case is not the fold of its events');
    desk.wake(id);
    if (desk.wake(id).length > 0) throw new Error('woken twice, it acted twice');
  }
};

describe('whatever anybody does, in whatever order', () => {
  const seen = new Set<string>();
  let report: string | undefined;

  const story = fc.property(rolls, (numbers) => {
    const watches = PROMISES.map(([words, watch]) => ({ words, watch: watch() }));
    const desk = deskOf(numbers, (commit) => {
      seen.add(commit.after.status);
      for (const { words, watch } of watches)
        try {
          watch(commit);
        } catch (error) {
          throw new Error(`${words}: ${String(error)} at ${commit.command.type}`);
        }
    });
    foldsAndRests(desk);
  });

  /** All promises are watched in one go, at every step of every story; each is a line of its own below. */
  const broken = (): string => {
    report ??= check();
    return report;
  };
  const check = (): string => {
    const details = fc.check(story, { numRuns: RUNS, interruptAfterTimeLimit: TIME / 2 });
    return details.failed ? (fc.defaultReportMessage(details) ?? 'failed') : '';
  };
  const says = (words: string): string => (broken().includes(words) ? broken() : '');

  it('no story breaks anything', () => expect(broken()).toBe(''), TIME);
  it.each(PROMISES)('%s', (words) => expect(says(words)).toBe(''), TIME);
  it('every stored case equals the fold of its events', () =>
    expect(says('is not the fold')).toBe(''));
  it('waking twice changes nothing', () => expect(says('woken twice')).toBe(''));
  it(
    'the stories reach every end there is',
    () => {
      broken();
      // The rarest comes in one of 30 stories: few stories may miss it, a few more do not.
      for (let more = 0; more < 5 && seen.size < 12; more++) fc.check(story, { numRuns: RUNS });
      expect([...seen].sort()).toEqual([
        'awaiting-approval',
        'cancelled',
        'collecting',
        'completed',
        'declined',
        'executing',
        'expired',
        'paused',
        'solved',
        'stuck',
        'vetoed',
        'waiting',
      ]);
    },
    TIME,
  );
});

describe('late alarms', () => {
  it(
    'a worker that was down leads to the same end as one that was not',
    () => {
      const story = fc.property(rolls, fc.integer({ min: 1, max: 20 * 24 }), (numbers, length) => {
        const [punctual, late] = [deskOf(numbers), deskOf(numbers)];
        // A contest ends by itself after 30 days: then it does matter on which side of that the wait is looked at.
        fc.pre(punctual.account().guard.contestedUntil === undefined);
        punctual.live(hours(length));
        late.pass(hours(length));
        for (const desk of [punctual, late]) desk.live(days(400));
        const ends = (desk: Desk) => desk.caseIds().map((id) => desk.case(id).status);
        expect(ends(late)).toEqual(ends(punctual));
      });
      fc.assert(story, { numRuns: Math.ceil(RUNS / 10) });
    },
    TIME,
  );
});

describe('a veto, and anything else at the same moment', () => {
  const others: [name: string, act: (desk: Desk, id: string) => unknown][] = [
    [
      'an approval',
      (desk, id) =>
        desk.ask(freshAt(otherAdministrator, desk.now()), id, {
          type: 'approve',
          planHash: desk.case(id).planHash ?? '',
        }),
    ],
    ['a wake', (desk, id) => desk.wake(id)],
    ['the execution of all steps', (desk) => desk.work()],
    [
      'the confirmation of the new factor',
      (desk, id) => {
        const story = aStory(desk, id);
        return story.does(
          story.holder('phone', { secretGeneration: desk.case(id).secret?.generation ?? 0 }),
          {
            type: 'confirm-enrolment',
            verdict: { factorId: desk.case(id).enrolment?.factorId ?? '', matches: true },
          },
        );
      },
    ],
  ];

  it.each(others)(
    'R26 holds before and after %s',
    (_, act) => {
      const story = fc.property(rolls, fc.boolean(), (numbers, vetoFirst) => {
        const desk = deskOf(numbers);
        const id = desk.caseIds()[0] ?? '';
        const story = aStory(desk, id);
        const alarm = alarmOf(desk.case(id));
        if (alarm && alarm > desk.now()) desk.pass(Date.parse(alarm) - Date.parse(desk.now()));
        const stop = () => story.veto(story.holder('elsewhere'));
        const said = vetoFirst ? [stop(), act(desk, id)][0] : [act(desk, id), stop()][1];
        const heard = typeof said !== 'string';
        desk.live(days(10));
        const gave = desk
          .account()
          .factors.filter((f) => f.givenByCase === id && !f.disabledAt && !f.removedAt);
        if (heard) expect([desk.case(id).status, gave]).toEqual(['vetoed', []]);
        // The only ends that do not hear it: nothing was changed, or it was said before.
        else
          expect(['solved', 'declined', 'cancelled', 'expired', 'vetoed', 'completed']).toContain(
            desk.case(id).status,
          );
      });
      fc.assert(story, { numRuns: Math.ceil(RUNS / 10) });
    },
    TIME,
  );
});

describe('plans', () => {
  it(
    'R2 R20 R25 no policy row, within its limits or not, gives a plan below the floor',
    () => {
      const wild = fc.record({
        contactPointAge: fc.integer(),
        waitFactor: fc.integer(),
        waitInPerson: fc.integer(),
        waitNoChannel: fc.integer(),
        waitNoChannelTwoPoints: fc.integer(),
      });
      const story = fc.property(rolls, wild, (numbers, settings) => {
        const dice = diceOf(numbers);
        const account = randomAccount(dice);
        const policy = { ...randomPolicy(dice), ...settings };
        const measures = someMeasures(dice, aStory(aDesk({ account })));
        const plan = compilePlan({ account, measures, reported: [], policy, now: START });
        promises.planKeepsFloor(plan, account, START);
        for (const offer of plan.offers) {
          const thing = [...account.contactPoints, ...account.factors].find(
            (t) => t.id === offer.restsOn,
          );
          if (!thing || offer.refused) continue;
          expect(
            thing.addedAt <= ago(days(7)) ||
              ('source' in thing && thing.source === 'import-new-account'),
          ).toBe(true);
          expect(thing.givenByCase === undefined || thing.addedAt <= ago(days(30))).toBe(true);
          expect(plan.going.factorIds).not.toContain(thing.id);
        }
      });
      fc.assert(story, { numRuns: Math.ceil(RUNS / 2) });
    },
    TIME,
  );
});
