import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { goodWeather } from './behaviour';
import { type Inbox, startInbox } from './inbox';

type Told = { method: string; path: string; headers: Record<string, unknown>; body: string };

describe('the gateway of a local desk', () => {
  let inbox: Inbox;
  let desk: Server;
  let url: string;
  const told: Told[] = [];
  const KEY = 'key-of-the-reports';

  beforeAll(async () => {
    desk = createServer(async (request, response) => {
      let body = '';
      for await (const part of request) body += part;
      const { method = '', url: path = '', headers } = request;
      told.push({ method, path, headers, body });
      response.writeHead(204).end();
    });
    await new Promise<void>((resolve) => desk.listen(0, '127.0.0.1', resolve));
    const address = desk.address();
    url = `http://localhost:${typeof address === 'object' && address ? address.port : 0}`;
    inbox = await startInbox({
      smtpPort: 0,
      httpPort: 0,
      mailReports: { url: `${url}/api/reports/mail`, key: KEY },
    });
  });
  afterEach(() => {
    inbox.behave(goodWeather());
    inbox.clear();
    told.length = 0;
  });
  afterAll(async () => {
    desk.closeAllConnections();
    await Promise.all([inbox.close(), new Promise((resolve) => desk.close(resolve))]);
  });

  const sendsms = (to: string, dlrUrl: string, dlrMask = '31') =>
    fetch(inbox.smsUrl, {
      method: 'POST',
      headers: {
        'content-type': 'text/plain; charset=UTF-8',
        'x-kannel-username': 'local',
        'x-kannel-password': 'local',
        'x-kannel-to': to,
        'x-kannel-smsc': 'alpha',
        'x-kannel-dlr-mask': dlrMask,
        'x-kannel-dlr-url': dlrUrl,
      },
      body: 'code 482913',
    });
  const twilio = (resource: string, form: Record<string, string>, password = 'local') =>
    fetch(`${inbox.inboxUrl}/2010-04-01/Accounts/local/${resource}.json`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`local:${password}`).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ To: '+31612345678', From: '+31850000000', ...form }),
    });
  const heard = (path: string) => told.filter((one) => one.path.includes(path));

  it('says by Kannel’s address what became of an SMS, with its credentials in a header', async () => {
    const address = url.replace('http://', 'http://regain:s3cret@');
    await sendsms('+31611111111', `${address}/report?attempt=1&status=%d`);
    await vi.waitFor(() => expect(heard('/report')).toHaveLength(2));
    expect(told.map(({ path }) => path)).toEqual([
      '/report?attempt=1&status=8',
      '/report?attempt=1&status=1',
    ]);
    expect(told[0]?.headers.authorization).toBe(
      `Basic ${Buffer.from('regain:s3cret').toString('base64')}`,
    );
  });

  it('says only what was asked for', async () => {
    await sendsms('+31611111111', `${url}/report?status=%d`, '2');
    inbox.behave({ sms: 'bounce' });
    await sendsms('+31611111111', `${url}/report?status=%d`, '2');
    await vi.waitFor(() => expect(told.map(({ path }) => path)).toEqual(['/report?status=2']));
  });

  it('R48 tells nobody but this machine', async () => {
    const answer = await sendsms('+31611111111', 'http://192.0.2.1/report?status=%d');
    expect(answer.status).toBe(202);
    await sendsms('+31611111111', 'no address');
    await sendsms('+31611111111', `${url}/report?status=%d`);
    await vi.waitFor(() => expect(heard('/report')).toHaveLength(2));
  });

  it('takes messages and calls as Twilio does, and signs what it says of them', async () => {
    const message = await twilio('Messages', {
      Body: 'code 482913',
      StatusCallback: `${url}/status?attempt=1`,
    });
    expect(message.status).toBe(201);
    const { sid } = (await message.json()) as { sid: string };
    expect(sid).toMatch(/^SM[0-9a-f]{32}$/);
    const call = await twilio('Calls', {
      Twiml:
        '<Response><Say language="nl-NL">code 4, 8 &amp; 2</Say><Say>code 4, 8 &amp; 2</Say></Response>',
      StatusCallback: `${url}/status?attempt=2`,
    });
    expect(call.status).toBe(201);
    expect(inbox.messages()).toMatchObject([
      { channel: 'voice', to: '+31612345678', text: 'code 4, 8 & 2' },
      { channel: 'sms', to: '+31612345678', text: 'code 482913' },
    ]);
    await vi.waitFor(() => expect(heard('/status')).toHaveLength(3));
    const delivered = told.find(({ body }) => body.includes('MessageStatus=delivered'));
    const form = [...new URLSearchParams(delivered?.body)].sort(([a], [b]) => (a < b ? -1 : 1));
    const signed = `${url}/status?attempt=1${form.flat().join('')}`;
    expect(delivered?.headers['x-twilio-signature']).toBe(
      createHmac('sha1', 'local').update(signed).digest('base64'),
    );
    expect(heard('attempt=2').map(({ body }) => body)).toEqual([
      expect.stringContaining('CallStatus=completed'),
    ]);
  });

  it.each([
    ['a wrong token', 'Messages', {}, 'guess', 401, 20_003],
    ['no number', 'Messages', { To: '0612345678', Body: 'x' }, 'local', 400, 21_211],
    ['nothing to say', 'Messages', {}, 'local', 400, 21_602],
    ['nothing to read out', 'Calls', { Twiml: '<Response/>' }, 'local', 400, 21_602],
  ])('refuses %s', async (_what, resource, form, password, status, code) => {
    const answer = await twilio(resource, form, password);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ code, status });
    expect(inbox.messages()).toEqual([]);
  });

  it('one network alone can be down', async () => {
    inbox.behave({ perRoute: { alpha: 'defer' } });
    expect((await sendsms('+31611111111', '')).status).toBe(503);
    expect((await twilio('Messages', { Body: 'x' })).status).toBe(201);
  });

  it('tells of mail that came back, under the key of the desk', async () => {
    inbox.behave({ perAddress: { 'jan@example.org': 'bounce' } });
    const { createTransport } = await import('nodemailer');
    const transport = createTransport({ url: inbox.smtpUrl } as object);
    await transport.sendMail({
      from: 'a@b.example',
      to: 'jan@example.org',
      messageId: '<m1@b.example>',
      text: 'x',
    });
    transport.close();
    await vi.waitFor(() => expect(heard('/api/reports/mail')).toHaveLength(1));
    const [{ body = '', headers = {} } = {}] = told;
    expect(JSON.parse(body)).toEqual({ messageId: '<m1@b.example>', status: 'bounced' });
    expect(headers['x-regain-signature']).toBe(
      `sha256=${createHmac('sha256', KEY).update(body).digest('hex')}`,
    );
    expect(inbox.messages()).toEqual([]);
  });
});
