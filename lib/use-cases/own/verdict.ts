import type { OwnVerdict } from '../../domain/account/own/command';
import type { AccountTicket } from '../../domain/account/own/own';
import type { FactorSecret } from '../../ports/store';
import { backupCodeNumber } from '../backup-codes';
import type { Ports } from '../gate';
import { sealPlaceOf } from '../holder/prove';
import { challengeOf, type OpenTicket } from './ticket';

/** What a browser shows as the second factor. */
export type ShownFactor =
  | { kind: 'code'; factorId: string; code: string }
  | { kind: 'security-key'; response: unknown }
  | { kind: 'push'; factorId: string };

/** What `Secrets` says of what was shown; `undefined` where there is nothing of this account to compare it with. */
export const verdictOf = async (
  { secrets, holders }: Ports,
  { caller, read, ticket }: OpenTicket,
  shown: ShownFactor,
): Promise<OwnVerdict | undefined> => {
  const known = await holders.secrets(caller, caller.actor.accountId);
  if (shown.kind === 'security-key') return keyVerdict(secrets, known, ticket, shown.response);
  const factor = known.find(({ id }) => id === shown.factorId);
  if (!factor) return undefined;
  const factorId = factor.id;
  if (shown.kind === 'push') return { factorId, matches: factor.kind === 'push' };
  switch (factor.kind) {
    case 'authenticator-app':
      return {
        factorId,
        ...(factor.sealed
          ? secrets.authenticatorVerdict(
              factor.sealed,
              sealPlaceOf(factorId, factor.organisationId),
              shown.code,
              read.now,
            )
          : { matches: false }),
      };
    case 'sms':
    case 'voice':
    case 'email-code': {
      const { code } = ticket;
      if (!code || code.factorId !== factorId) return { factorId, matches: false };
      const { id, number } = code;
      const digits = read.policy.codeDigits;
      const matches = secrets.codeMatches({ purpose: 'sign-in', id, number, digits }, shown.code);
      return { factorId, matches, code: { id, number } };
    }
    case 'backup-codes': {
      const number = backupCodeNumber(secrets, factorId, shown.code);
      return { factorId, matches: number !== undefined, ...(number ? { number } : {}) };
    }
    case 'temporary-pass':
      return { factorId, matches: secrets.temporaryPassMatches(factorId, shown.code) };
    default:
      return undefined;
  }
};

const keyVerdict = async (
  secrets: Ports['secrets'],
  known: readonly (FactorSecret & { id: string })[],
  ticket: AccountTicket,
  response: unknown,
): Promise<OwnVerdict | undefined> => {
  const keys = known.filter(({ kind, credential }) => kind === 'security-key' && credential);
  for (const { id: factorId, credential } of keys) {
    const verdict = await secrets.passkeyVerdict(challengeOf(ticket), credential ?? '', response);
    if (!verdict.matches) continue;
    const counts = verdict.counter !== undefined && verdict.counter > 0;
    return {
      factorId,
      matches: true,
      ...(counts ? { step: verdict.counter } : {}),
      ...(verdict.credential ? { credential: verdict.credential } : {}),
    };
  }
  return keys[0] && { factorId: keys[0].id, matches: false };
};
