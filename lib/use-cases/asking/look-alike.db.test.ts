import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, requestsOf, somewhere } from '../../../test/asking-steps';
import { openDesk, type TestDesk } from '../../../test/desk';
import { holderOf } from '../../../test/desk-over';
import { newHolder } from '../../../test/new-holder';
import { look } from '../../../test/superuser';
import { STEP } from './door';

/** Names of every kind; to whoever asks they are one and the same until a right code was given. */
const KINDS = [
  'unknown',
  'known',
  'disabled',
  'privileged',
  'contested',
  'suspended',
  'without a mailbox',
  'with a mailbox of this week',
  'used up by others',
  'guessed at',
] as const;
type Kind = (typeof KINDS)[number];

describe('R14 asking without calling tells nothing', () => {
  let d: TestDesk;
  beforeAll(async () => {
    d = await openDesk();
  });
  afterAll(() => d.close());

  const nameOf = async (kind: Kind): Promise<{ signIn: string; accountId: string }> => {
    const holder = holderOf(d, await newHolder(d));
    const change = (sql: string) => look(d, sql, [holder.accountId]);
    switch (kind) {
      case 'unknown':
        return { signIn: `${holder.key}-x@zorgpunt.example`, accountId: holder.accountId };
      case 'disabled':
        await change('UPDATE account SET disabled = true WHERE id = $1');
        break;
      case 'privileged':
        await change('UPDATE account SET privileged = true WHERE id = $1');
        break;
      case 'contested':
        await change(`UPDATE account SET guard = guard
          || jsonb_build_object('contestedUntil', iso(desk_now() + interval '9 days')) WHERE id = $1`);
        break;
      case 'suspended':
        await change(`UPDATE account SET guard = guard || jsonb_build_object('suspension',
          jsonb_build_object('caseId', 'x', 'until', iso(desk_now() + interval '1 day'))) WHERE id = $1`);
        break;
      case 'without a mailbox':
        await change(
          `UPDATE contact_point SET removed_at = desk_now() WHERE account_id = $1 AND kind = 'email'`,
        );
        break;
      case 'with a mailbox of this week':
        await change(
          `UPDATE contact_point SET added_at = desk_now(), source = 'holder' WHERE account_id = $1`,
        );
        break;
      case 'used up by others':
        for (let i = 0; i < 3; i++) await ask(d, holder);
        break;
      case 'guessed at': {
        const screen = await ask(d, holder);
        for (let i = 0; i < 4; i++)
          await d.desk.answerRequest({ ...screen, code: '000000', origin: somewhere() });
      }
    }
    return holder;
  };

  /** Everything that one screen is told: asking, guessing until no more is taken, asking again until no more is sent. */
  const toldTo = async (name: { signIn: string }): Promise<unknown[]> => {
    const screen = await ask(d, name);
    const told: unknown[] = [Object.keys(screen), screen.token.length];
    const guess = async () => {
      for (let i = 0; i < 6; i++)
        told.push(await d.desk.answerRequest({ ...screen, code: '000000' }));
    };
    await guess();
    told.push(await d.desk.askRecoveryAgain(screen));
    await guess();
    for (let i = 0; i < 3; i++) told.push(await d.desk.askRecoveryAgain(screen));
    return told;
  };

  it('in words: every kind of name is told the same, however often it is tried', async () => {
    const names = await Promise.all(KINDS.map(nameOf));
    const [unknown, ...others] = await Promise.all(names.map(toldTo));
    expect(unknown).toContainEqual({ refused: 'code-wrong' });
    expect(unknown).toContainEqual({ refused: 'code-used-up' });
    expect(unknown).toContainEqual({ refused: 'too-many-codes' });
    for (const [i, told] of others.entries())
      expect({ kind: KINDS[i + 1], told }).toEqual({ kind: KINDS[i + 1], told: unknown });
    // Else this would show nothing: some of them were really sent a code.
    const sent = await Promise.all(names.map(({ accountId }) => requestsOf(d, accountId)));
    expect(sent.map((requests) => requests.length > 0)).toEqual(
      KINDS.map(
        (kind) =>
          !['unknown', 'disabled', 'without a mailbox', 'with a mailbox of this week'].includes(
            kind,
          ),
      ),
    );
  });

  const median = (times: number[]): number => times.sort((a, b) => a - b)[times.length >> 1] ?? 0;
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const begun = performance.now();
    await work();
    return performance.now() - begun;
  };

  it.each(['asking', 'guessing', 'asking again'] as const)(
    'in time: %s takes one step for a name of anybody and of nobody',
    async (what) => {
      // Each a name of its own: a second wish for the same one could find its budget used up, and do less.
      const rounds = await Promise.all(
        Array.from({ length: 7 }, () => Promise.all([nameOf('known'), nameOf('unknown')])),
      );
      const screens = await Promise.all(
        rounds.flat().map((name) => (what === 'asking' ? undefined : ask(d, name))),
      );
      const work = (i: number) => {
        const [name, screen] = [rounds.flat()[i], screens[i]];
        if (!name || !screen) return ask(d, name ?? { signIn: '' });
        return what === 'guessing'
          ? d.desk.answerRequest({ ...screen, code: '000000' })
          : d.desk.askRecoveryAgain(screen);
      };
      const times: number[] = [];
      for (const i of rounds.flat().keys()) times.push(await timed(() => work(i)));
      const [a, b] = [0, 1].map((kind) => median(times.filter((_, i) => i % 2 === kind)));
      expect(Math.min(a ?? 0, b ?? 0)).toBeGreaterThanOrEqual(STEP - 1);
      expect(Math.max(a ?? 0, b ?? 0)).toBeLessThan(STEP * 1.5);
      expect(Math.abs((a ?? 0) - (b ?? 0))).toBeLessThan(STEP / 10);
    },
  );
});
