import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createInboxReader } from '../../lib/adapters/inbox/inbox';
import { type Inbox, startInbox } from './inbox';
import { MessageStore } from './store';

let inbox: Inbox;
beforeAll(async () => {
  inbox = await startInbox({ smtpPort: 0, httpPort: 0 });
});
afterEach(() => {
  inbox.clear();
  inbox.behave({ mail: 'ok', sms: 'ok', perAddress: {} });
});
afterAll(() => inbox.close());

const sms = (to: string, text: string, more = '') =>
  fetch(
    `${inbox.smsUrl}?username=local&password=local&from=Regain&charset=UTF-8&to=${encodeURIComponent(to)}&text=${encodeURIComponent(text)}${more}`,
  );

describe('the local inbox', () => {
  it('takes sendsms by GET as Kannel does, and gives it back as JSON, newest first', async () => {
    expect((await sms('+31611111111', 'eerste')).status).toBe(202);
    const answer = await sms('+31622222222', 'tweede é');
    expect([answer.status, await answer.text()]).toEqual([202, '0: Accepted for delivery']);

    const reader = createInboxReader(inbox.inboxUrl);
    const all = await reader.messages();
    expect(all.map(({ text }) => text)).toEqual(['tweede é', 'eerste']);
    expect(await reader.messages({ to: '+31611111111' })).toHaveLength(1);
    expect(await reader.messages({ since: all[1]?.number ?? 0 })).toHaveLength(1);

    await fetch(`${inbox.inboxUrl}/messages`, { method: 'DELETE' });
    expect(await reader.messages()).toEqual([]);
  });

  it('gives an empty list to a reader of an inbox that is not there', async () => {
    const gone = await startInbox({ smtpPort: 0, httpPort: 0 });
    await gone.close();
    expect(await createInboxReader(gone.inboxUrl).messages()).toEqual([]);
  });

  it('refuses a wrong password and a number that is none', async () => {
    const wrong = await fetch(`${inbox.smsUrl}?username=local&password=x&to=%2B316&text=a`);
    expect([wrong.status, await wrong.text()]).toEqual([403, 'Authorization failed for sendsms']);
    expect((await sms('+316 +317', 'lijst')).status).toBe(400);
    expect((await sms('+31611111111', 'a', '&coding=7')).status).toBe(400);
    expect(inbox.messages()).toEqual([]);
  });

  it('behaves as it was told over HTTP, and refuses what is no behaviour', async () => {
    const behave = (value: unknown) =>
      fetch(`${inbox.inboxUrl}/behaviour`, { method: 'POST', body: JSON.stringify(value) });
    expect((await behave({ sms: 'defer' })).status).toBe(200);
    expect((await sms('+31611111111', 'a')).status).toBe(503);
    for (const nonsense of [{ sms: 'gone' }, { perAddress: { a: 1 } }, [], 'x', null]) {
      expect((await behave(nonsense)).status).toBe(400);
    }
    expect(await (await fetch(`${inbox.inboxUrl}/behaviour`)).json()).toEqual({
      mail: 'ok',
      sms: 'defer',
      voice: 'ok',
      perAddress: {},
      perRoute: {},
      delayMs: 10_000,
    });
  });

  it('keeps the newest 500', () => {
    const store = new MessageStore();
    for (let n = 0; n < 510; n += 1) store.add({ channel: 'sms', to: '', from: '', text: `${n}` });
    const kept = store.find();
    expect(kept).toHaveLength(500);
    expect([kept[0]?.text, kept.at(-1)?.text]).toEqual(['509', '10']);
  });

  it.each([
    ['an Origin', { origin: 'https://evil.example' }],
    ['a forwarded header', { 'x-forwarded-for': '10.0.0.1' }],
    ['a browser', { 'sec-fetch-site': 'cross-site' }],
  ])('R48 refuses a request with %s', async (_what, headers) => {
    const answer = await fetch(`${inbox.inboxUrl}/messages`, { headers });
    expect(answer.status).toBe(403);
  });

  it('R48 refuses another Host, and listens on loopback only', async () => {
    const { request } = await import('node:http');
    const status = await new Promise((resolve, reject) => {
      request(
        {
          host: '127.0.0.1',
          port: inbox.httpPort,
          path: '/messages',
          headers: { host: 'evil.example' },
        },
        (answer) => resolve(answer.resume().statusCode),
      )
        .on('error', reject)
        .end();
    });
    expect(status).toBe(403);

    const { networkInterfaces } = await import('node:os');
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((one) => one && !one.internal && one.family === 'IPv4');
    if (outside) {
      const url = `http://${outside.address}:${inbox.httpPort}/messages`;
      await expect(fetch(url, { headers: { host: 'localhost' } })).rejects.toThrow();
    }
  });
});
