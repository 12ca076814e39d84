import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyOf, sendText } from './http';
import { type Fate, type Post, report } from './post';

export type SmsAccount = { username: string; password: string };

type Asked = {
  username: string;
  password: string;
  from: string;
  to: string;
  text: string;
  coding: string;
  charset: string;
  smsc: string;
  dlrMask: string;
  dlrUrl: string;
};

/** Bits of `dlr-mask`, and what `%d` becomes. */
const DLR: Record<Fate, number> = { delivered: 1, undeliverable: 2, sent: 8 };

/** Kannel's `sendsms`: variables in the query of a GET, or X-Kannel headers and the text as the body of a POST. */
export async function takeSms(
  request: IncomingMessage,
  url: URL,
  response: ServerResponse,
  desk: { account: SmsAccount; post: Post },
): Promise<void> {
  const asked = request.method === 'POST' ? await fromPost(request) : fromQuery(url);
  if (asked === undefined) return sendText(response, 400, 'Invalid content-type');

  const behaviour = desk.post.behaviourFor('sms', asked.to, asked.smsc);
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
  const { to, from, text, smsc, dlrMask, dlrUrl } = asked;
  sendText(response, 202, '0: Accepted for delivery');
  desk.post.take(
    behaviour,
    { channel: 'sms', to, from, text, ...(smsc ? { route: smsc } : {}) },
    (fate) => {
      if ((Number(dlrMask) & DLR[fate]) !== 0)
        report(dlrUrl.replaceAll('%d', `${DLR[fate]}`), { method: 'GET' });
    },
  );
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
    smsc: get('smsc'),
    dlrMask: get('dlr-mask'),
    dlrUrl: get('dlr-url'),
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
    smsc: get('smsc'),
    dlrMask: get('dlr-mask'),
    dlrUrl: get('dlr-url'),
  };
}
