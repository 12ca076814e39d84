import { type Refusal, type RefusalCode, refuse } from '../../domain/case/command';
import { hours, minutes, seconds } from '../../domain/time';
import type { Origin } from '../../ports/world';
import type { Ports } from '../gate';

/** What a screen that asks for recovery brings along: the token that it got when it asked, and where it stands. */
export type AskedDoor = { token: string; origin: Origin };

/**
 * Every answer comes at a whole step: a known name costs a lock, a load and some rows, together some 20 ms; an unknown
 * one two look-ups. Both end well within one step, so that the answer comes at the same moment (R14).
 */
export const STEP = seconds(1) / 4;

/** R13: wishes, of whatever names, from one network address; a whole office may sit behind it. */
export const WISHES = { most: 20, per: hours(1) };
/** Codes for one screen, whether its name is somebody's or not. */
export const CODES = { most: 3, per: hours(1) };
/** Entries of codes from one network address. */
export const ENTRIES = { most: 60, per: minutes(10) };

/** What a screen has asked for: as many codes, whether any was sent or not. */
export const codesKey = (hash: string): string => `request-codes ${hash}`;

/** What is refused for everybody alike is told and on record, under nobody's account (R42). */
export const denyAsked = async (
  { store }: Ports,
  origin: Origin,
  action: 'ask-recovery' | 'answer-request',
  code: RefusalCode,
): Promise<Refusal> => {
  await store.deny({ actor: { kind: 'nobody' }, origin, action, code });
  return refuse(code);
};

/** The work that a name which is somebody's would cost. */
export const workNothing = async ({ store, secrets }: Ports, origin: Origin): Promise<void> => {
  await store.read(
    { organisations: [], actor: { kind: 'nobody' }, origin },
    { accountId: secrets.newId() },
  );
};
