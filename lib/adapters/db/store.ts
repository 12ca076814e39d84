import type pg from 'pg';
import type { Store } from '../../ports/store';
import { deskNow } from '../clock/clock';
import { commitCase } from './commit';
import { denialsOf } from './denials';
import { effectsOf } from './effects';
import { loadForReading } from './load';
import { lookupsOf } from './lookups';
import { inScope, isUuid } from './scope';

/** PostgreSQL behind the port `Store`. */
export const createStore = (pool: pg.Pool, newId: () => string): Store => ({
  commitCase: (request) => commitCase(pool, request),
  deny: denialsOf(pool, newId),
  now: () => deskNow(pool),
  async read(scope, target) {
    const id = 'caseId' in target ? target.caseId : target.accountId;
    if (!isUuid(id)) return undefined;
    return inScope(pool, scope, (client) => loadForReading(client, target));
  },
  ...effectsOf(pool),
  ...lookupsOf(pool, newId),
});
