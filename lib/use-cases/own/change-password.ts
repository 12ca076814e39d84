import { type OwnRefusal, refuseOwn } from '../../domain/account/own/command';
import { isFreshSession } from '../../domain/account/own/decide-own';
import {
  hasSecondFactor,
  type PasswordProblem,
  passwordProblem,
} from '../../domain/account/own/password';
import type { Ports } from '../gate';
import { denyOwn } from './commit-own';
import { type Changed, wish } from './security';
import type { HolderSession } from './session';

/**
 * A new password, judged and hashed before the account is locked: argon2 takes its time. Whoever is not freshly signed
 * in costs no hash.
 */
export const changePassword = async (
  ports: Ports,
  { caller, read, session }: Pick<HolderSession, 'caller' | 'read' | 'session'>,
  { password }: { password: string },
): Promise<Changed | { problem: PasswordProblem } | OwnRefusal> => {
  if (!isFreshSession({ session, now: read.now }))
    return denyOwn(ports, caller, 'change-account', refuseOwn('reauthenticate'));
  const { account, organisation } = read;
  const problem = passwordProblem(password, {
    secondFactor: hasSecondFactor(account),
    about: [account.signIn, account.displayName, organisation.name],
  });
  if (problem) return { problem };
  const passwordHash = await ports.secrets.hashPassword(password);
  return wish(ports, caller, { kind: 'change-password', passwordHash });
};
