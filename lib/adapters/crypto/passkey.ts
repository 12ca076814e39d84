import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import {
  COSEALG,
  decodeClientDataJSON,
  isoBase64URL,
  toHash,
} from '@simplewebauthn/server/helpers';
import type { PasskeyOf, Secrets } from '../../ports/secrets';
import { hasNoCertificate } from './attestation';
import { matchesOne } from './compare';
import { type Credential, knownTransports, readCredential } from './credential';
import type { Derivation } from './derivation';
import { isAssertion, isRegistration } from './passkey-response';

/** WebAuthn level 3 recommends 5 to 10 minutes; the vendor's one minute is too short for who must look for the key. */
const TIMEOUT = 300_000;
/** Named, so that an update of the vendor or of Node does not change what is offered. */
const ALGORITHMS = [COSEALG.ES256, COSEALG.EdDSA, COSEALG.RS256];

type Passkeys = Pick<
  Secrets,
  'passkeyRegistration' | 'passkeyRegistered' | 'passkeyChallenge' | 'passkeyVerdict'
>;

/** Passkeys and security keys, for one origin. The verdicts never throw: whatever is wrong with a response, it is a no. */
export const createPasskeys = (
  derivation: Derivation,
  site: { origin: string; rpName: string },
): Passkeys => {
  const { origin, hostname: rpID } = new URL(site.origin);
  const partsOf = ({ purpose, id, number }: PasskeyOf) => [purpose, id, number];
  const challenge = (of: PasskeyOf) =>
    new Uint8Array(derivation.current('passkey-challenge', partsOf(of)));
  const isChallenge = (of: PasskeyOf) => (said: string) =>
    matchesOne(
      derivation.each('passkey-challenge', partsOf(of)).map((mac) => mac.toString('base64url')),
      said,
    );

  return {
    passkeyRegistration: async ({ userName, userId, exclude, ...of }) =>
      generateRegistrationOptions({
        rpName: site.rpName,
        rpID,
        userName,
        // The key keeps this: hashed it is always short enough, and tells nobody our ids.
        userID: await toHash(userId),
        challenge: challenge(of),
        timeout: TIMEOUT,
        attestationType: 'none',
        excludeCredentials: namesOf(exclude),
        // The sign-in is typed anyway, so the key need not spend its little memory on it.
        authenticatorSelection: { residentKey: 'discouraged', userVerification: 'preferred' },
        supportedAlgorithmIDs: ALGORITHMS,
      }),

    passkeyRegistered: async (of, response) => {
      try {
        if (!isRegistration(response)) return undefined;
        if (isFramed(response.response.clientDataJSON)) return undefined;
        if (!hasNoCertificate(response.response.attestationObject)) return undefined;
        const { verified, registrationInfo } = await verifyRegistrationResponse({
          response,
          expectedChallenge: isChallenge(of),
          expectedOrigin: origin,
          expectedRPID: rpID,
          requireUserVerification: false,
          supportedAlgorithmIDs: ALGORITHMS,
        });
        if (!verified) return undefined;
        const { credential, credentialDeviceType } = registrationInfo;
        // One that may be copied counts as copied: it can be at any later moment.
        const synced = credentialDeviceType === 'multiDevice';
        const stored: Credential = {
          id: credential.id,
          publicKey: isoBase64URL.fromBuffer(credential.publicKey),
          counter: credential.counter,
          transports: knownTransports(credential.transports),
          synced,
        };
        return { credential: JSON.stringify(stored), synced };
      } catch {
        return undefined;
      }
    },

    passkeyChallenge: (of, credentials) =>
      generateAuthenticationOptions({
        rpID,
        challenge: challenge(of),
        timeout: TIMEOUT,
        userVerification: 'preferred',
        allowCredentials: namesOf(credentials),
      }),

    passkeyVerdict: async (of, credential, response) => {
      try {
        const stored = readCredential(credential);
        if (!stored || !isAssertion(response)) return { matches: false };
        // The vendor checks the signature against the key that it is given, not whose response it is.
        if (response.id !== stored.id) return { matches: false };
        if (isFramed(response.response.clientDataJSON)) return { matches: false };
        const { verified, authenticationInfo } = await verifyAuthenticationResponse({
          response,
          expectedChallenge: isChallenge(of),
          expectedOrigin: origin,
          expectedRPID: rpID,
          requireUserVerification: false,
          credential: {
            id: stored.id,
            publicKey: isoBase64URL.toBuffer(stored.publicKey),
            counter: stored.counter,
          },
        });
        if (!verified) return { matches: false };
        const synced = authenticationInfo.credentialDeviceType === 'multiDevice';
        if (synced !== stored.synced) return { matches: false };
        const counter = authenticationInfo.newCounter;
        return { matches: true, counter, credential: JSON.stringify({ ...stored, counter }) };
      } catch {
        return { matches: false };
      }
    },
  };
};

/** One stored text that cannot be read must not lock its owner out of the others. */
const namesOf = (credentials: readonly string[]) =>
  credentials.flatMap((text) => {
    const stored = readCredential(text);
    return stored ? [{ id: stored.id, transports: stored.transports }] : [];
  });

/** No page of ours stands in a frame of another site: there a person may be made to touch the key for what they do not see. */
const isFramed = (clientDataJSON: string): boolean => {
  const { crossOrigin, topOrigin } = decodeClientDataJSON(clientDataJSON);
  return crossOrigin === true || topOrigin !== undefined;
};
