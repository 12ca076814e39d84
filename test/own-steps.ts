import type { Policy } from '../lib/domain/policy/policy';
import { ORGANISATIONS, PASSWORD } from '../prisma/seed/people';
import type { TestDesk } from './desk';
import { holderOf } from './desk-over';
import { newHolder } from './new-holder';
import { asSuperuser, look } from './superuser';

/** What account holders do at their own sign-in, as the use cases see it. */

export const LAPTOP = {
  address: '192.0.2.77',
  userAgent: 'Mozilla/5.0 (Windows NT 10.0) Firefox/130.0',
};
export const PHONE = {
  address: '198.51.100.7',
  userAgent: 'Mozilla/5.0 (iPhone; OS) Safari/605.1',
};

/** What must not be a refusal. */
export const granted = <T extends object>(answer: T): Exclude<T, { refused: unknown }> => {
  if ('refused' in answer) throw new Error(`refused: ${String(answer.refused)}`);
  return answer as Exclude<T, { refused: unknown }>;
};

/** A holder of their own for one test, with the password of everybody. */
export const ownHolder = async (d: TestDesk, more: Parameters<typeof newHolder>[1] = {}) => {
  const holder = holderOf(d, await newHolder(d, more));
  await look(
    d,
    `UPDATE account SET password_changed_at = created_at,
       password_hash = (SELECT password_hash FROM account WHERE sign_in = 'lotte.meijer@gemeente.example')
     WHERE id = $1`,
    [holder.accountId],
  );
  const { id: organisationId } = ORGANISATIONS[holder.organisation];
  return { ...holder, organisationId };
};
export type OwnHolder = Awaited<ReturnType<typeof ownHolder>>;

export const doorOf = async (
  d: TestDesk,
  { signIn }: Pick<OwnHolder, 'signIn'>,
  origin = LAPTOP,
) => {
  const { ticket } = granted(
    await d.desk.checkHolderPassword({ signIn, password: PASSWORD, origin }),
  );
  return { ticket, origin };
};
export type Door = Awaited<ReturnType<typeof doorOf>>;

/** One after the other: of many passwords at once only the first few are judged. */
export const doorsOf = async (d: TestDesk, holder: OwnHolder, count: number): Promise<Door[]> => {
  const doors: Door[] = [];
  while (doors.length < count) doors.push(await doorOf(d, holder));
  return doors;
};

export const factorOf = async (d: TestDesk, door: Door, kind: string): Promise<string> => {
  const factor = (await d.desk.readHolderFactors(door))?.factors.find((one) => one.kind === kind);
  if (!factor) throw new Error(`no ${kind}`);
  return factor.id;
};

/** A code of the set with this id. */
export const backupCode = (d: TestDesk, id: string, number: number): string =>
  d.secrets.linkCode({ purpose: 'backup-code', id, number });

export const showCode = (d: TestDesk, door: Door, factorId: string, code: string) =>
  d.desk.enterHolderFactor(door, { shown: { kind: 'code', factorId, code }, trust: false });

/** What became of what was shown, in a word. */
export const came = (answer: object): string =>
  'token' in answer ? 'in' : 'refused' in answer ? String(answer.refused) : 'wrong';

export const counted = (answers: readonly object[]): Record<string, number> => {
  const all: Record<string, number> = {};
  for (const answer of answers.map(came)) all[answer] = (all[answer] ?? 0) + 1;
  return all;
};

/** How often a sign-in at the own pages came through. */
export const sessionsBegun = async (d: TestDesk, accountId: string): Promise<number> =>
  (
    await look(d, 'SELECT FROM account_session WHERE account_id = $1 AND token_hash IS NOT NULL', [
      accountId,
    ])
  ).length;

export const showBackupCode = async (d: TestDesk, door: Door, number: number, trust = false) => {
  const factorId = await factorOf(d, door, 'backup-codes');
  const code = backupCode(d, factorId, number);
  return d.desk.enterHolderFactor(door, { shown: { kind: 'code', factorId, code }, trust });
};

/** The code that is right for what was sent last. */
export const sentCodeOf = (d: TestDesk, { id, number }: { id: string; number: number }): string =>
  d.secrets.code({ purpose: 'sign-in', id, number, digits: 6 });

/** A code that is wrong for sure. */
export const wrongFor = (right: string): string =>
  String((Number(right) + 1) % 10 ** right.length).padStart(right.length, '0');

/** What this id stands for is switched off: it was wrong a hundred times (R12). */
export const switchOff = (d: Pick<TestDesk, 'superuserUrl'>, accountId: string, id: string) =>
  look(
    d,
    `UPDATE account SET guard = jsonb_set(guard::jsonb, ARRAY['failures', $2::text],
       '{"inARow": 100, "lastAt": "2026-01-01T00:00:00.000Z"}') WHERE id = $1`,
    [accountId, id],
  );

/** A newer policy of this organisation, in force at once. */
export const withPolicy = (
  d: Pick<TestDesk, 'superuserUrl'>,
  organisationId: string,
  changes: Partial<Policy>,
) =>
  look(
    d,
    `INSERT INTO policy_version (organisation_id, version, policy, activated_at)
     SELECT organisation_id, version + 1, policy::jsonb || $2::jsonb || jsonb_build_object('version', version + 1),
       desk_now() FROM policy_version WHERE organisation_id = $1 ORDER BY version DESC LIMIT 1`,
    [organisationId, JSON.stringify(changes)],
  );

/** The session that a sign-in began. */
export const sessionOf = async (d: TestDesk, answer: object, origin = LAPTOP) => {
  const token = 'token' in answer ? String(answer.token) : '';
  const session = await d.desk.readHolderSession(token, origin);
  if (!session) throw new Error(`not signed in: ${JSON.stringify(answer)}`);
  return session;
};

/** A trusted phone that may be asked: the token that its browser keeps, and the factor. */
export const trustedPhone = async (d: TestDesk, holder: OwnHolder) => {
  const door = await doorOf(d, holder, PHONE);
  const signedIn = await showBackupCode(d, door, 10, true);
  if (!('deviceToken' in signedIn)) throw new Error('the phone was not trusted');
  const factorId = d.secrets.newId();
  await asSuperuser(d, (client) =>
    client.query(
      `INSERT INTO factor (id, organisation_id, account_id, kind, label, device_id, started_at, added_at)
       SELECT $1, $2, $3, 'push', 'Phone', t.id::text, desk_now(), desk_now() - interval '90 days'
       FROM trusted_device t WHERE t.account_id = $3 AND t.token_hash = $4`,
      [
        factorId,
        holder.organisationId,
        holder.accountId,
        d.secrets.hash(signedIn.deviceToken ?? ''),
      ],
    ),
  );
  return { door: { device: signedIn.deviceToken ?? '', origin: PHONE }, factorId };
};
