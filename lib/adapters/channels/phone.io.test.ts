import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Inbox, startInbox } from '../../../local/inbox/inbox';
import {
  account,
  channels,
  closeChannels,
  kannel,
  leaks,
  messageTo,
  PASSWORD,
  sms,
  twilio,
} from './testing/routes';
import { httpSaying, scripted } from './testing/scripted';

let inbox: Inbox;
beforeAll(async () => {
  inbox = await startInbox({ smtpPort: 0, httpPort: 0, account });
});
afterEach(() => {
  inbox.clear();
  closeChannels();
});
afterAll(() => inbox.close());

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

  it.each([
    ['403 Not routable. Do not try again.', 'failed'],
    ['403 Authorization failed for sendsms', 'failed'],
    // Kept, because its network is away: another network is sooner.
    ['202 3: Queued for later delivery', 'failed'],
    ['202 0: Accepted for delivery', 'accepted'],
  ] as const)('the words of Kannel: %s is %s', async (said, outcome) => {
    const words = said.slice(4);
    const server = await scripted((socket) => {
      socket.on('data', () =>
        socket.end(
          `HTTP/1.1 ${said.slice(0, 3)} x\r\nContent-Length: ${words.length}\r\n\r\n${words}`,
        ),
      );
    });
    const delivery = await sms(`http://127.0.0.1:${server.port}/`).send(messageTo(to));
    expect(delivery.outcome).toBe(outcome);
    await server.close();
  });

  it('a code is kept no longer than it works', async () => {
    const server = await httpSaying('202 Accepted');
    await sms(`http://127.0.0.1:${server.port}/`).send({ ...messageTo(to), minutes: 10 });
    expect(server.heard.join('')).toMatch(/x-kannel-validity: 10\r\n/i);
    await server.close();
  });

  it('tries the routes by priority and stops at the first that takes it', async () => {
    const broken = await httpSaying('503 Service Unavailable');
    const unused = await httpSaying('202 Accepted');
    const channel = channels({
      smsRoutes: [
        kannel(`http://127.0.0.1:${unused.port}/`, 'third', 3),
        kannel(`http://127.0.0.1:${broken.port}/`, 'first', 1),
        kannel(inbox.smsUrl, 'second', 2),
      ],
    }).sms;
    expect(await channel.send(messageTo(to))).toMatchObject({
      outcome: 'accepted',
      route: 'second',
    });
    expect(unused.heard).toEqual([]);
    await Promise.all([broken.close(), unused.close()]);
  });

  it('fails with a reason where no route is set', async () => {
    expect(await channels({}).sms.send(messageTo(to))).toMatchObject({ outcome: 'failed' });
  });
});

describe('the interface of Twilio', () => {
  const to = '+31612345678';
  const answering = (status: number, value: unknown) =>
    scripted((socket, heard) => {
      socket.on('data', (bytes) => {
        heard.push(bytes.toString());
        const text = JSON.stringify(value);
        socket.end(`HTTP/1.1 ${status} x\r\nContent-Length: ${text.length}\r\n\r\n${text}`);
      });
    });

  it.each([
    [400, 21_211, 'refused'],
    [400, 21_614, 'refused'],
    [400, 21_635, 'refused'],
    // Another network may do it: a STOP to this sender, no way there, a sender that is not allowed.
    [400, 21_610, 'failed'],
    [400, 21_612, 'failed'],
    [400, 21_606, 'failed'],
    [401, 20_003, 'failed'],
    [429, 20_429, 'failed'],
    [500, 20_500, 'failed'],
    [503, undefined, 'failed'],
  ])('%s with code %s is %s', async (status, code, outcome) => {
    const server = await answering(status, { code, message: `No such ${to}` });
    const route = twilio(`http://127.0.0.1:${server.port}`);
    const delivery = await channels({ smsRoutes: [route] }).sms.send(messageTo(to));
    expect(delivery.outcome).toBe(outcome);
    expect(leaks(delivery)).toBe(false);
    await server.close();
  });

  it('R45 asks as it is published, with nothing secret in the address', async () => {
    const sid = `SM${'0a'.repeat(16)}`;
    const server = await answering(201, { sid, status: 'queued' });
    const route = twilio(`http://127.0.0.1:${server.port}/`);
    const delivery = await channels({ smsRoutes: [route] }).sms.send({
      ...messageTo(to),
      minutes: 10,
    });
    expect(delivery).toEqual({ outcome: 'accepted', route: 'main', reference: sid });
    const [head = '', body = ''] = server.heard.join('').split('\r\n\r\n');
    expect(head.split('\r\n')[0]).toBe('POST /2010-04-01/Accounts/desk/Messages.json HTTP/1.1');
    expect(head).toContain(
      `Authorization: Basic ${Buffer.from(`desk:${PASSWORD}`).toString('base64')}`,
    );
    expect(Object.fromEntries(new URLSearchParams(body))).toEqual({
      To: to,
      From: '+31850000000',
      Body: messageTo(to).text,
      ValidityPeriod: '600',
    });
    await server.close();
  });

  it('a call says the code digit by digit, and all of it twice', async () => {
    const server = await answering(201, { sid: `CA${'0a'.repeat(16)}` });
    const route = twilio(`http://127.0.0.1:${server.port}`);
    await channels({ voiceRoutes: [route] }).voice.send({ ...messageTo(to), locale: 'nl' });
    const [, body = ''] = server.heard.join('').split('\r\n\r\n');
    const twiml = new URLSearchParams(body).get('Twiml') ?? '';
    const said =
      '<Say language="nl-NL">Zorgpunt: code 4, 8, 2, 9, 1, 3. Niemand vraagt erom: één &amp; twee</Say>';
    expect(twiml.split(said)).toHaveLength(3);
    await server.close();
  });
});
