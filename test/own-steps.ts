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
