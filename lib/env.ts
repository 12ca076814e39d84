import { z } from 'zod';

/**
 * The only reader of process.env. Parsed at the first call of env(), never at import: a parse at the
 * top of a module would fail `next build`, which has no secrets and needs none.
 */

export type Mode = 'local' | 'production';
type Variables = Readonly<Record<string, string | undefined>>;

/** A gateway with the interface of Kannel's `sendsms`. */
export interface KannelRoute {
  kind: 'kannel';
  name: string;
  url: string;
  username: string;
  password: string;
  from: string;
  /** Lower goes first. */
  priority: number;
  /** The connection behind the gateway, where it has more than one. */
  smsc?: string | undefined;
}

/** Twilio, or whoever speaks its interface at another address. */
export interface TwilioRoute {
  kind: 'twilio';
  name: string;
  accountSid: string;
  authToken: string;
  from: string;
  priority: number;
  url?: string | undefined;
}

export interface Env {
  mode: Mode;
  /** No slash at its end. Links are made from this, never from a Host header (R48). */
  publicUrl: string;
  /** How many proxies of ours a request passes; so many of the last addresses in X-Forwarded-For were written by us. */
  trustedProxies: number;
  databaseUrl: string;
  /** Only where the process was given it: migrations, seed, set-up. */
  ownerUrl?: string;
  queue: { kind: 'postgres'; url: string } | { kind: 'redis'; url: string };
  /** The first that takes a mail carries it. */
  smtpUrls: string[];
  smtpFrom: string;
  smsRoutes: (KannelRoute | TwilioRoute)[];
  voiceRoutes: TwilioRoute[];
  /** What reports of delivery are signed with; without it Kannel and mail servers are not heard. */
  reportsKey?: string;
  /** `current` names the key that new secrets get; the others only open what is older. */
  keys: { current: string; all: Record<string, Buffer> };
  sessionSecret: string;
  /** Where the local inbox keeps its mail and SMS; never set in production. */
  inboxUrl?: string;
  /** The folder of the local desk, with its invented people; never set in production. */
  localDir?: string;
}

/** What is wrong with the environment, one line each, fit to be printed as it is. */
export class EnvironmentProblem extends Error {
  constructor(
    readonly mode: Mode,
    readonly problems: string[],
  ) {
    super(explain(mode, problems));
    this.name = 'EnvironmentProblem';
  }
}

/** Any one of these turns local mode off (R48); what is then missing stops the start. */
export const PRODUCTION_SWITCHES = ['DATABASE_URL', 'SMTP_URL', 'PUBLIC_URL'] as const;

/** Ends every local key and secret, so that a production start knows one wherever it was pasted. */
export const LOCAL_SECRET_MARK = 'regain-local';

const SHORTEST_KEY_BYTES = 32;
const SHORTEST_SESSION_SECRET = 32;

/**
 * Local or production. An empty variable counts as set: an unfilled template must stop the start,
 * not silently open a desk with local keys.
 */
export function detectMode(variables: Variables): Mode {
  const switched = PRODUCTION_SWITCHES.some((name) => variables[name] !== undefined);
  return switched || variables.REGAIN_ENV === 'production' ? 'production' : 'local';
}

/** Promises a complete, checked environment, or throws EnvironmentProblem with every fault at once. */
export function readEnv(variables: Variables): Env {
  const mode = detectMode(variables);
  const problems: string[] = [];
  const found = mode === 'local' ? readLocal(variables) : readProduction(variables, problems);
  const schema = mode === 'local' ? shape : productionShape;
  const parsed = schema.safeParse(found);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      problems.push(`${variableOf(variables, mode, issue.path)}: ${issue.message}`);
    }
  }
  if (mode === 'production') problems.push(...localSecretsIn(variables));
  if (!parsed.success || problems.length > 0) {
    throw new EnvironmentProblem(mode, [...new Set(problems)]);
  }
  return parsed.data;
}

let cached: Env | undefined;

export function env(): Env {
  cached ??= readEnv(process.env);
  return cached;
}

/** For a migration, which must not need the web's secrets: only where it signs in as the owner. */
export function ownerUrl(): string | undefined {
  return detectMode(process.env) === 'local'
    ? (process.env.REGAIN_LOCAL_OWNER_URL ?? process.env.DATABASE_OWNER_URL)
    : process.env.DATABASE_OWNER_URL;
}

