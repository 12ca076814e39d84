import pino from 'pino';

type Ids = Readonly<Record<string, string | number | undefined>>;

export interface Log {
  said(what: string, ids?: Ids): void;
  /** One line for one fault. The same fault without ids is said at most every half minute. */
  fault(fault: string, ids: Ids, error: unknown): void;
}

const SAID_AT_MOST_EVERY = 30_000;

/** Errors that are written for an operator and hold nothing else. */
const SPEAKING = new Set(['EnvironmentProblem', 'DatabaseRefused', 'SchemaMigrationRequiredError']);

/** A second wall behind `bare`: were one of these ever handed in as an id, it would not be printed. */
const NEVER = [
  'address',
  'body',
  'data',
  'password',
  'secret',
  'seed',
  'text',
  'to',
  'token',
  'url',
];

export function openLog(to: pino.DestinationStream = pino.destination({ fd: 1, sync: true })): Log {
  const out = pino(
    {
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
      redact: { paths: NEVER, remove: true },
    },
    to,
  );
  const quiet = new Map<string, { until: number; again: number }>();

  return {
    said: (what, ids = {}) => out.info(ids, what),
    fault(fault, ids, error) {
      const about = Object.keys(ids).length > 0;
      const known = quiet.get(fault);
      if (!about && known && known.until > performance.now()) {
        known.again += 1;
        return;
      }
      const again = about ? undefined : known?.again || undefined;
      if (!about) quiet.set(fault, { until: performance.now() + SAID_AT_MOST_EVERY, again: 0 });
      out.error({ again, ...ids, error: bare(error) }, fault);
    },
  };
}

/**
 * Kind, code and place of an error, never its words: a refused mail quotes the address, a database
 * error the value (R45).
 */
function bare(error: unknown) {
  if (!(error instanceof Error)) return { kind: typeof error };
  const { code } = error as Error & { code?: unknown };
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  return {
    kind: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    ...(SPEAKING.has(error.name) ? { says: error.message } : {}),
    at: frames.slice(0, 3).map((line) => line.trim()),
  };
}
