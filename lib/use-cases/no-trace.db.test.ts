import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { HOLDERS, PASSWORD, STAFF } from '../../prisma/seed/people';
import { ask, askedCase } from '../../test/asking-steps';
import { fresh } from '../../test/case-stages';
import {
  authenticatorCode,
  doorOf,
  ok,
  openCaseFor,
  provenByMailAndSms,
} from '../../test/case-steps';
import { openDesk, type TestDesk } from '../../test/desk';
import { holderOf } from '../../test/desk-over';
import { newHolder, replaceApp } from '../../test/new-holder';
import { asSuperuser } from '../../test/superuser';
import { hours } from '../domain/time';

const LOGS = join(import.meta.dirname, '../../.local/test');

/** Letters and digits only, and as upper case: however a secret was grouped or written. */
const bare = (text: string): string => text.replace(/[^A-Za-z0-9]/g, '').toUpperCase();

describe('R45 no code, link, token, seed or password leaves a trace', () => {
  let d: TestDesk;
  /** Everything secret that was made, shown or typed in the story, by what it is. */
  const made = new Map<string, string>();
  const said: string[] = [];

  beforeAll(async () => {
    d = await openDesk();
    keep();
    for (const stream of [process.stdout, process.stderr])
      vi.spyOn(stream, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  });
  afterAll(async () => {
    vi.restoreAllMocks();
    await d.close();
  });

  const note = (kind: string, secret: string): void => {
    if (secret) made.set(secret, kind);
  };

  /** Keeps what the desk derives or draws, as it does so. */
  function keep(): void {
    const { secrets } = d;
    const {
      code,
      linkToken,
      linkCode,
      caseSecret,
      newToken,
      newAuthenticator,
      authenticatorUri,
      screenNumber,
    } = secrets;
    const through =
      <A extends unknown[]>(kind: string, make: (...of: A) => string) =>
      (...of: A): string => {
        const secret = make(...of);
        note(kind, secret);
        return secret;
      };
    Object.assign(secrets, {
      code: through('code', code),
      linkToken: through('link', linkToken),
      linkCode: through('code of a link', linkCode),
      caseSecret: through('case secret', caseSecret),
      newToken: through('token', newToken),
      screenNumber: through('number of a screen', screenNumber),
      newAuthenticator: (...of: Parameters<typeof newAuthenticator>) => {
        const seed = newAuthenticator(...of);
        note('seed', new URL(seed.uri).searchParams.get('secret') ?? '');
        return seed;
      },
      authenticatorUri: (...of: Parameters<typeof authenticatorUri>) => {
        const shown = authenticatorUri(...of);
        note('seed', shown.secret);
        return shown;
      },
    } satisfies Partial<typeof secrets>);
    for (const { app = '' } of HOLDERS) note('seed', app);
    for (const { seed } of STAFF) note('seed', seed);
    note('password', PASSWORD);
  }

  /** A recovery with everything in it: wrong and right codes, a check, an enrolment, links, a case that is stopped. */
  async function story(): Promise<void> {
    const c = await openCaseFor(d, 'esra', replaceApp);
    const guess = { proofId: 'none', code: '918273' };
    note('wrong code', guess.code);
    await d.desk.enterCode(doorOf(c), guess);
    let door = await provenByMailAndSms(d, c);
    await d.desk.typeSecret(
      { ...door, screenToken: 'typed' },
      { secret: 'WRONG-WRONG-WRONG-WRONG-WRONG-W' },
    );
    note('wrong case secret', 'WRONG-WRONG-WRONG-WRONG-WRONG-W');
    const { number, screenToken } = ok(
      await d.desk.offerScreen({ handle: door.handle, origin: door.origin }),
    );
    ok(
      await d.desk.recordIdentityCheck(await fresh(d, 'saskia'), {
        caseId: c.caseId,
        mode: 'in-person',
        documentKind: 'passport',
        place: 'town hall',
        result: 'matches',
        screenNumber: number,
      }),
    );
    const { newSecret } = ok(await d.desk.showSecret({ ...door, screenToken }));
    door = { ...door, screenToken, secret: newSecret };
    const { planHash = '' } = ok(
      await d.desk.askApproval(await fresh(d, 'noor'), { caseId: c.caseId }),
    ).case;
    ok(await d.desk.approve(await fresh(d, 'pim'), { caseId: c.caseId, planHash }));
    await d.settle();
    await d.moveClock(hours(4) + 1000);
    await d.settle();
    const started = ok(await d.desk.startEnrolment(door));
    const seed = started.kind === 'authenticator-app' ? started.secret : '';
    await d.desk.confirmEnrolment(door, { factorId: started.factorId, code: '192837' });
    note('wrong code', '192837');
    const code = await authenticatorCode(d, seed);
    note('code of the app', code);
    ok(await d.desk.confirmEnrolment(door, { factorId: started.factorId, code }));
    await d.settle();
    const [address = ''] = c.holder.emails;
    const token = /veto#([\w-]+)/.exec(d.inbox.messages({ to: address })[0]?.text ?? '')?.[1] ?? '';
    ok(await d.desk.vetoByLink({ presented: token, origin: door.origin }));

    const other = await openCaseFor(d, await newHolder(d), replaceApp);
    await provenByMailAndSms(d, other);
    ok(await d.desk.veto(doorOf(other)));
    await d.settle();
    const asking = holderOf(d, await newHolder(d));
    const guessed = await ask(d, asking);
    await d.desk.answerRequest({ ...guessed, code: '564738' });
    note('wrong code', '564738');
    await askedCase(d, asking);
    await d.settle();
    const password = { signIn: 'noor@helpdesk.example', origin: door.origin };
    ok(await d.desk.checkPassword({ ...password, password: PASSWORD }));
    await d.desk.checkPassword({ ...password, password: 'a wrong pass phrase' });
    note('wrong password', 'a wrong pass phrase');
  }

  /** Every row of every table as text, with the table in front. */
  const everyRow = (): Promise<{ where: string; text: string }[]> =>
    asSuperuser(d, async (client) => {
      const tables = await client.query<{ name: string }>(
        `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
         WHERE table_schema NOT IN ('pg_catalog','information_schema') AND table_type = 'BASE TABLE'`,
      );
      const found: { where: string; text: string }[] = [];
      for (const { name } of tables.rows) {
        const { rows } = await client.query<{ text: string }>(
          `SELECT to_jsonb(t)::text AS text FROM ${name} t`,
        );
        found.push(...rows.map(({ text }) => ({ where: name, text })));
      }
      return found;
    });

  /** What PostgreSQL itself wrote during this run. */
  const databaseLogs = async (): Promise<{ where: string; text: string }[]> => {
    const own = [process.pid, process.ppid].map((pid) => `run-${pid}`);
    const runs = (await readdir(LOGS)).filter((name) => own.includes(name));
    expect(runs).toHaveLength(1);
    const text = await readFile(join(LOGS, runs[0] ?? '', 'database.log'), 'utf8');
    expect(text).toContain('ready to accept connections');
    return [{ where: 'database.log', text }];
  };

  /** Whether a text holds this secret; short ones only where no part of a longer number stands beside them. */
  const finder = (secret: string): ((place: { text: string; bare: string }) => boolean) => {
    if (secret.length > 8) {
      const letters = bare(secret);
      return (place) => place.text.includes(secret) || place.bare.includes(letters);
    }
    const alone = new RegExp(`(?<![0-9A-Za-z.-])${secret}(?![0-9A-Za-z-])`);
    return ({ text }) => alone.test(text);
  };

  const searched = <T extends { text: string }>(places: readonly T[]) =>
    places.map((place) => ({ ...place, bare: bare(place.text) }));

  it('in the database, its log, or what the processes say', async () => {
    await story();
    const kinds = new Set(made.values());
    for (const kind of [
      'code',
      'link',
      'code of a link',
      'case secret',
      'token',
      'seed',
      'number of a screen',
      'password',
    ])
      expect(kinds).toContain(kind);

    const places = [
      ...(await everyRow()),
      ...(await databaseLogs()),
      { where: 'output', text: said.join('') },
    ];
    expect(places.length).toBeGreaterThan(300);
    const all = searched(places);
    const traces = [...made].flatMap(([secret, kind]) =>
      all.filter(finder(secret)).map(({ where }) => `${kind} in ${where}`),
    );
    expect(traces).toEqual([]);
  }, 60_000);

  it('and the search would find one', async () => {
    const found = async (secret: string) =>
      searched(await everyRow())
        .filter(finder(secret))
        .map(({ where }) => where);
    await asSuperuser(d, (client) =>
      client.query(`INSERT INTO note (id, organisation_id, text, created_at)
        SELECT gen_random_uuid(), id, 'the code is 483920, the secret ab12-cd34-ef56', now() FROM organisation LIMIT 1`),
    );
    expect(await found('483920')).toEqual(['public.note']);
    expect(await found('AB12CD34EF56')).toEqual(['public.note']);
    expect(await found('48392')).toEqual([]);
  });
});
