import { createHmac, hkdfSync } from 'node:crypto';

/** `current` names the key that new values get; the others only check and open what is older. */
export type Keys = { current: string; all: Record<string, Buffer> };

/** Each purpose has a key of its own, so that a value made for one never serves another. */
export type Purpose =
  | 'code'
  | 'link-token'
  | 'link-code'
  | 'case-secret'
  | 'temporary-pass'
  | 'screen-number'
  | 'passkey-challenge'
  | 'seal';

export type Derivation = {
  currentKeyId: string;
  /** Throws for a key id that is not there: without its key nothing can be opened. */
  keyFor(keyId: string, purpose: Purpose): Buffer;
  /** 32 bytes under the current key: for what is being sent or shown. */
  current(purpose: Purpose, parts: readonly Part[]): Buffer;
  /** The same under every key: what was sent before a rotation must work for as long as it lives. */
  each(purpose: Purpose, parts: readonly Part[]): Buffer[];
};

type Part = string | number;

const SHORTEST_KEY_BYTES = 32;
const SALT = 'regain-derivation-v1';

/** Refuses keys that would make everything guessable or unreadable: none, short, or with an id that a sealed text cannot carry. */
export const createDerivation = (keys: Keys): Derivation => {
  const roots = new Map(Object.entries(keys.all));
  if (!roots.has(keys.current)) throw new Error(`there is no key "${keys.current}"`);
  for (const [id, root] of roots) {
    if (!/^[a-z0-9-]{1,32}$/.test(id)) throw new Error(`"${id}" is no key id`);
    if (root.length < SHORTEST_KEY_BYTES) throw new Error(`the key "${id}" is too short`);
  }

  const derived = new Map<string, Buffer>();
  const keyFor = (keyId: string, purpose: Purpose): Buffer => {
    const name = `${keyId}/${purpose}`;
    const known = derived.get(name);
    if (known) return known;
    const root = roots.get(keyId);
    if (!root) throw new Error('the key that this was made with is not there');
    const key = Buffer.from(hkdfSync('sha256', root, SALT, purpose, 32));
    derived.set(name, key);
    return key;
  };

  const mac = (keyId: string, purpose: Purpose, parts: readonly Part[]): Buffer =>
    createHmac('sha256', keyFor(keyId, purpose)).update(encode(parts)).digest();

  return {
    currentKeyId: keys.current,
    keyFor,
    current: (purpose, parts) => mac(keys.current, purpose, parts),
    each: (purpose, parts) => [...roots.keys()].map((keyId) => mac(keyId, purpose, parts)),
  };
};

/** As JSON, because joined texts run together: ("a1", 2) and ("a", 12) must differ. NaN and fractions would not stay apart. */
const encode = (parts: readonly Part[]): string => {
  for (const part of parts) {
    if (typeof part === 'number' && !(Number.isSafeInteger(part) && part >= 0)) {
      throw new RangeError('only whole numbers from 0 can be derived from');
    }
  }
  return JSON.stringify(parts);
};
