import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD } from '../../prisma/seed/people';
import {
  type Attack,
  GUESSES,
  inCase,
  isJudged,
  isTaken,
  notLookedAt,
  ofLink,
  sent,
  signingIn,
  somewhere,
} from '../../test/attacks';
import { accountOf, caseOf, chosen, executing, fresh, waiting } from '../../test/case-stages';
import { authenticatorCode, doorOf as caseDoor, ok } from '../../test/case-steps';
import { openDesk, type TestDesk } from '../../test/desk';
import { holderOf } from '../../test/desk-over';
import { newHolder } from '../../test/new-holder';
import {
  backupCode,
  came,
  doorOf,
  factorOf,
  granted,
  LAPTOP,
  ownHolder,
  showBackupCode,
  trustedPhone,
  wrongFor,
} from '../../test/own-steps';
import { quietPost } from '../../test/quiet-post';
import { look } from '../../test/superuser';
import { days } from '../domain/time';
import type { CodeOf, LinkOf } from '../ports/secrets';

/**
 * Every code, link and number that lets somebody do something, guessed far more often than anybody may. A new kind
 * without a row here does not compile.
 */

type Kind = CodeOf['purpose'] | LinkOf['purpose'] | Other;
/** What is guessed beside those. */
type Other = 'authenticator-app' | 'temporary-pass' | 'push-number' | 'password' | 'handle';

