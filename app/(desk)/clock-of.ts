import type { DeskClock } from '../../components/ui/instant';
import type { StaffSession } from '../session';

/** The clock of pages that belong to no organisation in particular: the zone of the first one, else the Netherlands'. */
export const clockOf = ({ now, memberships }: StaffSession): DeskClock => ({
  now,
  timeZone: memberships[0]?.timeZone ?? 'Europe/Amsterdam',
});
