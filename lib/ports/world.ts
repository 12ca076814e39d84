import type { Actor } from '../domain/access/roles';

/** Where a request came from: the fourth field of BIO2 8.15.01. */
export type Origin = { address: string; userAgent: string };

/** What messages and screens need of an organisation. */
export type Organisation = {
  id: string;
  name: string;
  timeZone: string;
  country: string;
  helpdeskPhone: string | null;
};

/** Whose rows a transaction may see; the database enforces it. */
export type Scope = { organisations: readonly string[]; actor: Actor; origin: Origin };
