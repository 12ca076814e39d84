import type { SealPlace } from '../../ports/secrets';

/** Where a staff member's seed is sealed to: it belongs to no organisation. */
export const staffFactorPlace = (factorId: string): SealPlace => ({
  table: 'staff_factor',
  column: 'sealed',
  row: factorId,
  organisation: '',
});
