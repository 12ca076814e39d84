import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD } from '../../../prisma/seed/people';
import { openDesk, type TestDesk } from '../../../test/desk';
import { holderOf } from '../../../test/desk-over';
import { newHolder } from '../../../test/new-holder';
import { inScope } from '../../adapters/db/scope';
import { countingContacts } from '../../domain/account/contact-counting';
import { ACCOUNTS_PER_CONTACT } from '../../domain/account/recovery-contact';
import { defaultPolicy } from '../../domain/policy/policy';
import { days, hours, minutes, seconds } from '../../domain/time';

const LOTTE = 'lotte.meijer@gemeente.example';
const LOTTES_MAILBOX = 'lotte.meijer@example.net';
const LOTTES_PHONE = '+31612345620';
const origin = { address: '192.0.2.80', userAgent: 'Mozilla/5.0 (Windows NT 10.0) Firefox/130.0' };

/** What must not be a refusal. */
const ok = <T extends object>(answer: T): Exclude<T, { refused: unknown }> => {
  if ('refused' in answer) throw new Error(`refused: ${String(answer.refused)}`);
  return answer as Exclude<T, { refused: unknown }>;
};
const refusedAs = (answer: object) => ('refused' in answer ? answer.refused : 'accepted');

describe('recovery contacts', () => {
  let d: TestDesk;
  beforeAll(async () => {
    d = await openDesk();
  });
  afterAll(() => d.close());

  /** The account holder, who showed a second factor just now. */
  const signIn = async () => {
    // Three codes an hour go to one address.
    await d.moveClock(hours(1) + minutes(1));
    const { ticket } = ok(
      await d.desk.checkHolderPassword({ signIn: LOTTE, password: PASSWORD, origin }),
    );
    const door = { ticket, origin };
    const page = await d.desk.readHolderFactors(door);
    if (!page || typeof page === 'string') throw new Error('no page');
    const factorId = page.factors.find(({ kind }) => kind === 'email-code')?.id ?? '';
    const { sent } = ok(await d.desk.sendSignInCode(door, { factorId }));
    const { id, number } = sent;
    const code = d.secrets.code({ purpose: 'sign-in', id, number, digits: 6 });
    const shown = { kind: 'code', factorId, code } as const;
    const answer = await d.desk.enterHolderFactor(door, { shown, trust: false });
    if (!('token' in answer)) throw new Error(JSON.stringify(answer));
    const session = await d.desk.readHolderSession(answer.token, origin);
    if (!session) throw new Error('not signed in');
    await d.settle();
    return session;
  };

  const accountOf = async (key: string) => {
    const { accountId, organisation } = holderOf(d, key);
    const by = organisation === 'gemeente' ? d.caller('kees') : d.caller('saskia');
    const read = await d.ports.store.read(by, { accountId });
    if (!read) throw new Error('no account');
    return read;
  };
  const contactOf = async (id: string, key = 'lotte') => {
    const contact = (await accountOf(key)).account.recoveryContacts.find((one) => one.id === id);
    if (!contact) throw new Error('no such contact');
    return contact;
  };
  const told = (to: string) => d.inbox.messages({ to });
  const newestTo = (to: string) => {
    const [message] = told(to);
    if (!message) throw new Error(`nothing went to ${to}`);
    return message;
  };
  const tokenIn = ({ text }: { text: string }) => /\/contact#([\w-]{43})/.exec(text)?.[1] ?? '';
  const codeIn = ({ text }: { text: string }) =>
    /\b(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}\b/.exec(text)?.[0] ?? '';
  const door = (presented: string) => ({ presented, origin });

  const invited = async (address: string) => {
    const { caller } = await signIn();
    const { contactId } = ok(
      await d.desk.inviteRecoveryContact(caller, { name: 'Mirjam', address }),
    );
    await d.settle();
    return { contactId, caller, token: tokenIn(newestTo(address)) };
  };
  const accepted = async (address: string) => {
    const one = await invited(address);
    ok(await d.desk.acceptAsContact(door(one.token)));
    await d.settle();
    return one;
  };

  /** Straight at the rows, behind the wall of this account's organisation. */
  const inRows = async <T extends pg.QueryResultRow>(
    sql: string,
    values: unknown[] = [],
    key = 'lotte',
  ): Promise<T[]> => {
    const { organisationId } = (await accountOf(key)).account;
    const scope = { organisations: [organisationId], actor: { kind: 'system' } } as const;
    return (await inScope(d.pool, scope, (client) => client.query<T>(sql, values))).rows;
  };

  it('R40 R41 from the invitation to the end, with the clock moved over every boundary', async () => {
    const address = 'mirjam@example.org';
    const { contactId, token } = await invited(address);
    const mail = newestTo(address);
    expect(mail.subject).toBe('Lotte Meijer vraagt je als herstelcontact');
    expect(mail.text).toContain(codeIn(mail));

    // Looking changes nothing, by link or by typed code.
    for (const presented of [token, codeIn(mail).toLowerCase().replaceAll('-', ' ')])
      expect(ok(await d.desk.readContactPage(door(presented)))).toMatchObject({
        status: 'invited',
        holder: 'Lotte Meijer',
        purpose: 'contact',
      });
    expect((await contactOf(contactId)).acceptedAt).toBeUndefined();

    // Two presses at once are one yes.
    const both = await Promise.all([1, 2].map(() => d.desk.acceptAsContact(door(token))));
    expect(both.map(refusedAs).sort()).toEqual(['accepted', 'contact-over']);
    await d.settle();
    expect(told(LOTTES_MAILBOX)[0]?.text).toContain('Mirjam heeft ja gezegd');
    expect(told(LOTTES_PHONE)[0]?.text).toContain('Mirjam heeft ja gezegd');

    const { countsFrom = '' } = await contactOf(contactId);
    const to = async (before: number) => {
      const { now } = await accountOf('lotte');
      await d.moveClock(Date.parse(countsFrom) - before - Date.parse(now));
      await d.settle();
    };
    await to(days(1) + seconds(30));
    expect((await contactOf(contactId)).toldSoonAt).toBeUndefined();
    await to(days(1) - seconds(1));
    expect(told(LOTTES_MAILBOX)[0]?.text).toMatch(/Mirjam telt vanaf .* mee/);
    const soon = told(LOTTES_MAILBOX).length;
    await d.worker.ringAlarm({
      subject: 'recovery-contact',
      id: contactId,
      organisationId: (await accountOf('lotte')).account.organisationId,
    });
    await d.settle();
    expect(told(LOTTES_MAILBOX)).toHaveLength(soon);
    await to(seconds(30));
    expect((await contactOf(contactId)).activeAt).toBeUndefined();

    const counts = async (openedAt: string) => {
      const { account, now } = await accountOf('lotte');
      const policy = defaultPolicy();
      return countingContacts({ account, policy, now, openedAt, acted: [] }).map(({ id }) => id);
    };
    const openBefore = (await accountOf('lotte')).now;
    expect(await counts(openBefore)).toEqual([]);
    await to(-seconds(1));
    expect((await contactOf(contactId)).activeAt).toBeDefined();
    expect(told(LOTTES_MAILBOX)[0]?.text).toContain('Mirjam telt nu mee');
    // R40 not in the case that was open before it counted; in one that is opened now.
    expect(await counts(openBefore)).toEqual([]);
    await d.moveClock(seconds(1));
    expect(await counts((await accountOf('lotte')).now)).toEqual([contactId]);
    // The contact was told nothing of all this.
    expect(told(address)).toHaveLength(1);

    await d.moveClock(days(365));
    await d.settle();
    expect(told(address)[0]?.subject).toBe('Je bent nog herstelcontact van Lotte Meijer');
    expect(told(LOTTES_MAILBOX)[0]?.text).toContain('nog steeds je herstelcontact');

    ok(await d.desk.leaveContact(door(token)));
    await d.settle();
    expect(told(address)[0]?.subject).toBe('Je bent geen herstelcontact meer van Lotte Meijer');
    expect(await counts((await accountOf('lotte')).now)).toEqual([]);
    // Once removed there is nothing to see, and nothing to hear.
    expect(refusedAs(await d.desk.readContactPage(door(token)))).toBe('not-found');
    const heard = told(address).length;
    await d.moveClock(days(800));
    await d.settle();
    expect(told(address)).toHaveLength(heard);
  });

  it('asks for a second factor shown just now, before asking somebody and before ending one', async () => {
    const { contactId, caller } = await invited('piet@example.org');
    await d.moveClock(minutes(6));
    const late = await d.desk.inviteRecoveryContact(caller, {
      name: 'X',
      address: 'x@example.org',
    });
    expect(refusedAs(late)).toBe('reauthenticate');
    expect(refusedAs(await d.desk.endRecoveryContact(caller, { contactId }))).toBe(
      'reauthenticate',
    );
    const { caller: again } = await signIn();
    ok(await d.desk.endRecoveryContact(again, { contactId }));
    await d.settle();
    expect((await contactOf(contactId)).end).toBe('withdrawn');
    expect(newestTo('piet@example.org').text).not.toContain('/contact#');
  });

  it('R32 asked from a sign-in that rests on what a case gave, it waits for three days, told everywhere', async () => {
    const { caller, session } = await signIn();
    const rests = 'UPDATE factor SET given_by_case = $2, added_at = desk_now() WHERE id = $1';
    await inRows(rests, [session.factorId, d.secrets.newId()]);
    const address = 'na.herstel@example.org';
    const wish = ok(await d.desk.inviteRecoveryContact(caller, { name: 'Na', address }));
    expect(wish.waitsUntil).toBeDefined();
    await d.settle();
    expect(told(address)).toHaveLength(0);
    await d.moveClock(hours(72) + seconds(1));
    await d.settle();
    expect(newestTo(address).subject).toBe('Lotte Meijer vraagt je als herstelcontact');
    await inRows(rests, [session.factorId, null]);
  });

  it('the holder stops it over the link in a message, without a sign-in', async () => {
    const { contactId } = await accepted('oom.kees@example.org');
    const stop = tokenIn(newestTo(LOTTES_MAILBOX));
    const typed = codeIn(newestTo(LOTTES_PHONE));
    expect(ok(await d.desk.readContactPage(door(stop)))).toMatchObject({ purpose: 'contact-stop' });
    // That link is the holder's: it makes nobody a contact and answers for none.
    expect(refusedAs(await d.desk.acceptAsContact(door(stop)))).toBe('not-found');
    expect(refusedAs(await d.desk.leaveContact(door(stop)))).toBe('not-found');
    ok(await d.desk.stopContact(door(typed)));
    await d.settle();
    expect((await contactOf(contactId)).end).toBe('stopped');
    expect(newestTo('oom.kees@example.org').subject).toMatch(/geen herstelcontact meer/);
    const { caller } = await signIn();
    const soon = await d.desk.inviteRecoveryContact(caller, {
      name: 'Kees',
      address: 'oom.kees@example.org',
    });
    expect(refusedAs(soon)).toBe('contact-refused-lately');
  });

  it('the contact’s own link does not stop it in the name of the holder', async () => {
    const { token, contactId } = await accepted('els@example.org');
    expect(refusedAs(await d.desk.stopContact(door(token)))).toBe('not-found');
    expect((await contactOf(contactId)).endedAt).toBeUndefined();
  });

  it('R14 an unknown link, an ended one and nonsense look alike, and tries are limited', async () => {
    const answers = await Promise.all(
      ['', 'A'.repeat(43), 'AAAA-BBBB-CCCC-DDDD'].map((presented) =>
        d.desk.readContactPage(door(presented)),
      ),
    );
    expect(answers).toEqual(answers.map(() => ({ refused: 'not-found' })));
  });

  it('a mailbox that takes nothing is shown to the holder', async () => {
    const courier = d.workerPorts.courier;
    d.workerPorts.courier = {
      ...courier,
      deliverOwn: async () => ({ outcome: 'refused', route: 'smtp', reason: 'no such mailbox' }),
    };
    const { caller } = await signIn();
    const { contactId } = ok(
      await d.desk.inviteRecoveryContact(caller, { name: 'Fout', address: 'fout@example.org' }),
    );
    await d.settle();
    d.workerPorts.courier = courier;
    expect((await contactOf(contactId)).refusedAt).toBeDefined();
  });

  it('so is one whose message came back later', async () => {
    const { contactId } = await invited('terug@example.org');
    expect((await contactOf(contactId)).refusedAt).toBeUndefined();
    const [attempt] = await inRows<{ id: string }>(
      `SELECT m.id FROM message_attempt m JOIN effect e ON e.id = m.effect_id
       WHERE e.payload->>'contactId' = $1 AND e.kind = 'tell-contact'`,
      [contactId],
    );
    const named = attempt?.id ?? '';
    const report = { named, reported: 'undeliverable', channels: ['mail'] } as const;
    expect(await d.desk.reportDelivery(report)).toBe(true);
    expect((await contactOf(contactId)).refusedAt).toBeDefined();
  });

  describe('the desk', () => {
    const ask = (key: string, accountId: string, address = 'vriend@example.org') =>
      d.desk.inviteContactFor(d.caller(key), { accountId, name: 'Vriend', address });

    it('only a functional administrator of the organisation asks, and never on the own account', async () => {
      const { accountId } = holderOf(d, await newHolder(d));
      expect(refusedAs(await ask('noor', accountId))).toBe('not-allowed');
      expect(refusedAs(await ask('mila', accountId))).toBe('not-allowed');
      expect(refusedAs(await ask('kees', accountId))).toBe('not-found');
      const own = holderOf(d, 'saskia-account').accountId;
      expect(refusedAs(await ask('saskia', own))).toBe('own-account');
      const [address = ''] = d.planted.staff
        .filter(({ key }) => key === 'saskia')
        .map((s) => s.signIn);
      expect(refusedAs(await ask('saskia', accountId, address))).toBe('contact-own-staff');
      expect(refusedAs(await ask('saskia', accountId, 'geen adres'))).toBe('invalid-input');
    });

    it('R41 the holder hears of it at once and can stop it; the wait is the same', async () => {
      const key = await newHolder(d);
      const holder = holderOf(d, key);
      const { contactId } = ok(await ask('saskia', holder.accountId, 'via.desk@example.org'));
      await d.settle();
      for (const to of [...holder.emails, ...holder.phones])
        expect(newestTo(to).text).toContain('Een beheerder heeft Vriend namens jou uitgenodigd');
      ok(await d.desk.acceptAsContact(door(tokenIn(newestTo('via.desk@example.org')))));
      const { acceptedAt = '', countsFrom = '' } = await contactOf(contactId, key);
      expect(Date.parse(countsFrom) - Date.parse(acceptedAt)).toBe(days(7));
      await d.settle();
      ok(await d.desk.stopContact(door(tokenIn(newestTo(holder.emails[0] ?? '')))));
      expect((await contactOf(contactId, key)).end).toBe('stopped');
      expect(refusedAs(await ask('saskia', holder.accountId, 'via.desk@example.org'))).toBe(
        'contact-refused-lately',
      );
    });

    it('one person is asked for twenty-five accounts and no more, also when all ask at once', async () => {
      const keys: string[] = [];
      for (let i = 0; i < ACCOUNTS_PER_CONTACT + 3; i++) keys.push(await newHolder(d));
      const answers = await Promise.all(
        keys.map((key, i) =>
          // A tag makes nobody another person.
          ask('saskia', holderOf(d, key).accountId, `veel+${i}@example.org`),
        ),
      );
      expect(answers.filter((answer) => !('refused' in answer))).toHaveLength(ACCOUNTS_PER_CONTACT);
      expect(new Set(answers.map(refusedAs))).toEqual(new Set(['accepted', 'contact-full']));
    });

    it('R41 the database keeps the wait against whoever writes past the rules', async () => {
      const key = await newHolder(d);
      const { accountId } = holderOf(d, key);
      const { contactId } = ok(await ask('saskia', accountId, 'muur@example.org'));
      const { organisationId } = (await accountOf(key)).account;
      const scope = { organisations: [organisationId], actor: { kind: 'system' } } as const;
      /** What was written is undone: the next try finds the row as the rules left it. */
      const as = async (sql: string) => {
        const tried = inScope(d.pool, scope, async (client) => {
          const { rowCount } = await client.query(sql, [contactId]);
          throw new Error(rowCount === 1 ? 'written' : 'nothing found');
        });
        const said = await tried.then(String, (fault: Error) => fault.message);
        return said === 'written' || said === 'nothing found' ? said : 'refused';
      };
      const set = (what: string) => as(`UPDATE recovery_contact SET ${what} WHERE id = $1`);
      const week = "interval '7 days'";
      const begun = (from: string) => `accepted_at = ${from}, counts_from = ${from} + ${week}`;
      expect(await set(begun('desk_now()'))).toBe('written');
      expect(await set(begun("desk_now() - interval '8 days'"))).toBe('refused');
      expect(
        await set("accepted_at = desk_now(), counts_from = desk_now() + interval '1 hour'"),
      ).toBe('refused');
      expect(await set('active_at = desk_now()')).toBe('refused');
      expect(await set("address = 'ander@example.org'")).toBe('refused');

      await d.settle();
      ok(await d.desk.acceptAsContact(door(tokenIn(newestTo('muur@example.org')))));
      expect(await set("counts_from = counts_from - interval '1 second'")).toBe('refused');
      expect(await set('active_at = desk_now()')).toBe('refused');
      expect(await set('active_at = counts_from')).toBe('refused');
      expect(await as('DELETE FROM recovery_contact WHERE id = $1')).toBe('refused');
      await d.moveClock(days(7) + seconds(1));
      expect(await set("active_at = desk_now() - interval '1 hour'")).toBe('refused');
      await d.settle();
      expect((await contactOf(contactId, key)).activeAt).toBeDefined();
    });
  });

  it('R45 no event holds a name, an address or a code of a contact', async () => {
    const found = await inRows<{ type: string; line: string }>(
      "SELECT type, data::text || actor::text AS line FROM event WHERE type LIKE 'contact-%'",
    );
    expect(new Set(found.map(({ type }) => type))).toEqual(
      new Set([
        'contact-invited',
        'contact-accepted',
        'contact-reminded',
        'contact-active',
        'contact-unreachable',
        'contact-ended',
      ]),
    );
    for (const { line } of found)
      expect(line).not.toMatch(/example\.|Mirjam|Vriend|\b([0-9A-Z]{4}-){3}[0-9A-Z]{4}\b/);
  });
});
