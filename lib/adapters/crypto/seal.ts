import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { SealPlace } from '../../ports/secrets';
import type { Derivation } from './derivation';

const VERSION = 'v1';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Fixed order, whatever the order of the fields in the object was. */
const placeBytes = ({ table, column, row, organisation }: SealPlace): Buffer =>
  Buffer.from(JSON.stringify([VERSION, table, column, row, organisation]));

/**
 * AES-256-GCM as `v1.<key id>.<nonce>.<ciphertext and tag>`. The place is authenticated with it, so that a
 * seed copied to another row or organisation does not open there (R45); the key id says which key opens it
 * after a rotation.
 */
export const createSeal = (derivation: Derivation) => ({
  seal: (plain: string, place: SealPlace): string => {
    const keyId = derivation.currentKeyId;
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', derivation.keyFor(keyId, 'seal'), nonce);
    cipher.setAAD(placeBytes(place));
    const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return [VERSION, keyId, nonce.toString('base64url'), body.toString('base64url')].join('.');
  },

  /** Throws when the text was changed, came from another place, or its key is gone: none of these is an answer. */
  unseal: (sealed: string, place: SealPlace): string => {
    const [version, keyId, nonceText, bodyText, ...rest] = sealed.split('.');
    if (version !== VERSION || !keyId || !nonceText || !bodyText || rest.length > 0) {
      throw new Error('this is no sealed text');
    }
    const nonce = bytesOf(nonceText);
    const body = bytesOf(bodyText);
    if (nonce.length !== NONCE_BYTES || body.length < TAG_BYTES) {
      throw new Error('this is no sealed text');
    }
    const decipher = createDecipheriv('aes-256-gcm', derivation.keyFor(keyId, 'seal'), nonce, {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(placeBytes(place));
    decipher.setAuthTag(body.subarray(-TAG_BYTES));
    const plain = decipher.update(body.subarray(0, -TAG_BYTES));
    return Buffer.concat([plain, decipher.final()]).toString('utf8');
  },
});

/** Node skips characters that are not base64url and ignores spare bits: a changed text would open. One text, one meaning. */
const bytesOf = (text: string): Buffer => {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.toString('base64url') !== text) throw new Error('this is no sealed text');
  return bytes;
};
