import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { HANDLE_BYTES, handleFromBytes } from '../../domain/case/handle';

/**
 * UUID version 7 (RFC 9562). The time in it only keeps new rows together in an index: it comes from this
 * process, not from the desk's clock, and is never a fact about when something happened.
 */
export const newId = (): string => {
  const time = Math.floor(performance.timeOrigin + performance.now())
    .toString(16)
    .padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
};

export const newToken = (): string => randomBytes(32).toString('base64url');

export const newHandle = (): string => handleFromBytes(randomBytes(HANDLE_BYTES));

export const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
