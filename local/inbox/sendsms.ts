import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Behaviours, behaviourFor } from './behaviour';
import { bodyOf, sendText } from './http';
import type { MessageStore } from './store';

export type SmsAccount = { username: string; password: string };

type Asked = {
  username: string;
  password: string;
  from: string;
  to: string;
  text: string;
  coding: string;
  charset: string;
};

/** Kannel's `sendsms`: variables in the query of a GET, or X-Kannel headers and the text as the body of a POST. */
export async function takeSms(
  request: IncomingMessage,
  url: URL,
  response: ServerResponse,
  desk: { account: SmsAccount; store: MessageStore; behaviours: () => Behaviours },
): Promise<void> {
  const asked = request.method === 'POST' ? await fromPost(request) : fromQuery(url);
  if (asked === undefined) return sendText(response, 400, 'Invalid content-type');

  const behaviour = behaviourFor(desk.behaviours(), 'sms', asked.to);
  if (behaviour === 'down') return void request.socket.destroy();
  if (behaviour === 'hang') return;

  const { username, password } = desk.account;
  if (asked.username !== username || asked.password !== password) {
    return sendText(response, 403, 'Authorization failed for sendsms');
  }
  if (!/^\+?[0-9]+$/.test(asked.to)) {
    return sendText(response, 400, 'Missing receiver number, rejected');
  }
  if (asked.charset.toUpperCase() !== 'UTF-8' || !/^[02]?$/.test(asked.coding)) {
    return sendText(response, 400, 'Charset or body misformed, rejected');
  }
  if (behaviour === 'refuse') {
    return sendText(response, 400, 'Number(s) has/have been denied by white- and/or black-lists.');
  }
  if (behaviour === 'defer') {
    return sendText(response, 503, 'Temporal failure, try again later.');
  }
  desk.store.add({ channel: 'sms', to: asked.to, from: asked.from, text: asked.text });
  sendText(response, 202, '0: Accepted for delivery');
}

function fromQuery({ searchParams }: URL): Asked {
  const get = (name: string) => searchParams.get(name) ?? '';
  return {
    username: get('username'),
    password: get('password'),
    from: get('from'),
    to: get('to'),
    text: get('text'),
    coding: get('coding'),
    charset: searchParams.get('charset') ?? 'UTF-8',
  };
}

async function fromPost(request: IncomingMessage): Promise<Asked | undefined> {
  const [type = '', charset = ''] = (request.headers['content-type'] ?? '').split(/;\s*charset=/i);
  if (type.trim().toLowerCase() !== 'text/plain') return undefined;
  const get = (name: string) => String(request.headers[`x-kannel-${name}`] ?? '');
  return {
    username: get('username'),
    password: get('password'),
    from: get('from'),
    to: get('to'),
    text: await bodyOf(request),
    coding: get('coding'),
    charset: charset || 'UTF-8',
  };
}
