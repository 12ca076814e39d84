import type { Account, ContactPoint } from '../account/account';
import type { Factor } from '../account/factor';
import type { RecoveryRequest } from '../asking/request';
import type { Case, Step } from '../case/case';
import type { RowChange } from '../case/command';
import type { Instant } from '../time';

/**
 * What a desk changes outside its cases, without a database: the account with what it has, what is begun for it and not yet
 * in force, and what it asked without a call. A directory may be made to lie about what it removed.
 */
export const aWorld = (start: Account, clock: () => Instant) => {
  let account = start;
  const pending = new Map<string, Factor>();
  const points = new Map<string, ContactPoint>();
  /** Passwords that cases set, and that are in force. */
  const passwords = new Set<string>();
  const requests = new Map<string, RecoveryRequest>();
  /** What the directory says that it removed and did not. */
  const stubborn = new Set<string>();

  const factors = (change: (factor: Factor) => Factor): undefined => {
    account = { ...account, factors: account.factors.map(change) };
  };

  /** What the directory does with one step. */
  const changeDirectory = (change: Step['change'], caseId: string): undefined => {
    const only = (id: string, next: (factor: Factor) => Factor): undefined =>
      factors((factor) => (factor.id === id ? next(factor) : factor));
    switch (change.kind) {
      case 'disable-factor':
        return only(change.factorId, (factor) => ({ ...factor, disabledAt: clock() }));
      case 'enable-factor':
        return only(change.factorId, ({ disabledAt: _, ...factor }) => factor);
      case 'remove-factor':
        if (stubborn.has(change.factorId)) return;
        return only(change.factorId, (factor) => ({ ...factor, removedAt: clock() }));
      case 'add-contact-point': {
        const point =
          points.get(change.contactPointId) ??
          account.contactPoints.find(({ id }) => id === change.contactPointId);
        if (!point) throw new Error(`contact point ${change.contactPointId} was never begun`);
        const others = account.contactPoints.filter(({ id }) => id !== point.id);
        const { removedAt: _, ...begun } = point;
        const added = { ...begun, addedAt: clock(), givenByCase: caseId };
        account = { ...account, contactPoints: [...others, added] };
        return;
      }
      case 'remove-contact-point':
        if (stubborn.has(change.contactPointId)) return;
        account = {
          ...account,
          contactPoints: account.contactPoints.map((point) =>
            point.id === change.contactPointId ? { ...point, removedAt: clock() } : point,
          ),
        };
        return;
      case 'restore-contact-point':
        account = {
          ...account,
          contactPoints: account.contactPoints.map((point) => {
            if (point.id !== change.contactPointId) return point;
            const { removedAt: _, ...restored } = point;
            return restored;
          }),
        };
        return;
      case 'set-password':
        passwords.add(change.settingId);
        return;
      case 'unset-password':
        passwords.delete(change.settingId);
        return;
      case 'end-recovery-contact':
        account = {
          ...account,
          recoveryContacts: account.recoveryContacts.map((contact) =>
            contact.id === change.contactId
              ? { ...contact, endedAt: clock(), end: 'stopped' as const }
              : contact,
          ),
        };
        return;
      case 'remove-backup-codes':
        return factors((f) =>
          f.kind === 'backup-codes' && f.givenByCase !== caseId ? { ...f, removedAt: clock() } : f,
        );
      case 'confirm-factor': {
        const factor = pending.get(change.factorId);
        if (!factor) throw new Error(`factor ${change.factorId} was never begun`);
        pending.delete(change.factorId);
        const confirmed = { ...factor, addedAt: clock(), givenByCase: caseId };
        account = { ...account, factors: [...account.factors, confirmed] };
        return;
      }
      case 'revoke-devices':
        account = { ...account, trustedDevices: stubborn.has('devices') ? 1 : 0 };
        return;
      case 'end-sessions':
        account = { ...account, openSessions: stubborn.has('sessions') ? 1 : 0 };
        return;
      case 'read-back':
        throw new Error('reading back changes nothing');
    }
  };

  /** What is written beside a case, in its commit. */
  const changeRow = (row: RowChange, caseId: string): undefined => {
    switch (row.kind) {
      case 'directory':
        return changeDirectory(row.change, caseId);
      case 'pending-factor': {
        const { factorId: id, factorKind: kind, label, contactPointId } = row;
        const to = contactPointId ? { contactPointId } : {};
        pending.set(id, { id, kind, label, addedAt: clock(), ...to });
        return;
      }
      case 'pending-point': {
        const { words: _, ...point } = row.point;
        points.set(point.id, { ...point, source: 'case', addedAt: clock(), accountsWithIt: 1 });
        return;
      }
      case 'pending-password':
        return;
      case 'factor-credential': {
        const factor = pending.get(row.factorId);
        if (factor) pending.set(row.factorId, { ...factor, synced: row.synced });
        return;
      }
      case 'factor-step': {
        const factor = pending.get(row.factorId);
        if (factor) pending.set(row.factorId, { ...factor, lastStep: row.step });
        return factors((f) => (f.id === row.factorId ? { ...f, lastStep: row.step } : f));
      }
      case 'backup-code-used':
        return factors((f) =>
          f.id === row.factorId ? { ...f, usedCodes: [...(f.usedCodes ?? []), row.number] } : f,
        );
      case 'contact-point-refused':
        account = {
          ...account,
          contactPoints: account.contactPoints.map((point) => {
            if (point.id !== row.contactPointId) return point;
            const { refusedAt: _, ...live } = point;
            return row.refused ? { ...live, refusedAt: clock() } : live;
          }),
        };
        return;
      case 'request-answered': {
        const answered = requests.get(row.requestId);
        if (answered) requests.set(answered.id, { ...answered, answeredAt: clock() });
        return;
      }
      case 'note':
        return;
    }
  };

  /** What the directory still has of all that was to go. */
  const readBack = (c: Case): string[] => {
    const there = (id: string) => account.factors.some((f) => f.id === id && !f.removedAt);
    const codesLeft = account.factors.some(
      (f) => f.kind === 'backup-codes' && !f.removedAt && f.givenByCase !== c.id,
    );
    return [
      ...(c.plan?.going.factorIds ?? []).filter(there),
      ...(c.plan?.going.contactPointIds ?? []).filter((id) =>
        account.contactPoints.some((point) => point.id === id && !point.removedAt),
      ),
      ...(c.plan?.going.backupCodes && codesLeft ? ['backup-codes'] : []),
      ...(account.trustedDevices > 0 ? ['devices'] : []),
      ...(account.openSessions > 0 ? ['sessions'] : []),
    ];
  };

  return {
    account: () => account,
    changeAccount: (change: (account: Account) => Account): void => {
      account = change(account);
    },
    changeRow,
    readBack,
    passwords,
    requests,
    stubborn,
  };
};
