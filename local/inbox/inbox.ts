import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { BEHAVIOURS, type Behaviours, changed } from './behaviour';
import { bodyOf, isFromElsewhere, sendJson, sendText } from './http';
import { createPost, type MailReports } from './post';
import { type SmsAccount, takeSms } from './sendsms';
import { startSmtp } from './smtp';
import { type Kept, MessageStore } from './store';
import { takeTwilio } from './twilio';

export type { Kept };

export type Inbox = {
  smtpPort: number;
  httpPort: number;
  smtpUrl: string;
  /** The `sendsms` address. */
  smsUrl: string;
  /** Where the messages can be read as JSON. */
  inboxUrl: string;
  messages(filter?: { to?: string; since?: number }): Kept[];
  clear(): void;
  behave(asked: Partial<Behaviours>): void;
  close(): Promise<void>;
};

/** The post of a desk on one machine: mail, SMS and calls arrive here for real and go no further. Loopback only. */
export async function startInbox({
  smtpPort,
  httpPort,
  account = { username: 'local', password: 'local' },
  mailReports,
}: {
  smtpPort: number;
  httpPort: number;
  account?: SmsAccount;
  /** Where a mail that comes back is told; SMS and calls say so themselves. */
  mailReports?: MailReports;
}): Promise<Inbox> {
  const store = new MessageStore();
  const post = createPost(store);
  const smtp = await startSmtp(smtpPort, post, mailReports);

  function behave(asked: unknown): boolean {
    const next = changed(post.behaviours(), asked);
    if (next === undefined) return false;
    post.behave(next);
    if (next.mail === 'down') smtp.dropConnections();
    return true;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (isFromElsewhere(request)) return sendText(response, 403, 'only for this machine');
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const asked = `${request.method} ${url.pathname}`;
    if (asked === 'GET /cgi-bin/sendsms' || asked === 'POST /cgi-bin/sendsms') {
      return takeSms(request, url, response, { account, post });
    }
    if (await takeTwilio(request, url, response, { account, post })) return;
    if (asked === 'GET /messages') {
      const since = Number(url.searchParams.get('since') ?? 0);
      if (!Number.isInteger(since)) return sendText(response, 400, 'since: a number of a message');
      const to = url.searchParams.get('to') ?? undefined;
      return sendJson(response, 200, store.find({ to, since }));
    }
    if (asked === 'DELETE /messages') {
      store.clear();
      return sendJson(response, 200, []);
    }
    if (asked === 'GET /behaviour') return sendJson(response, 200, post.behaviours());
    if (asked === 'POST /behaviour') {
      const known = behave(jsonOf(await bodyOf(request)));
      return known
        ? sendJson(response, 200, post.behaviours())
        : sendText(
            response,
            400,
            `{ mail, sms, voice, perAddress, perRoute }: one of ${BEHAVIOURS.join(', ')}; delayMs`,
          );
    }
    sendText(response, 404, 'not found');
  }

  const http = createServer((request, response) => {
    answer(request, response).catch(() => {
      if (!response.headersSent) sendText(response, 400, 'not understood');
    });
  });
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(httpPort, '127.0.0.1', resolve);
  }).catch(async (error: unknown) => {
    await smtp.close();
    throw error;
  });
  const address = http.address();
  const port = typeof address === 'object' && address ? address.port : httpPort;

  return {
    smtpPort: smtp.port,
    httpPort: port,
    smtpUrl: `smtp://127.0.0.1:${smtp.port}`,
    smsUrl: `http://127.0.0.1:${port}/cgi-bin/sendsms`,
    inboxUrl: `http://127.0.0.1:${port}`,
    messages: (filter) => store.find(filter),
    clear: () => store.clear(),
    behave: (asked) => {
      behave(asked);
    },
    async close() {
      post.stop();
      http.closeAllConnections();
      await Promise.all([new Promise((resolve) => http.close(resolve)), smtp.close()]);
    },
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