const postgresUrl = z
  .string({ error: 'is missing' })
  .regex(/^postgres(ql)?:\/\//, 'must be a postgres:// address');

/** It stands in addresses that reports are sent to, and names one route: reports are heard by it. */
const routeName = z.string().regex(/^[\w.-]{1,40}$/, 'must be 1-40 letters, digits, ., _ or -');

/** Strict: a misspelt `smsc` would quietly send by another connection than the one that was meant. */
const kannelRoute = z.strictObject({
  kind: z.literal('kannel').default('kannel'),
  name: routeName,
  url: z.url({ protocol: /^https?$/ }),
  username: z.string(),
  password: z.string(),
  from: z.string().min(1),
  priority: z.number().int(),
  smsc: z.string().min(1).optional(),
});

const twilioRoute = z.strictObject({
  kind: z.literal('twilio').default('twilio'),
  name: routeName,
  accountSid: z.string().regex(/^[\w-]+$/),
  authToken: z.string().min(1),
  from: z.string().min(1),
  priority: z.number().int(),
  url: z.url({ protocol: /^https?$/ }).optional(),
});

const smsRoute = z.discriminatedUnion('kind', [
  kannelRoute,
  twilioRoute.extend({ kind: z.literal('twilio') }),
]);

const haveOwnNames = [
  (routes: readonly { name: string }[]) =>
    new Set(routes.map(({ name }) => name)).size === routes.length,
  'two routes have the same name',
] as const;

const MOST_PROXIES = 9;
const PROXIES = `must be a whole number from 1 to ${MOST_PROXIES}: the proxies in front of the web`;

const shape = z.object({
  mode: z.enum(['local', 'production']),
  publicUrl: z.url({ protocol: /^https?$/, error: 'is missing or no http(s) address' }),
  trustedProxies: z.number(),
  databaseUrl: postgresUrl,
  ownerUrl: postgresUrl.optional(),
  queue: z.union(
    [
      z.object({ kind: z.literal('postgres'), url: postgresUrl }),
      z.object({ kind: z.literal('redis'), url: z.string().regex(/^rediss?:\/\//) }),
    ],
    { error: 'is missing: a postgres:// address of regain_queue, or REDIS_URL' },
  ),
  smtpUrls: z
    .array(z.string().regex(/^smtps?:\/\//, 'must be a smtp:// address'), { error: 'is missing' })
    .min(1, 'is missing'),
  smtpFrom: z.string({ error: 'is missing' }).regex(/@/, 'must hold an e-mail address'),
  smsRoutes: z
    .array(smsRoute, { error: 'is missing or no JSON list of routes' })
    .refine(...haveOwnNames),
  voiceRoutes: z.array(twilioRoute, { error: 'is no JSON list of routes' }).refine(...haveOwnNames),
  reportsKey: z
    .string()
    .min(SHORTEST_SESSION_SECRET, `must have at least ${SHORTEST_SESSION_SECRET} characters`)
    .optional(),
  keys: z.object({
    current: z.string({ error: 'is missing: "id:base64,id:base64", the first is current' }).min(1),
    all: z.record(z.string(), z.instanceof(Buffer)),
  }),
  sessionSecret: z
    .string({ error: 'is missing' })
    .min(SHORTEST_SESSION_SECRET, `must have at least ${SHORTEST_SESSION_SECRET} characters`),
  inboxUrl: z.url().optional(),
  localDir: z.string().optional(),
});

const productionShape = shape.extend({
  publicUrl: z
    .url({ error: 'is missing or no address' })
    .startsWith('https://', 'must begin with https://')
    .refine((url) => new URL(url).pathname === '/', 'must have no path'),
  // Without any, people would send passwords over a bare line, and could write this header themselves.
  trustedProxies: z.int({ error: PROXIES }).min(1, PROXIES).max(MOST_PROXIES, PROXIES),
});

/** Field of Env → the variable an operator has to look at. */
const VARIABLES: Record<string, { local: string; production: string }> = {
  publicUrl: { local: 'REGAIN_LOCAL_PUBLIC_URL', production: 'PUBLIC_URL' },
  trustedProxies: { local: 'TRUSTED_PROXIES', production: 'TRUSTED_PROXIES' },
  databaseUrl: { local: 'REGAIN_LOCAL_DATABASE_URL', production: 'DATABASE_URL' },
  ownerUrl: { local: 'REGAIN_LOCAL_OWNER_URL', production: 'DATABASE_OWNER_URL' },
  queue: { local: 'REGAIN_LOCAL_QUEUE_URL', production: 'DATABASE_QUEUE_URL' },
  smtpUrls: { local: 'REGAIN_LOCAL_SMTP_URL', production: 'SMTP_URL' },
  smtpFrom: { local: 'REGAIN_LOCAL_SMTP_FROM', production: 'SMTP_FROM' },
  smsRoutes: { local: 'REGAIN_LOCAL_SMS_URL', production: 'SMS_ROUTES' },
  voiceRoutes: { local: 'REGAIN_LOCAL_SMS_URL', production: 'VOICE_ROUTES' },
  reportsKey: { local: 'REGAIN_LOCAL_SESSION_SECRET', production: 'REPORTS_KEY' },
  keys: { local: 'REGAIN_LOCAL_KEYS', production: 'REGAIN_KEYS' },
  sessionSecret: { local: 'REGAIN_LOCAL_SESSION_SECRET', production: 'SESSION_SECRET' },
  inboxUrl: { local: 'REGAIN_LOCAL_INBOX_URL', production: 'PUBLIC_URL' },
  localDir: { local: 'REGAIN_LOCAL_DIR', production: 'PUBLIC_URL' },
};

function variableOf(variables: Variables, mode: Mode, path: PropertyKey[]): string {
  const field = String(path[0] ?? '');
  if (field === 'databaseUrl' && mode === 'production' && isWorker(variables))
    return 'DATABASE_WORKER_URL';
  return VARIABLES[field]?.[mode] ?? field;
}

function readLocal(variables: Variables) {
  const problems: string[] = [];
  const keys = readKeys(variables.REGAIN_LOCAL_KEYS, 'REGAIN_LOCAL_KEYS', problems);
  const sms = variables.REGAIN_LOCAL_SMS_URL;
  // A test may run the desk on a real Redis; everything else stays on the embedded PostgreSQL.
  const redis = variables.REGAIN_LOCAL_REDIS_URL;
  return {
    mode: 'local' as const,
    publicUrl: withoutSlash(variables.REGAIN_LOCAL_PUBLIC_URL),
    // The front door lets nothing in that came through a proxy.
    trustedProxies: 0,
    databaseUrl: variables.REGAIN_LOCAL_DATABASE_URL,
    ownerUrl: variables.REGAIN_LOCAL_OWNER_URL,
    queue: redis
      ? { kind: 'redis' as const, url: redis }
      : { kind: 'postgres' as const, url: variables.REGAIN_LOCAL_QUEUE_URL },
    smtpUrls: listOf(variables.REGAIN_LOCAL_SMTP_URL),
    smtpFrom: variables.REGAIN_LOCAL_SMTP_FROM ?? 'Regain <regain@localhost.localdomain>',
    ...(sms ? localRoutes(sms) : { voiceRoutes: [] }),
    reportsKey: variables.REGAIN_LOCAL_SESSION_SECRET,
    keys,
    sessionSecret: variables.REGAIN_LOCAL_SESSION_SECRET,
    inboxUrl: variables.REGAIN_LOCAL_INBOX_URL,
    localDir: variables.REGAIN_LOCAL_DIR,
  };
}

function readProduction(variables: Variables, problems: string[]) {
  const redis = variables.REDIS_URL;
  // Web and worker have roles of their own (R46), also where one shell starts both.
  const databaseUrl = isWorker(variables) ? variables.DATABASE_WORKER_URL : variables.DATABASE_URL;
  return {
    mode: 'production' as const,
    publicUrl: withoutSlash(variables.PUBLIC_URL),
    // An empty one is 0, and refused: an unfilled template must not pass for the default.
    trustedProxies: Number(variables.TRUSTED_PROXIES ?? '1'),
    databaseUrl,
    ownerUrl: variables.DATABASE_OWNER_URL,
    queue: redis
      ? { kind: 'redis' as const, url: redis }
      : { kind: 'postgres' as const, url: variables.DATABASE_QUEUE_URL },
    smtpUrls: listOf(variables.SMTP_URL),
    smtpFrom: variables.SMTP_FROM,
    smsRoutes: readRoutes(variables.SMS_ROUTES),
    voiceRoutes: variables.VOICE_ROUTES === undefined ? [] : readJson(variables.VOICE_ROUTES),
    reportsKey: variables.REPORTS_KEY,
    keys: readKeys(variables.REGAIN_KEYS, 'REGAIN_KEYS', problems),
    sessionSecret: variables.SESSION_SECRET,
  };
}

function isWorker(variables: Variables): boolean {
  return variables.REGAIN_PROCESS === 'worker';
}

/** "id:base64,id:base64": the first is the current one. Short keys are named, not used. */
function readKeys(text: string | undefined, variable: string, problems: string[]) {
  const all: Record<string, Buffer> = {};
  const entries = (text ?? '').split(',').filter((entry) => entry.trim() !== '');
  for (const entry of entries) {
    const [id = '', secret = ''] = entry.trim().split(':');
    const bytes = Buffer.from(secret, 'base64');
    if (!/^[a-z0-9-]{1,32}$/.test(id)) {
      problems.push(`${variable}: a key id must be 1-32 characters of a-z, 0-9 and -`);
    } else if (bytes.length < SHORTEST_KEY_BYTES) {
      problems.push(`${variable}: key "${id}" must have at least ${SHORTEST_KEY_BYTES} bytes`);
    } else if (all[id]) {
      problems.push(`${variable}: key "${id}" stands there twice`);
    } else {
      all[id] = bytes;
    }
  }
  return { current: entries[0]?.trim().split(':')[0], all };
}

function localSecretsIn(variables: Variables): string[] {
  const problems: string[] = [];
  for (const entry of (variables.REGAIN_KEYS ?? '').split(',')) {
    const [id = '', secret = ''] = entry.trim().split(':');
    if (Buffer.from(secret, 'base64').includes(LOCAL_SECRET_MARK)) {
      problems.push(`REGAIN_KEYS: key "${id}" was made for a local desk; make a new one`);
    }
  }
  for (const name of ['SESSION_SECRET', 'REPORTS_KEY']) {
    if (variables[name]?.includes(LOCAL_SECRET_MARK)) {
      problems.push(`${name}: was made for a local desk; make a new one`);
    }
  }
  return problems;
}

function readJson(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A route without a kind is Kannel's: so they were written when there was no other. */
function readRoutes(text: string | undefined): unknown {
  const routes = readJson(text);
  const withKind = (route: unknown) =>
    typeof route === 'object' && route !== null ? { kind: 'kannel', ...route } : route;
  return Array.isArray(routes) ? routes.map(withKind) : routes;
}

/** Two networks for SMS, so that "send it again" can be seen to take the other, and one that calls. */
function localRoutes(sendsms: string) {
  const account = { username: 'local', password: 'local', from: 'Regain' };
  const { origin } = new URL(sendsms);
  const twilio = { kind: 'twilio', authToken: 'local', url: origin } as const;
  return {
    smsRoutes: [
      {
        kind: 'kannel' as const,
        name: 'local',
        smsc: 'local',
        url: sendsms,
        ...account,
        priority: 1,
      },
      {
        ...twilio,
        name: 'local-other',
        accountSid: 'local-other',
        from: 'Regain',
        priority: 2,
      },
    ],
    voiceRoutes: [
      {
        ...twilio,
        name: 'local-calls',
        accountSid: 'local-calls',
        from: '+31850000000',
        priority: 1,
      },
    ],
  };
}

/** Addresses with spaces or lines between them. */
function listOf(text: string | undefined): string[] | undefined {
  return text?.split(/\s+/).filter((part) => part !== '');
}

function withoutSlash(url: string | undefined): string | undefined {
  return url?.replace(/\/+$/, '');
}

function explain(mode: Mode, problems: string[]): string {
  const head =
    mode === 'production'
      ? 'Regain does not start: these settings are missing or wrong.'
      : 'Regain does not start: it was not started by "npm start", which gives each process its addresses.';
  const hint =
    mode === 'production'
      ? 'Production is on because DATABASE_URL, SMTP_URL, PUBLIC_URL or REGAIN_ENV=production is set. Without all of them "npm start" runs everything on this machine.'
      : 'Run "npm start" for a desk on this machine, or set DATABASE_URL and its company for a real one.';
  return [head, ...problems.map((problem) => `  - ${problem}`), hint].join('\n');
}
