import type { OwnVerdict } from '../../domain/account/own/command';
import type { AccountTicket } from '../../domain/account/own/own';
import type { PasskeyOf } from '../../ports/secrets';
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
  if (!factor) return standInVerdict(secrets, { read, ticket }, shown);
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
    case 'email-code':
      return sentVerdict(secrets, { read, ticket }, { factorId, entered: shown.code });
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

type Under = Pick<OpenTicket, 'read' | 'ticket'>;

/** Of the code under way for this sign-in, if it went out for this factor. */
const sentVerdict = (
  secrets: Ports['secrets'],
  { read, ticket }: Under,
  { factorId, entered }: { factorId: string; entered: string },
): OwnVerdict => {
  const { code } = ticket;
  if (code?.factorId !== factorId) return { factorId, matches: false };
  const { id, number } = code;
  const digits = read.policy.codeDigits;
  const matches = secrets.codeMatches({ purpose: 'sign-in', id, number, digits }, entered);
  return { factorId, matches, code: { id, number } };
};

/** A contact point that stands in for a second factor has its own id for one (decision 0012). */
const standInVerdict = (
  secrets: Ports['secrets'],
  under: Under,
  shown: Exclude<ShownFactor, { kind: 'security-key' }>,
): OwnVerdict | undefined => {
  const factorId = under.read.account.contactPoints.find(({ id }) => id === shown.factorId)?.id;
  return factorId && shown.kind === 'code'
    ? sentVerdict(secrets, under, { factorId, entered: shown.code })
    : undefined;
};

/** What one key says to a challenge. One that never counts has no step. */
export const keyShown = async (
  secrets: Ports['secrets'],
  challenge: PasskeyOf,
  key: string,
  response: unknown,
): Promise<Pick<OwnVerdict, 'matches' | 'step' | 'credential'>> => {
  const { matches, counter, credential } = await secrets.passkeyVerdict(challenge, key, response);
  if (!matches) return { matches };
  return {
    matches,
    ...(counter !== undefined && counter > 0 ? { step: counter } : {}),
    ...(credential ? { credential } : {}),
  };
};

const keyVerdict = async (
  secrets: Ports['secrets'],
  known: readonly (FactorSecret & { id: string })[],
  ticket: AccountTicket,
  response: unknown,
): Promise<OwnVerdict | undefined> => {
  const keys = known.filter(({ kind, credential }) => kind === 'security-key' && credential);
  for (const { id: factorId, credential } of keys) {
    const shown = await keyShown(secrets, challengeOf(ticket), credential ?? '', response);
    if (shown.matches) return { factorId, ...shown };
  }
  return keys[0] && { factorId: keys[0].id, matches: false };
};
