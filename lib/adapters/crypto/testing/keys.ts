import type { Keys } from '../derivation';

/** Two keys, as they stand after one rotation. */
export const OLD_KEY = Buffer.alloc(32, 1);
export const NEW_KEY = Buffer.alloc(32, 2);

export const beforeRotation: Keys = { current: 'k1', all: { k1: OLD_KEY } };
export const afterRotation: Keys = { current: 'k2', all: { k2: NEW_KEY, k1: OLD_KEY } };
export const afterDropping: Keys = { current: 'k2', all: { k2: NEW_KEY } };
