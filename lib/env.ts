import { z } from 'zod';

/**
 * The only reader of process.env. Parsed at the first call of env(), never at import: a parse at the
 * top of a module would fail `next build`, which has no secrets and needs none.
 */

export type Mode = 'local' | 'production';
type Variables = Readonly<Record<string, string | undefined>>;

export interface SmsRoute {
  name: string;
  url: string;
  username: string;
  password: string;
  from: string;
  /** Lower goes first. */
  priority: number;
}

export interface Env {
  mode: Mode;
  /** No slash at its end. Links are made from this, never from a Host header (R48). */
  publicUrl: string;
  databaseUrl: string;
  /** Only where the process was given it: migrations, seed, set-up. */
  ownerUrl?: string;
  queue: { kind: 'postgres'; url: string } | { kind: 'redis'; url: string };
  smtpUrl: string;
  smtpFrom: string;
  smsRoutes: SmsRoute[];
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
      problems.push(`${variableOf(mode, issue.path)}: ${issue.message}`);
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

const smsRoute = z.object({
  name: z.string().min(1),
  url: z.url({ protocol: /^https?$/ }),
  username: z.string(),
  password: z.string(),
  from: z.string().min(1),
  priority: z.number().int(),
});

const shape = z.object({
  mode: z.enum(['local', 'production']),
  publicUrl: z.url({ protocol: /^https?$/, error: 'is missing or no http(s) address' }),
  databaseUrl: postgresUrl,
  ownerUrl: postgresUrl.optional(),
  queue: z.union(
    [
      z.object({ kind: z.literal('postgres'), url: postgresUrl }),
      z.object({ kind: z.literal('redis'), url: z.string().regex(/^rediss?:\/\//) }),
    ],
    { error: 'is missing: a postgres:// address of regain_queue, or REDIS_URL' },
  ),
  smtpUrl: z.string({ error: 'is missing' }).regex(/^smtps?:\/\//, 'must be a smtp:// address'),
  smtpFrom: z.string({ error: 'is missing' }).regex(/@/, 'must hold an e-mail address'),
  smsRoutes: z.array(smsRoute, { error: 'is missing or no JSON list of routes' }),
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
});

/** Field of Env → the variable an operator has to look at. */
const VARIABLES: Record<string, { local: string; production: string }> = {
  publicUrl: { local: 'REGAIN_LOCAL_PUBLIC_URL', production: 'PUBLIC_URL' },
  databaseUrl: { local: 'REGAIN_LOCAL_DATABASE_URL', production: 'DATABASE_URL' },
  ownerUrl: { local: 'REGAIN_LOCAL_OWNER_URL', production: 'DATABASE_OWNER_URL' },
  queue: { local: 'REGAIN_LOCAL_QUEUE_URL', production: 'DATABASE_QUEUE_URL' },
  smtpUrl: { local: 'REGAIN_LOCAL_SMTP_URL', production: 'SMTP_URL' },
  smtpFrom: { local: 'REGAIN_LOCAL_SMTP_FROM', production: 'SMTP_FROM' },
  smsRoutes: { local: 'REGAIN_LOCAL_SMS_URL', production: 'SMS_ROUTES' },
  keys: { local: 'REGAIN_LOCAL_KEYS', production: 'REGAIN_KEYS' },
  sessionSecret: { local: 'REGAIN_LOCAL_SESSION_SECRET', production: 'SESSION_SECRET' },
  inboxUrl: { local: 'REGAIN_LOCAL_INBOX_URL', production: 'PUBLIC_URL' },
  localDir: { local: 'REGAIN_LOCAL_DIR', production: 'PUBLIC_URL' },
};

function variableOf(mode: Mode, path: PropertyKey[]): string {
  const field = String(path[0] ?? '');
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
    databaseUrl: variables.REGAIN_LOCAL_DATABASE_URL,
    ownerUrl: variables.REGAIN_LOCAL_OWNER_URL,
    queue: redis
      ? { kind: 'redis' as const, url: redis }
      : { kind: 'postgres' as const, url: variables.REGAIN_LOCAL_QUEUE_URL },
    smtpUrl: variables.REGAIN_LOCAL_SMTP_URL,
    smtpFrom: variables.REGAIN_LOCAL_SMTP_FROM ?? 'Regain <regain@localhost.localdomain>',
    smsRoutes: sms
      ? [
          {
            name: 'local',
            url: sms,
            username: 'local',
            password: 'local',
            from: 'Regain',
            priority: 1,
          },
        ]
      : undefined,
    keys,
    sessionSecret: variables.REGAIN_LOCAL_SESSION_SECRET,
    inboxUrl: variables.REGAIN_LOCAL_INBOX_URL,
    localDir: variables.REGAIN_LOCAL_DIR,
  };
}

function readProduction(variables: Variables, problems: string[]) {
  const redis = variables.REDIS_URL;
  // Web and worker have roles of their own (R46), also where one shell starts both.
  const databaseUrl =
    variables.REGAIN_PROCESS === 'worker'
      ? (variables.DATABASE_WORKER_URL ?? variables.DATABASE_URL)
      : variables.DATABASE_URL;
  return {
    mode: 'production' as const,
    publicUrl: withoutSlash(variables.PUBLIC_URL),
    databaseUrl,
    ownerUrl: variables.DATABASE_OWNER_URL,
    queue: redis
      ? { kind: 'redis' as const, url: redis }
      : { kind: 'postgres' as const, url: variables.DATABASE_QUEUE_URL },
    smtpUrl: variables.SMTP_URL,
    smtpFrom: variables.SMTP_FROM,
    smsRoutes: readJson(variables.SMS_ROUTES),
    keys: readKeys(variables.REGAIN_KEYS, 'REGAIN_KEYS', problems),
    sessionSecret: variables.SESSION_SECRET,
  };
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
  if (variables.SESSION_SECRET?.includes(LOCAL_SECRET_MARK)) {
    problems.push('SESSION_SECRET: was made for a local desk; make a new one');
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
