import { isOwnRefusal, type OwnCodeAbout } from '../../domain/account/own/command';
import { isRefusal, type Refusal, refuse } from '../../domain/case/command';
import type { CodeAbout } from '../../domain/challenge/code-about';
import { minutes } from '../../domain/time';
import type { CodeLink } from '../../ports/code-links';
import type { Origin } from '../../ports/world';
import { commitRequest } from '../asking/ask';
import { linkHashes } from '../contact/links';
import { commitCase, type Ports } from '../gate';
import { commitOwn, ownCaller } from '../own/commit-own';

const TRIES = { most: 30, per: minutes(10) };

const ofCase = (about: CodeAbout): about is Exclude<CodeAbout, OwnCodeAbout> =>
  about.kind === 'challenge' || about.kind === 'enrolment';

type Report = { link: CodeLink; origin: Origin };

/** What the code was for is over, and the account remembers the report. */
const recordOwn = async (
  ports: Ports,
  { link, origin }: Report,
  about: OwnCodeAbout,
): Promise<boolean> => {
  const { accountId, organisationId, contactPointId } = link;
  if (about.kind === 'request') {
    const request = { accountId, organisationId, requestId: about.requestId };
    await commitRequest(ports, origin, request, { type: 'end-request' });
  }
  const ticket = about.kind === 'sign-in' ? { ticketHash: about.ticketHash } : {};
  const caller = ownCaller({ accountId, organisationId }, origin, ticket);
  const done = await commitOwn(
    ports,
    { ...caller, actor: { ...caller.actor, via: 'link' } },
    { type: 'report-not-asked', about, ...(contactPointId ? { contactPointId } : {}) },
  );
  return !isOwnRefusal(done);
};

/** The case keeps it, the code is dead, and the one case that may give access stands still for a while. */
const recordAtCase = async (
  ports: Ports,
  { link, origin }: Report,
  caseId: string,
): Promise<boolean> => {
  const { organisationId, contactPointId, about } = link;
  const over = contactPointId ? { contactPointId } : {};
  const done = await commitCase(
    ports,
    {
      actor: { kind: 'holder', caseId, via: 'link', ...over },
      origin,
      organisations: [organisationId],
    },
    { caseId },
    { type: 'note-not-asked', about, ...over },
  );
  return !isRefusal(done);
};

/**
 * "I did not ask for this", by the link or the typed code of a message (R43). Whoever says so learns nothing and gets
 * nothing: the answer is the same whatever it did, and the same again when it is said twice. A link that is unknown and
 * one that is too old look alike (R14).
 */
export const reportNotAsked = async (
  ports: Ports,
  { presented, origin }: { presented: string; origin: Origin },
): Promise<Record<string, never> | Refusal> => {
  const { store, secrets, codeLinks } = ports;
  // A right one is never refused for what others tried from this address: the first word is the owner's.
  const link = presented ? await codeLinks.find(linkHashes(secrets, presented)) : undefined;
  if (!link) {
    const allowed = await store.takeTry(`not-asked ${origin.address}`, TRIES.most, TRIES.per);
    const code = allowed ? 'not-found' : 'too-fast';
    await store.deny({ actor: { kind: 'nobody' }, origin, action: 'report-not-asked', code });
    return refuse('not-found');
  }
  const report = { link, origin };
  const { about, accountId, organisationId } = link;
  const recorded = ofCase(about)
    ? await recordAtCase(ports, report, about.caseId)
    : await recordOwn(ports, report, about);
  if (!recorded) return refuse('not-found');
  const scope = { actor: { kind: 'system' }, origin, organisations: [organisationId] } as const;
  const open = (await store.read(scope, { accountId }))?.account.guard.accessCaseId;
  // Said about another code of the account, it holds for its open case as well. Whoever says it twice finds it said.
  if (open && !(ofCase(about) && about.caseId === open)) await recordAtCase(ports, report, open);
  return {};
};
