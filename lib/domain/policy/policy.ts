import { type Duration, days, hours, minutes } from '../time';

/** What an organisation asks for each measure. Numbers and their hard limits: see `limits.ts`. */
export type Policy = {
  version: number;
  codeDigits: number;
  emailCodeLife: Duration;
  phoneCodeLife: Duration;
  entriesPerCode: number;
  entriesPerProof: number;
  codesPerHour: number;
  contactPointAge: Duration;
  waitFactor: Duration;
  /** A contact point or the password: also after an identity check in person (decision 0010). */
  waitHeavy: Duration;
  /** After an identity check in person: factors and backup codes / a temporary pass. */
  waitInPerson: Duration;
  waitInPersonPass: Duration;
  /** No independent channel: two different contact points gave the proofs / any other case (R25). */
  waitNoChannelTwoPoints: Duration;
  waitNoChannel: Duration;
  /** From a recovery contact's yes until its word counts (R41). */
  recoveryContactWait: Duration;
  recoveryContactsPerAccount: number;
  /** The caller may read one code out to the agent (R9). */
  readingOutAllowed: boolean;
  /** Codes by e-mail may be a second factor. */
  emailCodesAllowed: boolean;
  /** The holder may have new backup codes sent by SMS. */
  backupCodesBySms: boolean;
  /** Proofs that this organisation does not accept. */
  refusedProofs: string[];
};

/** Every number of a policy with its default and its hard limits; `stricter` says which way is safer. */
type NumberKey = {
  [K in keyof Policy]: Policy[K] extends number ? K : never;
}[keyof Policy];

type Bound = { default: number; min: number; max: number; stricter: 'higher' | 'lower' };

/** design.md §4; NIST SP 800-63B-4 §4.2.1.2 for the lives of codes, §3.2.2 for the entries. */
export const BOUNDS: Record<Exclude<NumberKey, 'version'>, Bound> = {
  codeDigits: { default: 6, min: 6, max: 8, stricter: 'higher' },
  emailCodeLife: { default: minutes(10), min: minutes(5), max: hours(24), stricter: 'lower' },
  phoneCodeLife: { default: minutes(10), min: minutes(2), max: minutes(10), stricter: 'lower' },
  entriesPerCode: { default: 5, min: 3, max: 5, stricter: 'lower' },
  entriesPerProof: { default: 10, min: 3, max: 10, stricter: 'lower' },
  codesPerHour: { default: 3, min: 1, max: 3, stricter: 'lower' },
  contactPointAge: { default: days(7), min: days(7), max: days(90), stricter: 'higher' },
  waitFactor: { default: hours(48), min: hours(24), max: days(30), stricter: 'higher' },
  waitHeavy: { default: days(7), min: hours(72), max: days(30), stricter: 'higher' },
  waitInPerson: { default: hours(4), min: hours(1), max: days(30), stricter: 'higher' },
  waitInPersonPass: { default: hours(1), min: hours(1), max: days(30), stricter: 'higher' },
  waitNoChannelTwoPoints: { default: hours(72), min: hours(72), max: days(30), stricter: 'higher' },
  waitNoChannel: { default: days(7), min: hours(72), max: days(30), stricter: 'higher' },
  recoveryContactWait: { default: days(7), min: days(1), max: days(7), stricter: 'higher' },
  recoveryContactsPerAccount: { default: 5, min: 1, max: 10, stricter: 'lower' },
};

const NUMBERS = Object.keys(BOUNDS) as (keyof typeof BOUNDS)[];

export const defaultPolicy = (): Policy => ({
  version: 1,
  ...(Object.fromEntries(NUMBERS.map((key) => [key, BOUNDS[key].default])) as Record<
    keyof typeof BOUNDS,
    number
  >),
  readingOutAllowed: false,
  emailCodesAllowed: true,
  backupCodesBySms: false,
  refusedProofs: [],
});

/** As it was stored: a version that is older than a setting has the default for it. */
export const storedPolicy = (stored: Partial<Policy> | null | undefined): Policy => ({
  ...defaultPolicy(),
  ...stored,
});

/** The names of the settings that lie outside their hard limits; a policy with any cannot be used. */
export const outOfBounds = (policy: Policy): (keyof typeof BOUNDS)[] =>
  NUMBERS.filter((key) => policy[key] < BOUNDS[key].min || policy[key] > BOUNDS[key].max);

/** Setting by setting the safer of two versions: what a case uses when its policy changed under way (R23). */
export const stricterOf = (a: Policy, b: Policy): Policy => {
  const numbers = NUMBERS.map((key) => [
    key,
    BOUNDS[key].stricter === 'higher' ? Math.max(a[key], b[key]) : Math.min(a[key], b[key]),
  ]);
  return {
    version: Math.max(a.version, b.version),
    ...(Object.fromEntries(numbers) as Record<keyof typeof BOUNDS, number>),
    readingOutAllowed: a.readingOutAllowed && b.readingOutAllowed,
    emailCodesAllowed: a.emailCodesAllowed && b.emailCodesAllowed,
    backupCodesBySms: a.backupCodesBySms && b.backupCodesBySms,
    refusedProofs: [...new Set([...a.refusedProofs, ...b.refusedProofs])].sort(),
  };
};
