import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Channel } from './behaviour';
import { bodyOf, sendJson } from './http';
import { type Fate, formSignature, type Post, report } from './post';
import type { SmsAccount } from './sendsms';

const RESOURCE = /^\/2010-04-01\/Accounts\/([^/]+)\/(Messages|Calls)\.json$/;

const KINDS = {
  Messages: {
    channel: 'sms',
    prefix: 'SM',
    status: 'MessageStatus',
    id: 'MessageSid',
    words: { sent: 'sent', delivered: 'delivered', undeliverable: 'undelivered' },
  },
  Calls: {
    channel: 'voice',
    prefix: 'CA',
    status: 'CallStatus',
    id: 'CallSid',
    words: { sent: 'ringing', delivered: 'completed', undeliverable: 'failed' },
  },
} as const satisfies Record<
  string,
  { channel: Channel; prefix: string; status: string; id: string; words: Record<Fate, string> }
>;

/** Twilio's Messages and Calls, version 2010-04-01, as far as the desk uses them. False where another thing is asked. */
export async function takeTwilio(
  request: IncomingMessage,
  url: URL,
  response: ServerResponse,
  desk: { account: SmsAccount; post: Post },
): Promise<boolean> {
  const [, account = '', resource] = RESOURCE.exec(url.pathname) ?? [];
  if (request.method !== 'POST' || (resource !== 'Messages' && resource !== 'Calls')) return false;
  const { channel, prefix, status, id, words } = KINDS[resource];
  const form = new URLSearchParams(await bodyOf(request));
  const get = (name: string) => form.get(name) ?? '';
  const no = (http: number, code: number, message: string): true => {
    sendJson(response, http, { code, message, more_info: '', status: http });
    return true;
  };

  const behaviour = desk.post.behaviourFor(channel, get('To'), account);
  if (behaviour === 'down') {
    request.socket.destroy();
    return true;
  }
  if (behaviour === 'hang') return true;

  // Any name may be an account: on a local desk each network has its own.
  const { password } = desk.account;
  const shown = `Basic ${Buffer.from(`${account}:${password}`).toString('base64')}`;
  if (request.headers.authorization !== shown) return no(401, 20_003, 'Authenticate');
  if (!/^\+[1-9][0-9]{6,14}$/.test(get('To')))
    return no(400, 21_211, `The 'To' number ${get('To')} is not a valid phone number.`);
  const text = resource === 'Calls' ? saidIn(get('Twiml')) : get('Body');
  if (text === '') return no(400, 21_602, 'Message body is required.');
  if (behaviour === 'refuse') return no(400, 21_614, `'To' number is not a valid mobile number`);
  if (behaviour === 'defer') return no(503, 20_503, 'Service unavailable');

  const sid = `${prefix}${randomBytes(16).toString('hex')}`;
  sendJson(response, 201, { sid, status: 'queued', to: get('To'), from: get('From') });
  desk.post.take(
    behaviour,
    { channel, to: get('To'), from: get('From'), text, route: account },
    (fate) => {
      const address = form.get('StatusCallback');
      // Of a call only its end is told, unless more was asked for.
      if (!address || (resource === 'Calls' && fate === 'sent')) return;
      const told = { AccountSid: account, [id]: sid, [status]: words[fate] };
      report(address, {
        method: 'POST',
        body: new URLSearchParams(told),
        headers: { 'x-twilio-signature': formSignature(password, address, told) },
      });
    },
  );
  return true;
}

/** What a call says, once: a text that is said again is the same text. */
function saidIn(twiml: string): string {
  const said = [...twiml.matchAll(/<Say\b[^>]*>([^<]*)<\/Say>/g)].map(([, text = '']) => text);
  const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return [...new Set(said)]
    .join('\n')
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => entities[name] ?? '');
}
