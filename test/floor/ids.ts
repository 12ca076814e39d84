import { ORGANISATIONS } from '../../prisma/seed/people';

/** One beginning for all of them, which nothing else has: a try replaces it by its own. */
export const BEGINNING = '0190b000';

export const id = (n: number): string =>
  `${BEGINNING}-0000-7000-8000-${String(n).padStart(12, '0')}`;

export const ORGANISATION = ORGANISATIONS.zorgpunt.id;
export const CASE = `${BEGINNING}-0000-7000-8000-0000000000c1`;
export const OTHER_CASE = `${BEGINNING}-0000-7000-8000-0000000000c2`;
export const ACCOUNT = `${BEGINNING}-0000-7000-8000-0000000000a1`;
export const OPENER = {
  staffId: `${BEGINNING}-0000-7000-8000-00000000005a`,
  personId: `${BEGINNING}-0000-7000-8000-0000000000f1`,
};
