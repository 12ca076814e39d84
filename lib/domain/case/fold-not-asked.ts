import type { CaseEvent, Recorded } from '../audit/event';
import { codeIdOf } from '../challenge/code-about';
import type { Instant } from '../time';
import type { Case } from './case';

/** More than anybody is sent in the time in which a code can be reported. */
const CODES_KEPT = 200;

/** A code that is past its time is neither sent nor taken; one that is past it already stays as it was. */
const over = <T extends { expiresAt: Instant }>(code: T, at: Instant): T =>
  code.expiresAt > at ? { ...code, expiresAt: at } : code;

/** The code is dead, if it is still the newest; the proof or the enrolment that it was for goes on (R43). */
export const foldNotAsked = (
  c: Case,
  { about, at }: Recorded<Extract<CaseEvent, { type: 'code-not-asked' }>>,
): Case => {
  const codes = [...(c.notAsked?.codes ?? []), codeIdOf(about)].slice(-CODES_KEPT);
  const next: Case = { ...c, notAsked: { ...c.notAsked, codes } };
  if (about.kind === 'enrolment' && c.enrolment?.code?.id === about.codeId)
    return { ...next, enrolment: { ...c.enrolment, code: over(c.enrolment.code, at) } };
  if (about.kind !== 'challenge') return next;
  return {
    ...next,
    proofs: c.proofs.map((proof) =>
      proof.challenge?.id === about.challengeId
        ? { ...proof, challenge: over(proof.challenge, at) }
        : proof,
    ),
  };
};

/** The pause of a report is over, or made way for another: from here on the case has a day to itself (R43). */
export const withReportSlept = (c: Case, at: Instant): Case =>
  c.pause?.reason === 'not-asked' && c.notAsked
    ? { ...c, notAsked: { ...c.notAsked, endedAt: at } }
    : c;

/** Neither a report nor what time makes of it keeps an idle case alive. */
export const isOfReport = (e: CaseEvent): boolean =>
  e.type === 'code-not-asked' ||
  (e.type === 'case-paused' && e.pause.reason === 'not-asked') ||
  (e.type === 'case-resumed' && e.by === 'time');
