import { generateSecret, generateURI, verifySync } from 'otplib';
import type { Instant } from '../../domain/time';
import type { SealPlace, Secrets } from '../../ports/secrets';
import { withoutSeparators } from './typed-text';

const STEP_SECONDS = 30;
const DIGITS = 6;
/** 160 bits, the length that RFC 4226 recommends. */
const SEED_BYTES = 20;

type Sealing = Pick<Secrets, 'seal' | 'unseal'>;

/** The address that an app reads from the QR code. It holds the seed: for the holder's own screen, and no log (R45). */
const addressOf = (seed: string, label: string, issuer: string): string =>
  generateURI({ secret: seed, label: withoutColon(label), issuer: withoutColon(issuer) });

/** A colon parts issuer and account in this address: an app would show half of either as the other. */
const withoutColon = (text: string): string => text.replaceAll(':', ' ');

/** RFC 6238 with SHA-1, 6 digits and 30 s: the one form that every authenticator app knows. The seed is sealed as base32 text. */
export const createAuthenticators = ({ seal, unseal }: Sealing) => ({
  newAuthenticator: (place: SealPlace, label: string, issuer: string) => {
    const seed = generateSecret({ length: SEED_BYTES });
    return { sealed: seal(seed, place), uri: addressOf(seed, label, issuer) };
  },

  authenticatorUri: (sealed: string, place: SealPlace, label: string, issuer: string) => {
    const secret = unseal(sealed, place);
    return { uri: addressOf(secret, label, issuer), secret };
  },

  /** A wrong code is an answer; a seed that does not open is a fault, and throws. */
  authenticatorVerdict: (
    sealed: string,
    place: SealPlace,
    code: string,
    now: Instant,
  ): { matches: boolean; step?: number } => {
    const secret = unseal(sealed, place);
    const token = withoutSeparators(code);
    if (!/^[0-9]{6}$/.test(token)) return { matches: false };
    const verdict = verifySync({
      secret,
      token,
      epoch: Math.floor(Date.parse(now) / 1000),
      epochTolerance: STEP_SECONDS,
      period: STEP_SECONDS,
      digits: DIGITS,
      algorithm: 'sha1',
    });
    if (!verdict.valid || !('timeStep' in verdict)) return { matches: false };
    return { matches: true, step: verdict.timeStep };
  },
});
