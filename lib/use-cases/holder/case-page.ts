import type { CaseStatus } from '../../domain/case/case';
import { isRefusal, type Refusal, refuse } from '../../domain/case/command';
import { minutes } from '../../domain/time';
import type { Origin } from '../../ports/world';
import { commitCase, type Ports } from '../gate';
import { denyEntered, enter, type HolderDoor } from './door';

/** Shows a number on this screen that the recorder of an identity check can type (R6). */
export const offerScreen = async (
  ports: Ports,
  door: HolderDoor,
): Promise<{ number: string; screenToken: string } | Refusal> => {
  const entered = await enter(ports, door);
  if (isRefusal(entered)) return entered;
  const { caller, caseId, screenId, screenToken } = entered;
  const done = await commitCase(ports, caller, { caseId }, { type: 'offer-screen', screenId });
  if (isRefusal(done)) return done;
  return { number: ports.secrets.screenNumber(caseId, screenId), screenToken };
};

/** Shows the case secret once, on the screen that an identity check gave it to (R15). */
export const showSecret = async (
  ports: Ports,
  door: HolderDoor,
): Promise<{ newSecret: string } | Refusal> => {
  const entered = await enter(ports, door);
  if (isRefusal(entered)) return entered;
  const { caller, caseId, screenId } = entered;
  const done = await commitCase(ports, caller, { caseId }, { type: 'show-secret', screenId });
  if (isRefusal(done)) return done;
  const generation = done.answer.secretGeneration;
  return generation === undefined
    ? refuse('nothing-to-do')
    : { newSecret: ports.secrets.caseSecret(caseId, generation) };
};

/** A written-down case secret, typed on another screen. It has 130 bits: a wrong one is only told so. */
export const typeSecret = async (
  ports: Ports,
  door: HolderDoor,
  { secret }: { secret: string },
): Promise<{ secret: string } | Refusal> => {
  const entered = await enter(ports, { ...door, secret });
  if (isRefusal(entered)) return entered;
  const { secretGeneration } = entered.caller.actor;
  return secretGeneration === undefined
    ? denyEntered(ports, entered, 'type-secret', 'secret-needed')
    : { secret: ports.secrets.caseSecret(entered.caseId, secretGeneration) };
};

export const reportLoss = async (
  ports: Ports,
  door: HolderDoor,
  { ids }: { ids: string[] },
): Promise<Record<string, never> | Refusal> => {
  const entered = await enter(ports, door);
  if (isRefusal(entered)) return entered;
  const { caller, caseId } = entered;
  const done = await commitCase(ports, caller, { caseId }, { type: 'report-loss', ids });
  return isRefusal(done) ? done : {};
};

/** The no of whoever stands before the holder's page; needs no sign-in (R26). */
export const veto = async (
  ports: Ports,
  door: HolderDoor,
): Promise<{ status: CaseStatus } | Refusal> => {
  const entered = await enter(ports, door);
  if (isRefusal(entered)) return entered;
  const { caller, caseId } = entered;
  const done = await commitCase(ports, caller, { caseId }, { type: 'veto' });
  return isRefusal(done) ? done : { status: done.case.status };
};

/** Typed codes come with spaces, dashes and small letters; tokens come whole. */
const hashesOf = ({ secrets }: Ports, presented: string): string[] => {
  const whole = presented.trim();
  const typed = whole.replace(/[\s-]/g, '').toUpperCase().replaceAll('O', '0');
  return [whole, typed].map((text) => secrets.hash(text));
};

/** The no by the link, or the typed code, of a message. It knows over which contact point it came (R26, R27). */
export const vetoByLink = async (
  ports: Ports,
  { presented, origin }: { presented: string; origin: Origin },
): Promise<{ status: CaseStatus } | Refusal> => {
  const { store } = ports;
  // A right token is never refused for what others tried from this address: a veto cannot be kept from its owner.
  const found = await store.findLink(hashesOf(ports, presented));
  if (!found) {
    const allowed = await store.takeTry(`link ${origin.address}`, 30, minutes(10));
    const code = allowed ? 'not-found' : 'too-fast';
    await store.deny({ actor: { kind: 'nobody' }, origin, action: 'veto', code });
    return refuse('not-found');
  }
  const { caseId, organisationId, contactPointId } = found;
  const done = await commitCase(
    ports,
    {
      actor: { kind: 'holder', caseId, via: 'link', contactPointId },
      origin,
      organisations: [organisationId],
    },
    { caseId },
    { type: 'veto' },
  );
  return isRefusal(done) ? done : { status: done.case.status };
};
