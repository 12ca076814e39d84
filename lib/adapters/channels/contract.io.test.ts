import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { goodWeather } from '../../../local/inbox/behaviour';
import { type Inbox, startInbox } from '../../../local/inbox/inbox';
import type { ChannelName, MessageChannel } from '../../ports/messages';
import {
  account,
  channels,
  closeChannels,
  leaks,
  mail,
  messageTo,
  PASSWORD,
  SHORT,
  sms,
  TIMEOUT,
  twilio,
} from './testing/routes';
import { httpSaying, scripted, smtpSaying } from './testing/scripted';

type Subject = {
  name: string;
  channel: ChannelName;
  route: string;
  to: string;
  to2: string;
  /** The adapter against the local inbox. */
  real(inbox: Inbox, timeoutMs?: number): MessageChannel;
  /** The adapter against any port of this machine. */
  at(port: number, timeoutMs?: number): MessageChannel;
};

const phone = { route: 'main', to: '+31612345678', to2: '+31687654321' };

const subjects: Subject[] = [
  {
    name: 'mail',
    channel: 'mail',
    route: 'smtp',
    to: 'jan@example.org',
    to2: 'piet@example.org',
    real: (inbox, timeoutMs) => mail(inbox.smtpUrl, timeoutMs),
    at: (port, timeoutMs) => mail(`smtp://desk:${PASSWORD}@127.0.0.1:${port}`, timeoutMs),
  },
  {
    name: 'SMS by sendsms',
    channel: 'sms',
    ...phone,
    real: (inbox, timeoutMs) => sms(inbox.smsUrl, timeoutMs),
    at: (port, timeoutMs) => sms(`http://127.0.0.1:${port}/cgi-bin/sendsms`, timeoutMs),
  },
  {
    name: 'SMS by Messages',
    channel: 'sms',
    ...phone,
    real: (inbox, timeoutMs) => channels({ smsRoutes: [twilio(inbox.inboxUrl)] }, timeoutMs).sms,
    at: (port, timeoutMs) =>
      channels({ smsRoutes: [twilio(`http://127.0.0.1:${port}`)] }, timeoutMs).sms,
  },
  {
    name: 'voice by Calls',
    channel: 'voice',
    ...phone,
    real: (inbox, timeoutMs) =>
      channels({ voiceRoutes: [twilio(inbox.inboxUrl)] }, timeoutMs).voice,
    at: (port, timeoutMs) =>
      channels({ voiceRoutes: [twilio(`http://127.0.0.1:${port}`)] }, timeoutMs).voice,
  },
];

const OUTCOMES = ['accepted', 'refused', 'failed'];

let inbox: Inbox;
beforeAll(async () => {
  inbox = await startInbox({ smtpPort: 0, httpPort: 0, account });
});
afterEach(async () => {
  inbox.behave(goodWeather());
  inbox.clear();
  closeChannels();
});
afterAll(() => inbox.close());

describe.each(subjects)('the contract of a channel: $name', (subject) => {
  const { channel: name, route, to, to2 } = subject;

  it('hands over a message and says who took it', async () => {
    const delivery = await subject.real(inbox).send(messageTo(to));
    expect(delivery).toMatchObject({ outcome: 'accepted', route });
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
    expect(delivery).toMatchObject({ outcome, route, reason: expect.any(String) });
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

  it.each([
    ['lose', 0],
    ['double', 2],
    ['bounce', 0],
  ] as const)('is taken, whatever becomes of it later: %s', async (behaviour, arrive) => {
    inbox.behave({ [name]: behaviour });
    expect(await subject.real(inbox).send(messageTo(to))).toMatchObject({ outcome: 'accepted' });
    expect(inbox.messages()).toHaveLength(arrive);
  });

  it('a message that is late arrives all the same', async () => {
    inbox.behave({ [name]: 'delay', delayMs: 60 });
    expect(await subject.real(inbox).send(messageTo(to))).toMatchObject({ outcome: 'accepted' });
    expect(inbox.messages()).toEqual([]);
    await vi.waitFor(() => expect(inbox.messages()).toHaveLength(1));
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
    expect(delivery).toMatchObject({ outcome: 'failed', route });
    expect(leaks(delivery)).toBe(false);
  });

  it.each(['close', 'hang', 'nonsense'])('fails at a server that will only %s', async (habit) => {
    const server = await (name === 'mail' ? smtpSaying('greeting', habit) : httpSaying(habit));
    const timeoutMs = habit === 'hang' ? SHORT : TIMEOUT;
    const delivery = await subject.at(server.port, timeoutMs).send(messageTo(to));
    expect(delivery).toMatchObject({ outcome: 'failed', route });
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
    expect(delivery).toEqual({ outcome, route: 'smtp', reason });
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
      route: 'smtp',
      reason: 'smtp 535 5.7.8',
    });
    await server.close();
  });
});

describe('mail over TLS', () => {
  it('fails, and says why, where nobody vouches for the certificate of the server', async () => {
    // Without one of its own this server shows a certificate that it signed itself, and says so aloud.
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const server = new SMTPServer({ authOptional: true });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as AddressInfo;
    for (const way of ['', '?requireTLS=true'])
      expect(
        await mail(`smtp://127.0.0.1:${port}${way}`).send(messageTo('jan@example.org')),
      ).toEqual({ outcome: 'failed', route: 'smtp', reason: 'smtp certificate not trusted' });
    await new Promise<void>((resolve) => server.close(resolve));
    said.mockRestore();
  });
});
