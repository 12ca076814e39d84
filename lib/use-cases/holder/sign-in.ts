import type { CaseStatus } from '../../domain/case/case';
import { isRefusal, type Refusal, refuse } from '../../domain/case/command';
import type { Origin } from '../../ports/world';
import { commitCase, type Ports } from '../gate';
import { noteSignIn } from '../own/note-sign-in';
import { sealPlaceOf } from './prove';

export type HolderSignIn = {
  organisationId: string;
  accountId: string;
  factorId: string;
  code: string;
  country: string;
  device: string;
  origin: Origin;
};

/**
 * An account holder signs in with an authenticator code, each step once. A fresh second factor that is older than an
 * open case pauses that case and asks (R28).
 */
export const signInHolder = async (
  ports: Ports,
  signIn: HolderSignIn,
): Promise<{ signInId: string; pausedCaseId?: string } | Refusal> => {
  const { organisationId, accountId, factorId, code, country, device, origin } = signIn;
  const { store, secrets } = ports;
  const scope = { organisations: [organisationId], actor: { kind: 'system' } as const, origin };
  const factor = await store.factorSecret(scope, factorId);
  if (!factor?.sealed || factor.accountId !== accountId) return refuse('unknown-factor');
  const place = sealPlaceOf(factorId, factor.organisationId);
  const verdict = secrets.authenticatorVerdict(factor.sealed, place, code, await store.now());
  if (!verdict.matches || verdict.step === undefined) return refuse('code-wrong');
  const id = secrets.newId();
  const row = { id, organisationId, accountId, factorId, step: verdict.step, country, device };
  const recorded = await store.recordSignIn(scope, row);
  if (!recorded) return refuse('code-used-up');
  const asked = recorded.note && (await noteSignIn(ports, scope, recorded.note)).asked;
  return { signInId: id, ...(asked ? { pausedCaseId: asked } : {}) };
};

/** "Go on" or "not me", from the very sign-in that paused the case (R28). */
export const answerPause = async (
  ports: Ports,
  input: {
    organisationId: string;
    caseId: string;
    signInId: string;
    answer: 'go-on' | 'not-me';
    origin: Origin;
  },
): Promise<{ status: CaseStatus } | Refusal> => {
  const { organisationId, caseId, signInId, answer, origin } = input;
  if (answer !== 'go-on' && answer !== 'not-me') return refuse('invalid-input');
  const done = await commitCase(
    ports,
    {
      actor: { kind: 'holder', caseId, via: 'sign-in', signInId },
      origin,
      organisations: [organisationId],
    },
    { caseId },
    { type: 'answer-pause', answer },
  );
  return isRefusal(done) ? done : { status: done.case.status };
};
