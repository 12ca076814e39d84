import type { Step } from '../domain/case/case';
import type { Instant } from '../domain/time';
import type { Scope } from './world';

/** What has to be gone. What came after it was taken away is the holder's own doing, and stays. */
export type Going = {
  factorIds: string[];
  contactPointIds?: string[];
  backupCodes: boolean;
  /** What this case gave: new backup codes are not the old ones, and the browser that a push asks is not an old one. */
  newFactorIds?: string[];
  /** Those from before they were revoked or ended; all of them where that has not happened. */
  devices?: { before?: Instant };
  sessions?: { before?: Instant };
};

/** Where accounts live. The built-in directory changes rows in the transaction of the done-mark. */
export interface Directory {
  readonly name: string;
  /** True when a change commits together with its done-mark, so that its outcome is never unknown (R30). */
  readonly transactional: boolean;
  /** Carries out one change elsewhere. Not called for a transactional directory. */
  perform(accountId: string, change: Step['change']): Promise<'done' | 'refused'>;
  /** Reads back what of these is still there: ids of factors and contact points, `backup-codes`, `devices`, `sessions`. */
  readBack(scope: Scope, accountId: string, going: Going): Promise<string[]>;
}
