import { describe, expect, it } from 'vitest';
import { detectMode, EnvironmentProblem, LOCAL_SECRET_MARK, readEnv } from './env';

const key = (bytes = 32) => Buffer.alloc(bytes, 7).toString('base64');

const production = {
  DATABASE_URL: 'postgres://regain_web:x@db/regain',
  DATABASE_QUEUE_URL: 'postgres://regain_queue:x@db/regain',
  SMTP_URL: 'smtp://mail',
  SMTP_FROM: 'Regain <regain@example.org>',
  SMS_ROUTES: '[]',
  PUBLIC_URL: 'https://regain.example.org',
  REGAIN_KEYS: `k2:${key()},k1:${key(48)}`,
  SESSION_SECRET: 'a-secret-of-some-length-that-nobody-knows',
};

const local = {
  REGAIN_LOCAL_DATABASE_URL: 'postgres://regain_web:x@127.0.0.1:5432/regain',
  REGAIN_LOCAL_QUEUE_URL: 'postgres://regain_queue:x@127.0.0.1:5432/regain',
  REGAIN_LOCAL_PUBLIC_URL: 'http://localhost:3000',
  REGAIN_LOCAL_SMTP_URL: 'smtp://127.0.0.1:2525',
  REGAIN_LOCAL_SMS_URL: 'http://127.0.0.1:2526/cgi-bin/sendsms',
  REGAIN_LOCAL_INBOX_URL: 'http://127.0.0.1:2526',
  REGAIN_LOCAL_KEYS: `local-1:${key(44)}`,
  REGAIN_LOCAL_SESSION_SECRET: `thirty-two-characters-or-more-${LOCAL_SECRET_MARK}`,
};

function problems(variables: Record<string, string | undefined>): string[] {
  try {
    readEnv(variables);
    return [];
  } catch (error) {
    if (error instanceof EnvironmentProblem) return error.problems;
    throw error;
  }
}

describe('which mode', () => {
  it.each([
    [{}, 'local'],
    [{ REDIS_URL: 'redis://x' }, 'local'],
    [{ NODE_ENV: 'production' }, 'local'],
    [{ REGAIN_ENV: 'test' }, 'local'],
    [{ DATABASE_URL: 'postgres://x' }, 'production'],
    [{ SMTP_URL: 'smtp://x' }, 'production'],
    [{ PUBLIC_URL: 'https://x' }, 'production'],
    [{ REGAIN_ENV: 'production' }, 'production'],
    [{ DATABASE_URL: '' }, 'production'],
    [{ ...local, SMTP_URL: 'smtp://x' }, 'production'],
  ] as const)('R48 %j is %s', (variables, mode) => {
    expect(detectMode(variables)).toBe(mode);
  });
});

