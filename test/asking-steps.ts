import type { AskedOver } from '../lib/domain/asking/request';
import type { Symptom } from '../lib/domain/runbook/symptom';
import { requestCodeOf } from '../lib/use-cases/asking/answer';
import type { Kept } from '../local/inbox/inbox';
import { ok } from './case-steps';
import type { TestDesk } from './desk';
import { look } from './superuser';

/** What somebody does who asks for recovery without calling, as the use cases see it. */

let asked = 0;
/** Another network each time: tests that are not about its limit must not meet it. */
export const somewhere = () => {
  asked += 1;
  return { address: `198.51.${100 + Math.floor(asked / 250)}.${asked % 250}`, userAgent: 'holder' };
};

export type Screen = { token: string; origin: ReturnType<typeof somewhere> };

/** A screen that asked in this name. */
export const ask = async (
  d: TestDesk,
  { signIn }: { signIn: string },
  more: { symptom?: Symptom; over?: AskedOver; origin?: Screen['origin'] } = {},
): Promise<Screen> => {
  const { symptom = 'app-lost', over = 'email', origin = somewhere() } = more;
  const { token } = ok(await d.desk.askRecovery({ signIn, symptom, over, origin }));
  return { token, origin };
};

export type StoredRequest = {
  id: string;
  number: number;
  digits: number;
  over: string;
  contact_point_id: string;
  wrong_entries: number;
  answered_at: Date | null;
  ended_at: Date | null;
};

/** What stands of the requests for this account, the newest first. */
export const requestsOf = (d: TestDesk, accountId: string): Promise<StoredRequest[]> =>
  look<StoredRequest>(
    d,
    'SELECT * FROM recovery_request WHERE account_id = $1 ORDER BY created_at DESC, id DESC',
    [accountId],
  );

/** The message with the newest code, where it went. */
export const requestMessage = async (d: TestDesk, accountId: string): Promise<Kept> => {
  await d.settle();
  const [request] = await requestsOf(d, accountId);
  const [point] = await look<{ address: string }>(
    d,
    'SELECT address FROM contact_point WHERE id = $1',
    [request?.contact_point_id],
  );
  const [message] = d.inbox.messages({ to: point?.address ?? '' });
  if (!message) throw new Error('no message came');
  return message;
};

/** The newest code that was sent for this account, without waiting for the post. */
export const requestCode = async (d: TestDesk, accountId: string): Promise<string> => {
  const [request] = await requestsOf(d, accountId);
  if (!request) throw new Error('nothing was asked for this account');
  return d.secrets.code(requestCodeOf(request));
};

/** Asks and answers: the case, as its screen holds it. */
export const askedCase = async (
  d: TestDesk,
  holder: { signIn: string; accountId: string },
  more: Parameters<typeof ask>[2] = {},
) => {
  const screen = await ask(d, holder, more);
  const code = await requestCode(d, holder.accountId);
  const opened = ok(await d.desk.answerRequest({ ...screen, code }));
  const found = await d.ports.store.findHandle(opened.handle);
  if (!found) throw new Error('the handle opens nothing');
  const { handle, screenToken, newSecret = '' } = opened;
  return {
    ...found,
    handle,
    door: { handle, screenToken, secret: newSecret, origin: screen.origin },
  };
};
