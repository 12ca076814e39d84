import type { Actor } from '../domain/access/roles';

/** Who reads, from where, and whose rows the transaction may see: a `Caller` fits. */
export type Reader = {
  readonly actor: Actor;
  readonly origin: { address: string; userAgent: string };
  readonly organisations: readonly string[];
};
