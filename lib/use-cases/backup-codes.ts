import { BACKUP_CODES } from '../domain/account/own/signing-in';
import type { Secrets } from '../ports/secrets';

/** The codes of this set, in groups: shown once, to be kept. */
export const backupCodes = (secrets: Pick<Secrets, 'linkCode'>, factorId: string): string[] =>
  Array.from({ length: BACKUP_CODES }, (_, i) =>
    secrets.linkCode({ purpose: 'backup-code', id: factorId, number: i + 1 }),
  );

/** Which code of this set was typed, if any; whether it was used before is for the rules to say. */
export const backupCodeNumber = (
  secrets: Pick<Secrets, 'linkMatches'>,
  factorId: string,
  typed: string,
): number | undefined =>
  Array.from({ length: BACKUP_CODES }, (_, i) => i + 1).find((number) =>
    secrets.linkMatches({ purpose: 'backup-code', id: factorId, number }, typed),
  );
