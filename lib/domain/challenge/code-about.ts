/**
 * What a code was sent for: whoever says "I did not ask for this" says it about this (R43). Ids only; a link is traced
 * back to it by its hash.
 */
export type CodeAbout =
  /** A proof in a case. */
  | { kind: 'challenge'; caseId: string; proofId: string; challengeId: string }
  /** A sign-in to the own pages that is under way. */
  | { kind: 'sign-in'; ticketHash: string; codeId: string }
  /** A number, a mailbox or a factor that is to be added on the own pages. */
  | { kind: 'confirming'; sessionId: string; codeId: string }
  /** A new factor or contact point that a case gives. */
  | { kind: 'enrolment'; caseId: string; codeId: string }
  /** A request for recovery without a call (R42). */
  | { kind: 'request'; requestId: string }
  /** A set of backup codes that was sent by SMS: once, so that the set says which message it was. */
  | { kind: 'backup-codes'; factorId: string };

export type CodeKind = CodeAbout['kind'];

/** The one code: a second report about it says nothing new. */
export const codeIdOf = (about: CodeAbout): string => {
  if (about.kind === 'challenge') return about.challengeId;
  if (about.kind === 'backup-codes') return about.factorId;
  return about.kind === 'request' ? about.requestId : about.codeId;
};
