import { createHash, randomBytes } from 'node:crypto';
import { HANDLE_BYTES, handleFromBytes } from '../../domain/case/handle';

/**
 * UUID version 7 (RFC 9562). The time in it only keeps new rows together in an index: it comes from this
 * process, not from the desk's clock, and is never a fact about when something happened.
 */
export const newId = (): string => {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Math.floor(performance.timeOrigin + performance.now()), 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};

export const newToken = (): string => randomBytes(32).toString('base64url');

export const newHandle = (): string => handleFromBytes(randomBytes(HANDLE_BYTES));

export const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
