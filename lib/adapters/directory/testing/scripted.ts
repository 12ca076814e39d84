import type { Step } from '../../../domain/case/case';
import type { Directory } from '../../../ports/directory';

/**
 * How a change goes: `lost`, made but its answer never came; `down`, not made and no answer; `lies`, said to be made and
 * not made.
 */
export type Manner = 'well' | 'refused' | 'lost' | 'down' | 'lies';

/** A directory elsewhere, in memory, that does what a test tells it to: changes there do not commit with ours. */
export const scriptedDirectory = (start: { factorIds: readonly string[] }) => {
  const factors = new Set(start.factorIds);
  const rest = new Set(['backup-codes', 'devices', 'sessions']);
  const calls: Step['change'][] = [];
  let manner: (change: Step['change']) => Manner = () => 'well';

  const make = (change: Step['change']): void => {
    if (change.kind === 'remove-factor') factors.delete(change.factorId);
    if (change.kind === 'confirm-factor') factors.add(change.factorId);
    if (change.kind === 'remove-backup-codes') rest.delete('backup-codes');
    if (change.kind === 'revoke-devices') rest.delete('devices');
    if (change.kind === 'end-sessions') rest.delete('sessions');
  };

  const directory: Directory = {
    name: 'scripted',
    transactional: false,
    async perform(_accountId, change) {
      calls.push(change);
      const how = manner(change);
      if (how === 'well' || how === 'lost') make(change);
      if (how === 'lost' || how === 'down') throw new Error('no answer');
      return how === 'refused' ? 'refused' : 'done';
    },
    async readBack(_scope, _accountId, going) {
      const asked = [
        ...(going.backupCodes ? ['backup-codes'] : []),
        ...(going.devices ? ['devices'] : []),
        ...(going.sessions ? ['sessions'] : []),
      ];
      return [
        ...going.factorIds.filter((id) => factors.has(id)),
        ...asked.filter((what) => rest.has(what)),
      ];
    },
  };
  return {
    directory,
    calls,
    /** Changes go so from here on. */
    behave(next: (change: Step['change']) => Manner): void {
      manner = next;
    },
    /** Somebody puts it right, or does it by hand, in the directory itself. */
    byHand: make,
  };
};
