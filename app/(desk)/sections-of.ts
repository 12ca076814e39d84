import type { Section } from '../../components/shell/sections';
import { may } from '../../lib/domain/access/can';
import type { Permission } from '../../lib/domain/access/permissions';
import type { StaffSession } from '../session';

/** What each part of the desk asks; the pages behind them ask it again, at every call. */
const NEEDS: Record<Section, Permission> = {
  queue: 'case.read',
  approvals: 'case.approve',
  accounts: 'account.read',
  people: 'people.read',
  audit: 'audit.read',
  import: 'account.import',
};

/** The parts of the desk that are open to this person somewhere, in the order of the menu. */
export const sectionsOf = ({ caller }: StaffSession): Section[] =>
  (Object.keys(NEEDS) as Section[]).filter((section) =>
    caller.organisations.some((id) => may(caller.actor, NEEDS[section], id)),
  );
