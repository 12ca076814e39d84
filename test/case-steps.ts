import { generate } from 'otplib';
import { isRefusal } from '../lib/domain/case/command';
import type { Measure } from '../lib/domain/case/measure';
import type { HolderDoor } from '../lib/use-cases/holder/door';
import type { TestDesk } from './desk';
import { type DeskOver, holderOf } from './desk-over';

/** The steps of a recovery, as a helpdesk and a holder take them together. */

export type OpenCase = {
  caseId: string;
  handle: string;
  holder: ReturnType<typeof holderOf>;
  by: string;
};

const ORIGIN = { address: '198.51.100.7', userAgent: 'holder' };

/** What came back, or the refusal as an error: for steps that a test takes for granted. */
export const ok = <T extends object>(outcome: T): Exclude<T, { refused: unknown }> => {
  if (isRefusal(outcome)) throw new Error(`refused: ${outcome.refused}`);
  return outcome as Exclude<T, { refused: unknown }>;
};

/** A case with a plan, its runbook behind it. */
export const openCaseFor = async (
  d: DeskOver,
  holderKey: string,
  measures: (holder: ReturnType<typeof holderOf>) => Measure[],
  by = 'noor',
): Promise<OpenCase> => {
  const caller = d.caller(by);
  const holder = holderOf(d, holderKey);
  const opened = ok(
    await d.desk.openCase(caller, { accountId: holder.accountId, symptom: 'app-lost' }),
  );
  const { id: caseId, handle } = opened.case;
  ok(await d.desk.finishRunbook(caller, { caseId, helped: false }));
  ok(await d.desk.chooseMeasures(caller, { caseId, measures: measures(holder) }));
  return { caseId, handle, holder, by };
};

export const codeIn = (text: string): string | undefined =>
  /(?<![\d-])(\d{3} ?\d{3})(?![\d-])/.exec(text)?.[1]?.replace(' ', '');

/** Sends a code to this address and enters it on the holder's page. */
export const proveOver = async (
  d: TestDesk,
  c: OpenCase,
  door: HolderDoor,
  address: string,
): Promise<HolderDoor> => {
  const caller = d.caller(c.by);
  const read = await d.ports.store.read(caller, { caseId: c.caseId });
  const point = read?.account.contactPoints.find((p) => p.address === address);
  if (!point) throw new Error(`${address} is not on file`);
  const kind = point.kind === 'email' ? 'email-challenge' : 'sms-challenge';
  const sent = ok(
    await d.desk.sendChallenge(caller, { caseId: c.caseId, kind, contactPointId: point.id }),
  );
  await d.settle();
  const proof = sent.case.proofs.find((p) => p.restsOn === point.id && p.status === 'open');
  const message = d.inbox.messages({ to: address })[0];
  const code = message && codeIn(message.text);
  if (!proof || !code) throw new Error(`no code came to ${address}`);
  const proven = ok(await d.desk.enterCode(door, { proofId: proof.id, code }));
  if (!proven.matched) throw new Error('the code that was sent did not match');
  return {
    ...door,
    screenToken: proven.screenToken,
    ...(proven.newSecret ? { secret: proven.newSecret } : {}),
  };
};

export const doorOf = (c: OpenCase): HolderDoor => ({ handle: c.handle, origin: ORIGIN });

/** Two means, mailbox and phone; the browser holds the case secret afterwards. */
export const provenByMailAndSms = async (d: TestDesk, c: OpenCase): Promise<HolderDoor> => {
  const [email] = c.holder.emails.filter((address) => !address.endsWith('zorgpunt.example'));
  const [phone] = c.holder.phones;
  if (!email || !phone) throw new Error('this holder has not two means');
  const first = await proveOver(d, c, doorOf(c), email);
  return proveOver(d, c, first, phone);
};

/** What an authenticator app with this seed shows now, by the desk's clock. */
export const authenticatorCode = async (d: DeskOver, seed: string): Promise<string> =>
  generate({ secret: seed, epoch: Math.floor(Date.parse(await d.ports.store.now()) / 1000) });
