import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

/** What a test may bend. By default everything is as an honest device-bound key on an honest browser would have it. */
export type Bent = {
  origin?: string;
  rpId?: string;
  challenge?: string;
  counter?: number;
  type?: string;
  userPresent?: boolean;
  backupEligible?: boolean;
  backedUp?: boolean;
  crossOrigin?: boolean;
  topOrigin?: string;
  format?: string;
  certificates?: boolean;
  id?: string;
};

const sha256 = (data: Uint8Array | string): Buffer => createHash('sha256').update(data).digest();
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const fieldOf = (options: unknown, name: string): unknown =>
  typeof options === 'object' && options !== null
    ? (options as Record<string, unknown>)[name]
    : undefined;

/** A security key in software: EC P-256, its signatures and its CBOR made here, not by the code under test. */
export const softwareAuthenticator = (site: { origin: string; rpId: string }) => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = publicKey.export({ format: 'jwk' });
  const credentialId = randomBytes(32);
  const id = text(credentialId);

  const cosePublicKey = isoCBOR.encode(
    new Map<number, number | Uint8Array<ArrayBuffer>>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(jwk.x ?? '', 'base64url'))],
      [-3, new Uint8Array(Buffer.from(jwk.y ?? '', 'base64url'))],
    ]),
  );

  const clientData = (type: string, options: unknown, bent: Bent): Buffer =>
    Buffer.from(
      JSON.stringify({
        type: bent.type ?? type,
        challenge: bent.challenge ?? fieldOf(options, 'challenge'),
        origin: bent.origin ?? site.origin,
        crossOrigin: bent.crossOrigin ?? false,
        ...(bent.topOrigin === undefined ? {} : { topOrigin: bent.topOrigin }),
      }),
    );

  const authenticatorData = (bent: Bent, attested: Buffer): Buffer => {
    const flags =
      (bent.userPresent === false ? 0 : 0x01) |
      0x04 |
      (bent.backupEligible ? 0x08 : 0) |
      (bent.backedUp ? 0x10 : 0) |
      (attested.length > 0 ? 0x40 : 0);
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(bent.counter ?? 0);
    return Buffer.concat([sha256(bent.rpId ?? site.rpId), Buffer.from([flags]), counter, attested]);
  };

  const signed = (data: Buffer, client: Buffer): Buffer =>
    sign('sha256', Buffer.concat([data, sha256(client)]), privateKey);

  return {
    id,

    register: (options: unknown, bent: Bent = {}) => {
      const client = clientData('webauthn.create', options, bent);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(credentialId.length);
      const data = authenticatorData(
        bent,
        Buffer.concat([Buffer.alloc(16), length, credentialId, cosePublicKey]),
      );
      const statement = new Map<
        string,
        number | Uint8Array<ArrayBuffer> | Uint8Array<ArrayBuffer>[]
      >();
      if (bent.format === 'packed') {
        statement.set('alg', -7);
        statement.set('sig', new Uint8Array(signed(data, client)));
        if (bent.certificates) statement.set('x5c', [new Uint8Array(randomBytes(64))]);
      }
      const attestation = isoCBOR.encode(
        new Map<string, string | typeof statement | Uint8Array<ArrayBuffer>>([
          ['fmt', bent.format ?? 'none'],
          ['attStmt', statement],
          ['authData', new Uint8Array(data)],
        ]),
      );
      return {
        id: bent.id ?? id,
        rawId: bent.id ?? id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: text(client),
          attestationObject: text(attestation),
          transports: ['usb', 'nfc', 'telepathy'],
        },
      };
    },

    answer: (options: unknown, bent: Bent = {}) => {
      const client = clientData('webauthn.get', options, bent);
      const data = authenticatorData(bent, Buffer.alloc(0));
      return {
        id: bent.id ?? id,
        rawId: bent.id ?? id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: text(client),
          authenticatorData: text(data),
          signature: text(signed(data, client)),
        },
      };
    },
  };
};
