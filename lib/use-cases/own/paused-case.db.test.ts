import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD } from '../../../prisma/seed/people';
import { caseOf, waiting } from '../../../test/case-stages';
import { authenticatorCode } from '../../../test/case-steps';
import { openDesk, type TestDesk } from '../../../test/desk';
import {
  type Door,
  doorOf,
  factorOf,
  granted,
  LAPTOP,
  type OwnHolder,
  ownHolder,
  showBackupCode,
} from '../../../test/own-steps';
import { hours, minutes, seconds } from '../../domain/time';

describe('a recovery that a sign-in of the holder pauses', () => {
  let d: TestDesk;
  beforeAll(async () => {
    d = await openDesk();
  });
  afterAll(() => d.close());

  const sessionOf = async (token: string) => {
    const session = await d.desk.readHolderSession(token, LAPTOP);
    if (!session) throw new Error('not signed in');
    return session;
  };
  const showApp = async ({ app }: OwnHolder, door: Door, trust = false) => {
    await d.moveClock(seconds(31));
    const factorId = await factorOf(d, door, 'authenticator-app');
    const code = await authenticatorCode(d, app ?? '');
    const shown = { kind: 'code', factorId, code } as const;
    const answer = await d.desk.enterHolderFactor(door, { shown, trust });
    if (!('token' in answer)) throw new Error(JSON.stringify(answer));
    return answer;
  };
  const signIn = async (holder: OwnHolder) => {
    const answer = await showApp(holder, await doorOf(d, holder));
    return { answer, session: await sessionOf(answer.token) };
  };
  const scene = async () => {
    const holder = await ownHolder(d);
    return { holder, open: await waiting(d, { key: holder.key }) };
  };

  it('R28 asks in the session of that sign-in; "go on" lets it go on', async () => {
    const { holder, open } = await scene();
    const { answer, session } = await signIn(holder);
    expect(answer.pausedCaseId).toBe(open.caseId);
    expect((await caseOf(d, open)).status).toBe('paused');
    expect(await d.desk.readPausedCase(session)).toMatchObject({
      caseId: open.caseId,
      answerable: true,
    });
    expect(await d.desk.answerPausedCase(session, { answer: 'go-on' })).toEqual({
      status: 'waiting',
    });
    expect(await d.desk.readPausedCase(session)).toBeUndefined();
    expect(await d.desk.answerPausedCase(session, { answer: 'not-me' })).toEqual({
      refused: 'wrong-status',
    });
  });

  it('R28 whoever said "go on" is not asked again that day', async () => {
    const { holder, open } = await scene();
    const { session } = await signIn(holder);
    await d.desk.answerPausedCase(session, { answer: 'go-on' });
    expect((await signIn(holder)).answer).not.toHaveProperty('pausedCaseId');
    expect((await caseOf(d, open)).status).toBe('waiting');
    await d.moveClock(hours(24));
    expect((await signIn(holder)).answer.pausedCaseId).toBe(open.caseId);
  });

  it('R28 "not me" is a veto', async () => {
    const { holder, open } = await scene();
    const { session } = await signIn(holder);
    expect(await d.desk.answerPausedCase(session, { answer: 'not-me' })).toEqual({
      status: 'vetoed',
    });
    expect((await caseOf(d, open)).status).toBe('vetoed');
  });

  it('R28 a session without a second factor is not asked, and confirms itself first', async () => {
    const holder = await ownHolder(d);
    const trusted = await showApp(holder, await doorOf(d, holder), true);
    const open = await waiting(d, { key: holder.key });
    const skipped = await d.desk.skipSecondFactor(
      await doorOf(d, holder),
      trusted.deviceToken ?? '',
    );
    expect((await caseOf(d, open)).status).toBe('waiting');
    await signIn(holder);
    const session = await sessionOf(skipped?.token ?? '');
    expect((await d.desk.readPausedCase(session))?.answerable).toBe(false);
    expect(await d.desk.answerPausedCase(session, { answer: 'go-on' })).toEqual({
      refused: 'pause-other-sign-in',
    });
    const { ticket } = granted(
      await d.desk.checkHolderPasswordAgain(session.caller, {
        signIn: holder.signIn,
        password: PASSWORD,
      }),
    );
    const renewed = await sessionOf((await showApp(holder, { ticket, origin: LAPTOP })).token);
    expect((await d.desk.readPausedCase(renewed))?.answerable).toBe(true);
    expect(await d.desk.answerPausedCase(renewed, { answer: 'go-on' })).toEqual({
      status: 'waiting',
    });
  });

  it('R28 who was signed out before answering is asked again at the next sign-in', async () => {
    const { holder } = await scene();
    const first = await signIn(holder);
    await d.moveClock(minutes(16));
    expect(await d.desk.readHolderSession(first.answer.token, LAPTOP)).toBeUndefined();
    const second = await signIn(holder);
    expect(await d.desk.answerPausedCase(second.session, { answer: 'go-on' })).toEqual({
      status: 'waiting',
    });
  });

  it('R28 a backup code pauses nothing and answers nothing', async () => {
    const { holder, open } = await scene();
    await signIn(holder);
    const answer = await showBackupCode(d, await doorOf(d, holder), 1);
    const session = await sessionOf('token' in answer ? answer.token : '');
    expect((await d.desk.readPausedCase(session))?.answerable).toBe(false);
    expect(await d.desk.answerPausedCase(session, { answer: 'not-me' })).toEqual({
      refused: 'pause-other-sign-in',
    });
    expect((await caseOf(d, open)).status).toBe('paused');
  });

  it('R28 a holder is never asked about the case of another', async () => {
    const { holder } = await scene();
    await signIn(holder);
    const other = await signIn(await ownHolder(d));
    expect(await d.desk.readPausedCase(other.session)).toBeUndefined();
    expect(await d.desk.answerPausedCase(other.session, { answer: 'not-me' })).toEqual({
      refused: 'wrong-status',
    });
  });
});
