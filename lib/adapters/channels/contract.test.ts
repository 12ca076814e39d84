import { createServer, type Server, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Inbox, startInbox } from '../../../local/inbox/inbox';
import type { Delivery, MessageChannel, OutgoingMessage } from '../../ports';
import { createSmsChannel } from './sms-http';
import { createMailChannel } from './smtp';

/** Long enough for a busy machine; where the other side hangs, the test waits out the short one. */
const TIMEOUT = 3000;
const SHORT = 150;
const PASSWORD = 'k3p7-secret-of-the-gateway';
const account = { username: 'desk', password: PASSWORD };

/** A server of a few lines that says exactly what the test wants, byte for byte. */
type Scripted = { port: number; close(): Promise<void>; heard: string[] };
async function scripted(
  onConnection: (socket: Socket, heard: string[]) => void,
): Promise<Scripted> {
  const sockets = new Set<Socket>();
  const heard: string[] = [];
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    onConnection(socket, heard);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    heard,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** SMTP in which one command gets this answer; `hang` says nothing, `close` cuts the line. */
const smtpSaying = (command: 'greeting' | 'MAIL' | 'RCPT' | 'DATA' | 'text', answer: string) =>
  scripted((socket, heard) => {
    let inText = false;
    const say = (at: string, usual: string) => {
      const words = at === command ? answer : usual;
      if (words === 'close') socket.destroy();
      else if (words !== 'hang') socket.write(`${words}\r\n`);
    };
    say('greeting', '220 scripted');
    socket.on('data', (bytes) => {
      const text = bytes.toString();
      heard.push(text);
      if (inText) {
        if (!text.includes('\r\n.\r\n')) return;
        inText = false;
        return say('text', '250 taken');
      }
      const verb = text.slice(0, 4).toUpperCase();
      if (verb === 'EHLO') return say('EHLO', '250 scripted');
      if (verb === 'DATA') inText = command !== 'DATA';
      say(verb, verb === 'DATA' ? '354 go on' : '250 fine');
    });
  });

const httpSaying = (answer: string) =>
  scripted((socket, heard) => {
    socket.on('data', (bytes) => {
      heard.push(bytes.toString());
      if (answer === 'close') return socket.destroy();
      if (answer === 'hang') return;
      socket.end(`HTTP/1.1 ${answer}\r\nContent-Length: 2\r\nConnection: close\r\n\r\nno`);
    });
  });

type Subject = {
  name: 'mail' | 'sms';
  to: string;
  to2: string;
  /** The adapter against the local inbox. */
  real(inbox: Inbox, timeoutMs?: number): MessageChannel;
  /** The adapter against any port of this machine. */
  at(port: number, timeoutMs?: number): MessageChannel;
};

const closing: { close(): unknown }[] = [];
const mail = (smtpUrl: string, timeoutMs = TIMEOUT) => {
  const channel = createMailChannel({
    smtpUrl,
    from: 'Zorgpunt herstel <herstel@zorgpunt.example>',
    route: 'main',
    timeoutMs,
  });
  closing.push(channel);
  return channel;
};
const sms = (url: string, timeoutMs = TIMEOUT) =>
  createSmsChannel({
    routes: [{ name: 'main', url, ...account, from: 'Zorgpunt', priority: 1 }],
    timeoutMs,
  });

const subjects: Subject[] = [
  {
    name: 'mail',
    to: 'jan@example.org',
    to2: 'piet@example.org',
    real: (inbox, timeoutMs) => mail(inbox.smtpUrl, timeoutMs),
    at: (port, timeoutMs) => mail(`smtp://desk:${PASSWORD}@127.0.0.1:${port}`, timeoutMs),
  },
  {
    name: 'sms',
    to: '+31612345678',
    to2: '+31687654321',
    real: (inbox, timeoutMs) => sms(inbox.smsUrl, timeoutMs),
    at: (port, timeoutMs) => sms(`http://127.0.0.1:${port}/cgi-bin/sendsms`, timeoutMs),
  },
];

const messageTo = (to: string): OutgoingMessage => ({
  id: '0199-a1b2',
  to,
  subject: 'Onderwerp: één',
  text: 'Zorgpunt: code 482913. Niemand vraagt erom: één & twee',
});

const OUTCOMES = ['accepted', 'refused', 'failed'];
const leaks = (delivery: Delivery) =>
  /482913|secret|jan@|3161234|desk|No such|Onderwerp/.test(JSON.stringify(delivery));

let inbox: Inbox;
beforeAll(async () => {
  inbox = await startInbox({ smtpPort: 0, httpPort: 0, account });
});
afterEach(async () => {
  inbox.behave({ mail: 'ok', sms: 'ok', perAddress: {} });
  inbox.clear();
  for (const one of closing.splice(0)) await one.close();
});
afterAll(() => inbox.close());

describe.each(subjects)('the contract of a channel: $name', (subject) => {
  const { name, to, to2 } = subject;

  it('hands over a message and says who took it', async () => {
    const delivery = await subject.real(inbox).send(messageTo(to));
    expect(delivery).toMatchObject({ outcome: 'accepted', route: 'main' });
    const kept = inbox.messages();
    expect(kept).toHaveLength(1);
    expect(kept[0]).toMatchObject({
      channel: name,
      to,
      text: expect.stringContaining('één & twee'),
    });
  });

  it.each([
    ['refuse', 'refused'],
    ['defer', 'failed'],
    ['hang', 'failed'],
    ['down', 'failed'],
  ] as const)('answers %s with %s, and delivers nothing', async (behaviour, outcome) => {
    inbox.behave({ [name]: behaviour });
    const timeoutMs = behaviour === 'hang' ? SHORT : TIMEOUT;
    const delivery = await subject.real(inbox, timeoutMs).send(messageTo(to));
    expect(delivery).toMatchObject({ outcome, route: 'main', reason: expect.any(String) });
    expect(inbox.messages()).toEqual([]);
    expect(leaks(delivery)).toBe(false);
  });

  it('delivers again, over the same adapter, once the other side is back', async () => {
    const channel = subject.real(inbox);
    await channel.send(messageTo(to));
    inbox.behave({ [name]: 'down' });
    expect(await channel.send(messageTo(to))).toMatchObject({ outcome: 'failed' });
    inbox.behave({ [name]: 'ok' });
    expect(await channel.send(messageTo(to))).toMatchObject({ outcome: 'accepted' });
    expect(inbox.messages()).toHaveLength(2);
  });

  it('keeps one bad address from stopping another', async () => {
    inbox.behave({ perAddress: { [to]: 'refuse' } });
    const channel = subject.real(inbox);
    const both = await Promise.all([channel.send(messageTo(to)), channel.send(messageTo(to2))]);
    expect(both.map(({ outcome }) => outcome)).toEqual(['refused', 'accepted']);
  });

  it('fails where nobody listens', async () => {
    const nobody = await scripted(() => {});
    await nobody.close();
    const delivery = await subject.at(nobody.port).send(messageTo(to));
    expect(delivery).toMatchObject({ outcome: 'failed', route: 'main' });
    expect(leaks(delivery)).toBe(false);
  });

  it.each(['close', 'hang', 'nonsense'])('fails at a server that will only %s', async (habit) => {
    const server = await (name === 'mail' ? smtpSaying('greeting', habit) : httpSaying(habit));
    const timeoutMs = habit === 'hang' ? SHORT : TIMEOUT;
    const delivery = await subject.at(server.port, timeoutMs).send(messageTo(to));
    expect(delivery).toMatchObject({ outcome: 'failed', route: 'main' });
    expect(OUTCOMES).toContain(delivery.outcome);
    expect(leaks(delivery)).toBe(false);
    await server.close();
  });

  it.each([
    ['two addresses with a comma', `${to},${to2}`],
    ['two addresses with a space', `${to} ${to2}`],
    ['a line break', `${to}\r\nBcc: ${to2}`],
    ['a list', `list: ${to};`],
    ['nothing', ''],
  ])('R8 sends to one address: %s is refused and goes nowhere', async (_what, forged) => {
    const delivery = await subject.real(inbox).send(messageTo(forged));
    expect(delivery.outcome).toBe('refused');
    expect(inbox.messages()).toEqual([]);
  });
});

describe('mail', () => {
  it('carries the same Message-ID at every try', async () => {
    const channel = mail(inbox.smtpUrl);
    await channel.send(messageTo('jan@example.org'));
    await channel.send({ ...messageTo('jan@example.org'), html: '<p>één</p>' });
    const ids = inbox.messages().map(({ messageId }) => messageId);
    expect(ids).toEqual(['<0199-a1b2@zorgpunt.example>', '<0199-a1b2@zorgpunt.example>']);
    expect(inbox.messages()[0]).toMatchObject({
      subject: 'Onderwerp: één',
      from: 'herstel@zorgpunt.example',
      html: expect.stringContaining('<p>één</p>'),
    });
  });

  it.each([
    ['RCPT', '550 5.1.1 <jan@example.org>: No such user', 'refused', 'smtp 550 5.1.1'],
    ['RCPT', '451 4.7.1 greylisted', 'failed', 'smtp 451 4.7.1'],
    ['DATA', '554 no', 'refused', 'smtp 554'],
    ['text', '552 5.2.2 mailbox full', 'refused', 'smtp 552 5.2.2'],
    ['text', '450 later', 'failed', 'smtp 450'],
    // About the sender or the server, not about the mailbox: it stays live.
    ['MAIL', '550 5.7.1 sender not allowed', 'failed', 'smtp 550 5.7.1'],
    ['greeting', '554 no service', 'failed', 'smtp 554'],
    ['greeting', '421 busy', 'failed', 'smtp 421'],
  ] as const)('%s answered with %s is %s', async (command, answer, outcome, reason) => {
    const server = await smtpSaying(command, answer);
    const delivery = await mail(`smtp://127.0.0.1:${server.port}`).send(
      messageTo('jan@example.org'),
    );
    expect(delivery).toEqual({ outcome, route: 'main', reason });
    await server.close();
  });

  it.each(['RCPT', 'DATA', 'text'] as const)(
    'fails when the line is cut at %s',
    async (command) => {
      const server = await smtpSaying(command, 'close');
      const delivery = await mail(`smtp://127.0.0.1:${server.port}`).send(
        messageTo('jan@example.org'),
      );
      expect(delivery).toMatchObject({ outcome: 'failed' });
      await server.close();
    },
  );

  it('fails, and does not blame the mailbox, when the password is refused', async () => {
    const server = await scripted((socket) => {
      socket.write('220 scripted\r\n');
      socket.on('data', (bytes) =>
        socket.write(
          bytes.toString().startsWith('EHLO')
            ? '250-scripted\r\n250 AUTH PLAIN\r\n'
            : '535 5.7.8 wrong password\r\n',
        ),
      );
    });
    const channel = mail(`smtp://desk:${PASSWORD}@127.0.0.1:${server.port}`);
    expect(await channel.send(messageTo('jan@example.org'))).toEqual({
      outcome: 'failed',
      route: 'main',
      reason: 'smtp 535 5.7.8',
    });
    await server.close();
  });
});

describe('SMS', () => {
  const to = '+31612345678';

  it.each([
    ['202 Accepted', 'accepted'],
    ['400 Bad Request', 'refused'],
    // About the route: an operator's typing error must not make every number dead.
    ['403 Forbidden', 'failed'],
    ['404 Not Found', 'failed'],
    ['302 Found\r\nLocation: http://127.0.0.1:1/', 'failed'],
    ['200 OK', 'failed'],
    ['500 Internal Server Error', 'failed'],
    ['503 Service Unavailable', 'failed'],
  ] as const)('a gateway that answers %s: %s', async (answer, outcome) => {
    const server = await httpSaying(answer);
    const delivery = await sms(`http://127.0.0.1:${server.port}/cgi-bin/sendsms`).send(
      messageTo(to),
    );
    expect(delivery.outcome).toBe(outcome);
    expect(leaks(delivery)).toBe(false);
    await server.close();
  });

  it('R45 puts neither code nor password nor number in the address', async () => {
    const server = await httpSaying('202 Accepted');
    await sms(`http://127.0.0.1:${server.port}/cgi-bin/sendsms`).send(messageTo(to));
    expect(server.heard.join('').split('\r\n')[0]).toBe('POST /cgi-bin/sendsms HTTP/1.1');
    await server.close();
  });

  it('sends what is no SMS character as Unicode', async () => {
    const channel = sms(inbox.smsUrl);
    await channel.send({ ...messageTo(to), text: 'Zoë – Łódź ✓' });
    expect(inbox.messages()[0]?.text).toBe('Zoë – Łódź ✓');
    const server = await httpSaying('202 Accepted');
    const other = sms(`http://127.0.0.1:${server.port}/cgi-bin/sendsms`);
    await other.send({ ...messageTo(to), text: 'Zoë' });
    await other.send({ ...messageTo(to), text: 'Zoe é' });
    const codings = server.heard.join('').match(/x-kannel-coding: \d/gi);
    expect(codings?.map((line) => line.slice(-1))).toEqual(['2', '0']);
    await server.close();
  });

  it('tries the routes by priority and stops at the first that takes it', async () => {
    const broken = await httpSaying('503 Service Unavailable');
    const unused = await httpSaying('202 Accepted');
    const route = { ...account, from: 'Zorgpunt' };
    const channel = createSmsChannel({
      routes: [
        { ...route, name: 'third', url: `http://127.0.0.1:${unused.port}/`, priority: 3 },
        { ...route, name: 'first', url: `http://127.0.0.1:${broken.port}/`, priority: 1 },
        { ...route, name: 'second', url: inbox.smsUrl, priority: 2 },
      ],
      timeoutMs: TIMEOUT,
    });
    expect(await channel.send(messageTo(to))).toEqual({ outcome: 'accepted', route: 'second' });
    expect(unused.heard).toEqual([]);
    await Promise.all([broken.close(), unused.close()]);
  });

  it('fails with a reason where no route is set', async () => {
    const channel = createSmsChannel({ routes: [], timeoutMs: TIMEOUT });
    expect(await channel.send(messageTo(to))).toMatchObject({ outcome: 'failed' });
  });
});