describe('production', () => {
  it('is whole', () => {
    const env = readEnv(production);
    expect(env).toMatchObject({ mode: 'production', queue: { kind: 'postgres' } });
    expect(env.keys.current).toBe('k2');
    expect(env.keys.all.k1).toHaveLength(48);
    expect(env.inboxUrl).toBeUndefined();
  });

  it('takes Redis for the queue', () => {
    const { DATABASE_QUEUE_URL: _, ...rest } = production;
    expect(readEnv({ ...rest, REDIS_URL: 'redis://r' }).queue).toEqual({
      kind: 'redis',
      url: 'redis://r',
    });
  });

  it('trusts one proxy, or as many as are said', () => {
    expect(readEnv(production).trustedProxies).toBe(1);
    expect(readEnv({ ...production, TRUSTED_PROXIES: '2' }).trustedProxies).toBe(2);
  });

  it.each(['0', '', 'two', '1.5', '-1', '10'])('does not start with %j proxies', (said) => {
    expect(problems({ ...production, TRUSTED_PROXIES: said })).toEqual([
      expect.stringMatching(/^TRUSTED_PROXIES: must be a whole number/),
    ]);
  });

  it('knows every part of a route for SMS, and no other', () => {
    const route = {
      name: 'alpha',
      url: 'https://sms.example.org/cgi-bin/sendsms',
      username: 'desk',
      password: 'secret-of-the-gateway',
      from: 'Regain',
      priority: 1,
      smsc: 'alpha',
    };
    const routes = JSON.stringify([route]);
    expect(readEnv({ ...production, SMS_ROUTES: routes }).smsRoutes).toEqual([
      { ...route, kind: 'kannel' },
    ]);
    const misspelt = JSON.stringify([{ ...route, smcs: 'alpha' }]);
    const found = problems({ ...production, SMS_ROUTES: misspelt });
    expect(found).toEqual([expect.stringContaining('SMS_ROUTES')]);
    expect(found.join()).not.toContain(route.password);
  });

  it('takes routes of both kinds for SMS, and one for calls', () => {
    const twilio = {
      name: 'beta',
      accountSid: 'AC0123456789abcdef0123456789abcdef',
      authToken: 'token-of-the-account',
      from: '+31850000000',
      priority: 2,
    };
    const found = readEnv({
      ...production,
      SMS_ROUTES: JSON.stringify([{ ...twilio, kind: 'twilio' }]),
      VOICE_ROUTES: JSON.stringify([twilio]),
    });
    expect(found.smsRoutes).toEqual([{ ...twilio, kind: 'twilio' }]);
    expect(found.voiceRoutes).toEqual([{ ...twilio, kind: 'twilio' }]);
    expect(readEnv(production).voiceRoutes).toEqual([]);
    const unnamed = JSON.stringify([{ ...twilio, name: 'a b' }]);
    const wrong = problems({ ...production, VOICE_ROUTES: unnamed });
    expect(wrong).toEqual([expect.stringContaining('VOICE_ROUTES')]);
    expect(wrong.join()).not.toContain(twilio.authToken);
    const twice = problems({ ...production, VOICE_ROUTES: JSON.stringify([twilio, twilio]) });
    expect(twice).toEqual(['VOICE_ROUTES: two routes have the same name']);
    expect(problems({ ...production, VOICE_ROUTES: '' })).toEqual([
      expect.stringContaining('VOICE_ROUTES'),
    ]);
  });

  it('takes several mail servers, the first first', () => {
    const several = readEnv({ ...production, SMTP_URL: 'smtps://a:465\n  smtp://b ' });
    expect(several.smtpUrls).toEqual(['smtps://a:465', 'smtp://b']);
    expect(problems({ ...production, SMTP_URL: 'smtp://a http://b' })).toEqual([
      'SMTP_URL: must be a smtp:// address',
    ]);
    expect(problems({ ...production, SMTP_URL: '' })).toEqual(['SMTP_URL: is missing']);
  });

  it('hears reports only under a key that is long enough', () => {
    expect(readEnv(production).reportsKey).toBeUndefined();
    const found = problems({ ...production, REPORTS_KEY: 'short' });
    expect(found).toEqual([expect.stringContaining('REPORTS_KEY: must have at least 32')]);
    const local = { REPORTS_KEY: `thirty-two-characters-or-more-${LOCAL_SECRET_MARK}` };
    expect(problems({ ...production, ...local })).toEqual([
      'REPORTS_KEY: was made for a local desk; make a new one',
    ]);
  });

  it('gives the worker its own role', () => {
    const worker = { ...production, DATABASE_WORKER_URL: 'postgres://regain_worker:x@db/regain' };
    expect(readEnv(worker).databaseUrl).toContain('regain_web');
    expect(readEnv({ ...worker, REGAIN_PROCESS: 'worker' }).databaseUrl).toContain('regain_worker');
  });

  it('R46 the worker does not start as the web', () => {
    expect(problems({ ...production, REGAIN_PROCESS: 'worker' })).toEqual([
      'DATABASE_WORKER_URL: is missing',
    ]);
  });

  it.each(Object.keys(production))('R48 does not start without %s', (name) => {
    const found = problems({ ...production, [name]: undefined, REGAIN_ENV: 'production' });
    expect(found).toEqual([expect.stringContaining(name)]);
  });

  it('R48 does not take the local addresses for what is missing', () => {
    expect(problems({ ...local, REGAIN_ENV: 'production' })).toHaveLength(8);
  });

  it.each([
    ['a key that is short', { REGAIN_KEYS: `k1:${key(16)}` }, 'at least 32 bytes'],
    ['a session secret that is short', { SESSION_SECRET: 'short' }, 'at least 32 characters'],
    ['a local key', { REGAIN_KEYS: `k1:${localKey()}` }, 'made for a local desk'],
    [
      'an older local key',
      { REGAIN_KEYS: `k2:${key()},k1:${localKey()}` },
      'made for a local desk',
    ],
    [
      'a local session secret',
      { SESSION_SECRET: `x${local.REGAIN_LOCAL_SESSION_SECRET}` },
      'made for a local desk',
    ],
    ['an address without TLS', { PUBLIC_URL: 'http://regain.example.org' }, 'https://'],
    ['an address with a path', { PUBLIC_URL: 'https://example.org/regain' }, 'no path'],
    ['a key twice', { REGAIN_KEYS: `k1:${key()},k1:${key()}` }, 'twice'],
    ['routes that are no JSON', { SMS_ROUTES: 'alpha' }, 'SMS_ROUTES'],
  ])('R48 does not start with %s', (_, change, said) => {
    const found = problems({ ...production, ...change });
    expect(found).toEqual([expect.stringContaining(said)]);
  });

  it('says everything at once, and no secret', () => {
    const secret = 'hunter2hunter2';
    const found = problems({ DATABASE_URL: 'mysql://x', SESSION_SECRET: secret });
    expect(found.length).toBeGreaterThan(5);
    expect(found.join('\n')).not.toContain(secret);
  });
});

describe('local', () => {
  it('is whole', () => {
    expect(readEnv(local)).toMatchObject({
      mode: 'local',
      publicUrl: 'http://localhost:3000',
      trustedProxies: 0,
      smsRoutes: [
        { name: 'local', kind: 'kannel' },
        { name: 'local-other', kind: 'twilio' },
      ],
      voiceRoutes: [{ name: 'local-calls', url: 'http://127.0.0.1:2526' }],
      keys: { current: 'local-1' },
    });
  });

  it('R48 reads nothing but its own addresses', () => {
    const strange = { ...local, REDIS_URL: 'redis://real', SMS_ROUTES: '[]', REGAIN_KEYS: 'x:y' };
    expect(readEnv(strange)).toEqual(readEnv(local));
  });

  it('without a starter says how to start', () => {
    expect(() => readEnv({})).toThrow(/npm start/);
  });
});

function localKey(): string {
  return Buffer.concat([Buffer.alloc(32, 1), Buffer.from(LOCAL_SECRET_MARK)]).toString('base64');
}
