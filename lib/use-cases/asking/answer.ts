import { isJudged, type RequestVerdict } from '../../domain/asking/request';
import { isRefusal, type Refusal } from '../../domain/case/command';
import type { FoundRequest } from '../../ports/requests';
import type { CodeOf } from '../../ports/secrets';
import type { Origin } from '../../ports/world';
import { commitCase, type Ports } from '../gate';
import { commitRequest, forEachOf } from './ask';
import { type AskedDoor, CODES, codesKey, denyAsked, ENTRIES, STEP } from './door';

/** design.md §4; a policy may give fewer, which then looks like a wrong one. */
const ENTRIES_PER_CODE = 5;

/** The derivation of the code of a request; the same at sending and at checking (R13). */
export const requestCodeOf = ({ id, number, digits }: Omit<CodeOf, 'purpose'>): CodeOf => ({
  purpose: 'request',
  id,
  number,
  digits,
});

/**
 * What the screen gets for a right code: its case, and the case secret as after a first proof (R15). Without a secret
 * the desk has to look first.
 */
export type OpenedByHolder = { handle: string; screenToken: string; newSecret?: string };

type Judged = { found: FoundRequest; verdict: RequestVerdict; counts: boolean };

const judge = async (
  ports: Ports,
  origin: Origin,
  found: readonly FoundRequest[],
  code: string,
): Promise<Judged[]> => {
  const judged: Judged[] = [];
  await forEachOf(ports, origin, found, async (one) => {
    const { organisationId, ...target } = one;
    const scope = { organisations: [organisationId], actor: { kind: 'nobody' }, origin } as const;
    const read = await ports.requests.read(scope, target);
    if (!read?.request) return;
    const { id, number } = read.request;
    const matches = ports.secrets.codeMatches(requestCodeOf(read.request), code);
    const verdict = { requestId: id, number, matches };
    judged.push({ found: one, verdict, counts: isJudged(read.request, verdict, read) });
  });
  return judged;
};

const openCase = async (
  ports: Ports,
  { origin, screenToken = ports.secrets.newToken() }: AskedDoor & { screenToken?: string },
  { found: { accountId, organisationId, requestId }, verdict }: Judged,
): Promise<OpenedByHolder | Refusal> => {
  const { secrets } = ports;
  const [caseId, screenId] = [secrets.newId(), secrets.hash(screenToken)];
  const done = await commitCase(
    ports,
    {
      actor: { kind: 'holder', caseId, via: 'request', screenId },
      origin,
      organisations: [organisationId],
    },
    { accountId, requestId },
    {
      type: 'open-case',
      caseId,
      handle: secrets.newHandle(),
      symptom: '',
      asked: { verdict, screenId },
    },
  );
  if (isRefusal(done)) return done;
  const generation = done.answer.secretGeneration;
  return {
    handle: done.case.handle,
    screenToken,
    ...(generation === undefined ? {} : { newSecret: secrets.caseSecret(caseId, generation) }),
  };
};

/**
 * The code that came back on the screen that asked. Wrong, too old, used, of another screen, or never sent at all: the
 * same words at the same moment, and as many tries (R14). Only after a right one anything of the account is told.
 */
export const answerRequest = (
  ports: Ports,
  door: AskedDoor & { code: string; screenToken?: string },
): Promise<OpenedByHolder | Refusal> => {
  const { store, secrets, requests } = ports;
  const { token, code, origin } = door;
  const denied = (refusal: 'code-wrong' | 'code-used-up' | 'too-fast') =>
    denyAsked(ports, origin, 'answer-request', refusal);
  return ports.pace.inSteps(STEP, async () => {
    if (!(await store.takeTry(`request-entries ${origin.address}`, ENTRIES.most, ENTRIES.per)))
      return denied('too-fast');
    const hash = secrets.hash(token);
    const sent = Math.min(await store.tries(codesKey(hash), CODES.per), CODES.most);
    const entry = `request-entries ${hash} ${sent}`;
    if (!(await store.takeTry(entry, ENTRIES_PER_CODE, CODES.per))) return denied('code-used-up');
    const judged = await judge(ports, origin, await requests.find(hash), code);
    const right = judged.find(({ verdict, counts }) => verdict.matches && counts);
    if (right) return openCase(ports, door, right);
    await forEachOf(ports, origin, judged, ({ found, verdict }) =>
      commitRequest(ports, origin, found, {
        type: 'enter-wrong-code',
        verdict: { ...verdict, matches: false },
      }),
    );
    return denied('code-wrong');
  });
};
