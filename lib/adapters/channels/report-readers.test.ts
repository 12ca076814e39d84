import { describe, expect, it } from 'vitest';
import { kannelPassword, reportAddresses } from './report-addresses';
import { mailSignature, reportReaders, twilioSignature } from './report-readers';

const publicUrl = 'https://herstel.zorgpunt.nl';
const reportsKey = 'a-key-for-reports-of-enough-characters';
const attempt = '0199a1b2-0000-7000-8000-000000000001';
const readers = reportReaders({
  publicUrl,
  reportsKey,
  twilio: [
    { name: 'beta', authToken: 'token-of-beta' },
    { name: 'calls', authToken: 'token-of-calls' },
  ],
});

const basic = (user: string, password: string) =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

describe('a report by Kannel', () => {
  const query = (status: string, route = 'alpha') =>
    new URLSearchParams({ route, attempt, status });
  const credentials = basic('regain', kannelPassword(reportsKey, 'alpha'));

  it.each([
    ['1', 'delivered'],
    ['2', 'undeliverable'],
    ['4', 'under-way'],
    ['8', 'under-way'],
    ['16', 'undeliverable'],
  ])('of kind %s says %s', (status, reported) => {
    expect(readers.kannel(credentials, query(status))).toEqual({
      channels: ['sms'],
      route: 'alpha',
      named: attempt,
      reported,
    });
  });

  it.each([
    ['no credentials', null, 'alpha'],
    ['another password', basic('regain', 'guess'), 'alpha'],
    ['another user', basic('desk', kannelPassword(reportsKey, 'alpha')), 'alpha'],
    ['the password of another route', credentials, 'beta'],
    ['no scheme', kannelPassword(reportsKey, 'alpha'), 'alpha'],
  ])('with %s is a stranger’s', (_what, authorization, route) => {
    expect(readers.kannel(authorization, query('2', route))).toBe('stranger');
  });

  it('of nothing known says nothing', () => {
    expect(readers.kannel(credentials, query('99'))).toBe('nothing');
    expect(readers.kannel(credentials, new URLSearchParams({ route: 'alpha' }))).toBe('nothing');
  });

  it('is not heard without a key', () => {
    const deaf = reportReaders({ publicUrl, reportsKey: undefined, twilio: [] });
    expect(deaf.kannel(basic('regain', ''), query('2'))).toBe('stranger');
    expect(deaf.mail(mailSignature('', '{}'), '{}')).toBe('stranger');
    expect(reportAddresses(publicUrl, undefined).kannel('alpha')).toBeUndefined();
  });

  it('R45 is asked for at an address whose path and query hold no secret', () => {
    const address = reportAddresses(publicUrl, reportsKey).kannel('alpha')?.(attempt) ?? '';
    const url = new URL(address);
    expect(url.password).toBe(kannelPassword(reportsKey, 'alpha'));
    expect(`${url.pathname}${url.search}`).toBe(
      `/api/reports/kannel?route=alpha&attempt=${attempt}&status=%d`,
    );
    expect(decodeURIComponent(url.password), 'Kannel sends it as it stands').toBe(url.password);
  });
});

describe('a report by Twilio', () => {
  const address = reportAddresses(publicUrl, reportsKey).twilio('beta')?.(attempt) ?? '';
  const path = address.slice(publicUrl.length);
  const form = (more: Record<string, string>) =>
    new URLSearchParams({ To: '+31612345678', ...more });
  const sign = (said: URLSearchParams, token = 'token-of-beta', url = address) =>
    twilioSignature(token, url, said);

  it('is signed as in the published example', () => {
    const said = new URLSearchParams({
      CallSid: 'CA1234567890ABCDE',
      Caller: '+14158675310',
      Digits: '1234',
      From: '+14158675310',
      To: '+18005551212',
    });
    const url = 'https://mycompany.com/myapp.php?foo=1&bar=2';
    expect(twilioSignature('12345', url, said)).toBe('GvWf1cFY/Q7PnoempGyD5oXAezc=');
  });

  it.each([
    ['sent', 'under-way'],
    ['delivered', 'delivered'],
    ['undelivered', 'undeliverable'],
    ['failed', 'undeliverable'],
  ])('of a message that is %s says %s', (MessageStatus, reported) => {
    const said = form({ MessageStatus });
    expect(readers.twilio(sign(said), path, said)).toEqual({
      channels: ['sms'],
      route: 'beta',
      named: attempt,
      reported,
    });
  });

  it.each([
    ['completed', 'delivered'],
    ['busy', 'unanswered'],
    ['no-answer', 'unanswered'],
    ['failed', 'undeliverable'],
  ])('of a call that is %s says %s', (CallStatus, reported) => {
    const url = address.replace('route=beta', 'route=calls');
    const said = form({ CallStatus });
    const heard = readers.twilio(
      sign(said, 'token-of-calls', url),
      url.slice(publicUrl.length),
      said,
    );
    expect(heard).toMatchObject({ channels: ['voice'], route: 'calls', reported });
  });

  it('with anything else signed is a stranger’s', () => {
    const said = form({ MessageStatus: 'delivered' });
    const signature = sign(said);
    expect(readers.twilio(signature, path, form({ MessageStatus: 'failed' }))).toBe('stranger');
    expect(readers.twilio(signature, path.replace(attempt, 'x'), said)).toBe('stranger');
    expect(readers.twilio(sign(said, 'token-of-calls'), path, said)).toBe('stranger');
    expect(readers.twilio(null, path, said)).toBe('stranger');
    const unknown = path.replace('beta', 'gone');
    expect(readers.twilio(sign(said, '', publicUrl + unknown), unknown, said)).toBe('stranger');
  });
});

describe('a report of mail', () => {
  const body = JSON.stringify({ messageId: '<m1@zorgpunt.example>', status: 'bounced' });

  it('names the message, with or without brackets', () => {
    const heard = { channels: ['mail'], named: '<m1@zorgpunt.example>', reported: 'undeliverable' };
    expect(readers.mail(mailSignature(reportsKey, body), body)).toEqual(heard);
    const bare = body.replace(/[<>]/g, '');
    expect(readers.mail(mailSignature(reportsKey, bare), bare)).toEqual(heard);
  });

  it('with another body or key is a stranger’s', () => {
    expect(readers.mail(mailSignature(reportsKey, body), `${body} `)).toBe('stranger');
    expect(readers.mail(mailSignature('another', body), body)).toBe('stranger');
    expect(readers.mail(null, body)).toBe('stranger');
  });

  it.each(['', 'x', '[]', 'null', '{"messageId":1,"status":"bounced"}', '{"messageId":"a"}'])(
    'of %j says nothing',
    (odd) => {
      expect(readers.mail(mailSignature(reportsKey, odd), odd)).toBe('nothing');
    },
  );
});