describe('R12 brute force', () => {
  let d: TestDesk;
  beforeAll(async () => {
    d = await openDesk();
    quietPost(d);
  });
  afterAll(() => d.close());

  /** A key is added, so that what is there remains. */
  const withRest = () =>
    chosen(d, { measures: () => [{ kind: 'add-factor', enrol: 'security-key' }] });

  const invited = async (key: string) => {
    const { accountId } = holderOf(d, key);
    const address = `${key}.contact@example.com`;
    const invitation = { accountId, name: 'Mo', address };
    const { contactId } = ok(await d.desk.inviteContactFor(await fresh(d, 'saskia'), invitation));
    await d.settle();
    return { contactId, link: { purpose: 'contact', id: contactId, number: 0 } as const };
  };

  const askedContact = async () => {
    const key = await newHolder(d);
    const { contactId, link } = await invited(key);
    const door = { presented: d.secrets.linkToken(link), origin: somewhere() };
    ok(await d.desk.acceptAsContact(door));
    await d.moveClock(days(8));
    await d.settle();
    const c = await chosen(d, { key });
    const noor = await fresh(d, 'noor');
    const done = ok(await d.desk.askContact(noor, { caseId: c.caseId, contactId }));
    await d.settle();
    const proofId = done.case.proofs.at(-1)?.id ?? '';
    return { c, proofId, link: { purpose: 'contact-question', id: proofId, number: 0 } as const };
  };

  const noticeOf = async ({ caseId }: { caseId: string }): Promise<LinkOf> => {
    const [row] = await look<{ notice_id: string }>(
      d,
      'SELECT notice_id FROM link WHERE case_id = $1 LIMIT 1',
      [caseId],
    );
    return { purpose: 'veto', id: row?.notice_id ?? '', number: 0 };
  };

  const table: Record<Kind, (() => Promise<Attack[]>) | 'nothing is sent with it'> = {
    'email-challenge': async () => [await inCase(d, 'email-challenge')],
    'sms-challenge': async () => [await inCase(d, 'sms-challenge')],
    'voice-challenge': async () => [await inCase(d, 'voice-challenge')],

    'sign-in': async () => [
      await signingIn(d, 'sms', sent(d)),
      await signingIn(d, 'voice', sent(d)),
      await signingIn(d, 'email-code', sent(d)),
    ],

    'own-confirm': async () => {
      const begun = await showBackupCode(d, await doorOf(d, await ownHolder(d)), 1);
      const session = async () => {
        const found = await d.desk.readHolderSession('token' in begun ? begun.token : '', LAPTOP);
        if (!found) throw new Error('not signed in');
        return found;
      };
      const wish = { kind: 'email', text: 'somebody.else@example.org' } as const;
      granted(await d.desk.offerContactPoint(await session(), wish));
      const signed = await session();
      const { id = '', number = 0 } = signed.session.confirming ?? {};
      const code = d.secrets.code({ purpose: 'own-confirm', id, number, digits: 6 });
      return [
        {
          at: 'a new address',
          guess: () => d.desk.enterConfirmingCode(signed, { code: wrongFor(code) }),
          most: 3,
          right: () => d.desk.enterConfirmingCode(signed, { code }),
          stays: 'shut',
        },
      ];
    },

    'recovery-contact': async () => {
      const { c, proofId, link } = await askedContact();
      const { code } = ok(await d.desk.showContactCode(caseDoor(c), { proofId }));
      const door = { presented: d.secrets.linkToken(link), origin: somewhere() };
      const vouch = (typed: string) => d.desk.vouch(door, { spoken: 'known-number', code: typed });
      return [
        {
          at: 'vouching',
          guess: () => vouch(wrongFor(code)),
          most: 5,
          right: () => vouch(code),
          stays: 'shut',
        },
      ];
    },

    enrolment: async () => {
      const add = { kind: 'add-factor', enrol: 'email-code' } as const;
      const c = await executing(d, { measures: () => [add] });
      granted(await d.desk.startEnrolmentOver(c.door, { text: 'somebody.new@example.org' }));
      const { code: sending, factorId = '' } = (await caseOf(d, c)).enrolment ?? {};
      if (!sending) throw new Error('no code was sent');
      const { id, number, digits } = sending;
      const code = d.secrets.code({ purpose: 'enrolment', id, number, digits });
      const enter = (typed: string) => d.desk.confirmEnrolment(c.door, { factorId, code: typed });
      return [
        {
          at: 'setting up in a case',
          guess: () => enter(wrongFor(code)),
          most: 3,
          right: () => enter(code),
          stays: 'shut',
        },
      ];
    },

    request: async () => {
      const { accountId, signIn } = await ownHolder(d);
      const origin = somewhere();
      const asked = { signIn, symptom: 'app-lost', over: 'email', origin } as const;
      const { token } = ok(await d.desk.askRecovery(asked));
      const [row] = await look<{ id: string; number: number; digits: number }>(
        d,
        'SELECT id, number, digits FROM recovery_request WHERE account_id = $1',
        [accountId],
      );
      if (!row) throw new Error('no request');
      const code = d.secrets.code({ purpose: 'request', ...row });
      const answer = (typed: string) => d.desk.answerRequest({ token, code: typed, origin });
      return [
        {
          at: 'asking without calling',
          guess: () => answer(wrongFor(code)),
          most: 5,
          judged: async (answers) => answers.filter((one) => came(one) === 'code-wrong').length,
          right: () => answer(code),
          stays: 'shut',
        },
      ];
    },

    'authenticator-app': async () => {
      const code = ({ app = '' }: { app?: string }) => authenticatorCode(d, app);
      const c = await withRest();
      const factorId = c.holder.appId ?? '';
      const prove = (typed: string) =>
        d.desk.proveWithAuthenticator(caseDoor(c), { factorId, code: typed });
      return [
        await signingIn(d, 'authenticator-app', code),
        {
          at: 'the holder’s page',
          guess: async () => prove(wrongFor(await code(c.holder))),
          most: 3,
          right: async () => prove(await code(c.holder)),
          stays: 'shut',
        },
      ];
    },

    'backup-code': async () => {
      const c = await withRest();
      const set = (await accountOf(d, c)).factors.find(({ kind }) => kind === 'backup-codes');
      const factorId = set?.id ?? '';
      const prove = (number: number) => {
        const code = backupCode(d, factorId, number);
        return d.desk.proveWithBackupCode(caseDoor(c), { factorId, code });
      };
      return [
        await signingIn(d, 'backup-codes', (_, __, id) => backupCode(d, id, 1)),
        {
          at: 'the holder’s page',
          guess: (n) => prove(100 + n),
          most: 3,
          right: () => prove(1),
          stays: 'shut',
        },
      ];
    },

    'temporary-pass': async () => [
      await signingIn(d, 'temporary-pass', (_, __, id) => d.secrets.temporaryPass(id)),
    ],

    'push-number': async () => {
      const holder = await ownHolder(d);
      const phone = await trustedPhone(d, holder);
      const door = await doorOf(d, holder);
      const { push } = granted(await d.desk.askPush(door, { factorId: phone.factorId }));
      const say = (number: number) =>
        d.desk.answerPush(phone.door, { questionId: push.id, answer: { number } });
      return [
        {
          at: 'the other device',
          guess: (n) => say(n + 10 === push.number ? 99 : n + 10),
          most: 1,
          right: () => say(push.number),
          stays: 'shut',
        },
      ];
    },

    password: async () => {
      const { signIn } = await ownHolder(d);
      const from = (n: number) => ({ ...LAPTOP, address: `2001:db8:7::${n}` });
      const check = (n: number, password: string) =>
        d.desk.checkHolderPassword({ signIn, password, origin: from(n) });
      return [
        {
          at: 'signing in, from as many addresses',
          guess: (n) => check(n, `guess ${n}`),
          most: 3,
          judged: async (answers) => answers.filter((one) => came(one) === 'sign-in-wrong').length,
          right: () => check(GUESSES, PASSWORD),
          stays: 'shut',
        },
      ];
    },

    handle: async () => {
      const c = await chosen(d);
      const origin = somewhere();
      const find = (handle: string) => d.desk.findHandle({ handle, origin });
      return [
        {
          at: 'the holder’s page',
          guess: () => find('ZZZZZZZZZZ'),
          guesses: 80,
          most: 60,
          judged: async (answers) => answers.length - (await notLookedAt(d, origin)),
          right: () => find(c.handle),
          stays: 'shut',
        },
      ];
    },

    veto: async () => [
      ofLink(d, '“This was not me”', await noticeOf(await waiting(d)), (door) =>
        d.desk.vetoByLink(door),
      ),
    ],
    contact: async () => {
      const { link } = await invited(await newHolder(d));
      return [ofLink(d, 'an invitation', link, (door) => d.desk.acceptAsContact(door))];
    },
    'contact-stop': async () => {
      const { contactId } = await invited(await newHolder(d));
      const link = { purpose: 'contact-stop', id: contactId, number: 0 } as const;
      return [ofLink(d, 'the no to a contact', link, (door) => d.desk.stopContact(door))];
    },
    'contact-question': async () => {
      const { link } = await askedContact();
      return [ofLink(d, 'the question', link, (door) => d.desk.readContactPage(door))];
    },

    'not-asked': async () => {
      const holder = await ownHolder(d);
      const door = await doorOf(d, holder);
      const factorId = await factorOf(d, door, 'sms');
      const { id, number } = granted(await d.desk.sendSignInCode(door, { factorId })).sent;
      await d.settle();
      const link = { purpose: 'not-asked', id, number } as const;
      return [ofLink(d, '“I did not ask for this”', link, (at) => d.desk.reportNotAsked(at))];
    },

    view: 'nothing is sent with it',
    act: 'nothing is sent with it',
  };

  const attacks = Object.entries(table).flatMap(([kind, attack]) =>
    typeof attack === 'string' ? [] : [{ kind, attack }],
  );

  it.each(attacks)(
    '$kind: of many at once a few are judged, and none gets in',
    async ({ attack }) => {
      for (const { at, guess, guesses = GUESSES, ...asked } of await attack()) {
        const { most, judged, right, stays } = asked;
        const answers = await Promise.all(Array.from({ length: guesses }, (_, n) => guess(n)));
        expect(answers.filter(isTaken), `none gets in: ${at}`).toEqual([]);
        const count = judged ? await judged(answers) : answers.filter(isJudged).length;
        expect(count, `some are judged: ${at}`).toBeGreaterThan(0);
        expect(count, `no more than that: ${at}`).toBeLessThanOrEqual(most);
        expect(isTaken(await right()), `the right one: ${at}`).toBe(stays === 'open');
      }
    },
  );
});
