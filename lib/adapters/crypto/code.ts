import type { CodeOf } from '../../ports/secrets';
import { matchesOne } from './compare';
import type { Derivation } from './derivation';
import { withoutSeparators } from './typed-text';

/** 64 bits before the remainder: at 8 digits no code is likelier than another by more than 1 in 10¹¹. */
const digitsOf = (mac: Buffer, digits: number): string =>
  (mac.readBigUInt64BE(0) % 10n ** BigInt(digits)).toString().padStart(digits, '0');

const partsOf = ({ purpose, id, number, digits }: CodeOf) => {
  // The limits of design §4: fewer can be guessed, more are typed wrongly.
  if (!(digits >= 6 && digits <= 8)) throw new RangeError('a code has 6 to 8 digits');
  return [purpose, id, number, digits];
};

/** Typed codes, derived when they are sent and again when they are checked, stored nowhere (R13). */
export const createCodes = (derivation: Derivation) => ({
  code: (of: CodeOf): string => digitsOf(derivation.current('code', partsOf(of)), of.digits),

  codeMatches: (of: CodeOf, entered: string): boolean =>
    matchesOne(
      derivation.each('code', partsOf(of)).map((mac) => digitsOf(mac, of.digits)),
      withoutSeparators(entered),
    ),

  /** Under the current key only: a screen shows it anew each time, so after a rotation it is read once more. */
  screenNumber: (caseId: string, screenId: string): string =>
    digitsOf(derivation.current('screen-number', [caseId, screenId]), 6),
});
