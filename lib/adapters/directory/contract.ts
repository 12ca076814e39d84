import assert from 'node:assert/strict';
import type { Step } from '../../domain/case/case';
import type { Directory, Going } from '../../ports/directory';
import type { Scope } from '../../ports/world';

/** A directory with one account: two factors, backup codes, a trusted device and a session. */
export type DirectoryUnderTest = {
  directory: Directory;
  scope: Scope;
  accountId: string;
  factorIds: readonly [string, string];
  /** Makes a change in the way in which this directory makes them. */
  change(change: Step['change']): Promise<void>;
};

const NOTHING: Going = { factorIds: [], backupCodes: false };

/**
 * What every directory promises, whoever wrote it: a case completes on what it reads back (R31). Each adapter's test
 * runs all of them.
 */
export const DIRECTORY_PROMISES: Record<string, (d: DirectoryUnderTest) => Promise<void>> = {
  'reads back everything that is there': async (d) => {
    const left = await d.directory.readBack(d.scope, d.accountId, everything(d));
    assert.deepEqual(
      left.toSorted(),
      ['backup-codes', 'devices', 'sessions', ...d.factorIds].toSorted(),
    );
  },
  'reads back nothing that was not asked for': async (d) => {
    const [one] = d.factorIds;
    const read = (going: Partial<Going>) =>
      d.directory.readBack(d.scope, d.accountId, { ...NOTHING, ...going });
    assert.deepEqual(await read({}), []);
    assert.deepEqual(await read({ factorIds: [one] }), [one]);
    assert.deepEqual(await read({ devices: {} }), ['devices']);
  },
  'does not read back what was never there': async (d) => {
    const going = { ...NOTHING, factorIds: ['0190a000-0000-7000-8000-00000000dead'] };
    assert.deepEqual(await d.directory.readBack(d.scope, d.accountId, going), []);
  },
  'takes away what it is told to, and nothing else': async (d) => {
    const [one, other] = d.factorIds;
    await d.change({ kind: 'remove-factor', factorId: one });
    await d.change({ kind: 'remove-backup-codes' });
    await d.change({ kind: 'revoke-devices' });
    const left = await d.directory.readBack(d.scope, d.accountId, everything(d));
    assert.deepEqual(left.toSorted(), ['sessions', other].toSorted());
    await d.change({ kind: 'end-sessions' });
    await d.change({ kind: 'remove-factor', factorId: other });
    assert.deepEqual(await d.directory.readBack(d.scope, d.accountId, everything(d)), []);
  },
  'still has what is only switched off': async (d) => {
    const [one] = d.factorIds;
    const going = { ...NOTHING, factorIds: [one] };
    await d.change({ kind: 'disable-factor', factorId: one });
    assert.deepEqual(await d.directory.readBack(d.scope, d.accountId, going), [one]);
    await d.change({ kind: 'enable-factor', factorId: one });
    assert.deepEqual(await d.directory.readBack(d.scope, d.accountId, going), [one]);
  },
  'says how a change went, unless it makes changes in the transaction of the done-mark': async (
    d,
  ) => {
    const perform = async () => d.directory.perform(d.accountId, { kind: 'end-sessions' });
    if (d.directory.transactional) return assert.rejects(perform);
    assert.ok(['done', 'refused'].includes(await perform()));
  },
};

const everything = ({ factorIds }: DirectoryUnderTest): Going => ({
  factorIds: [...factorIds],
  backupCodes: true,
  devices: {},
  sessions: {},
});
