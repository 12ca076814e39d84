import { afterAll, beforeAll, describe, it } from 'vitest';
import { ORGANISATIONS } from '../../../prisma/seed/people';
import { openDesk, type TestDesk } from '../../../test/desk';
import { holderOf } from '../../../test/desk-over';
import { newHolder } from '../../../test/new-holder';
import { look } from '../../../test/superuser';
import type { CaseWrite } from '../../ports/store';
import type { Scope } from '../../ports/world';
import { writeRows } from '../db/row-changes';
import { inScope } from '../db/scope';
import { DIRECTORY_PROMISES, type DirectoryUnderTest } from './contract';
import { scriptedDirectory } from './testing/scripted';

const SCOPE: Scope = {
  organisations: [ORGANISATIONS.zorgpunt.id],
  actor: { kind: 'system' },
  origin: { address: 'worker', userAgent: 'test' },
};

const PROMISES = Object.entries(DIRECTORY_PROMISES);

describe('the directories keep their promises', () => {
  let d: TestDesk;
  beforeAll(async () => {
    d = await openDesk();
  });
  afterAll(() => d.close());

  const builtIn = async (): Promise<DirectoryUnderTest> => {
    const { accountId, appId = '' } = holderOf(d, await newHolder(d));
    const [sms] = await look<{ id: string }>(
      d,
      `SELECT id FROM factor WHERE account_id = $1 AND kind = 'sms'`,
      [accountId],
    );
    return {
      directory: d.workerPorts.directory,
      scope: SCOPE,
      accountId,
      factorIds: [appId, sms?.id ?? ''],
      async change(change) {
        const read = await d.workerPorts.store.read(SCOPE, { accountId });
        const write = {
          account: read?.account,
          case: { id: accountId },
          rows: [{ kind: 'directory', change }],
        };
        await inScope(d.workerPool, SCOPE, (client) =>
          writeRows(client, write as unknown as CaseWrite, read?.now ?? ''),
        );
      },
    };
  };

  const scripted = async (): Promise<DirectoryUnderTest> => {
    const factorIds = ['app', 'sms'] as const;
    const { directory } = scriptedDirectory({ factorIds });
    return {
      directory,
      scope: SCOPE,
      accountId: 'account',
      factorIds,
      async change(change) {
        await directory.perform('account', change);
      },
    };
  };

  it.each(PROMISES)('the built-in one %s', async (_name, holds) => holds(await builtIn()));
  it.each(PROMISES)('the scripted one %s', async (_name, holds) => holds(await scripted()));
});
