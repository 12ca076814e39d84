import { approve, askApproval, decline, renewEnrolment } from './approving';
import { openAskedCase } from './asking';
import type { Case } from './case';
import { chooseMeasures, finishRunbook, openCase, reportLoss, takeCase } from './collecting';
import { type CaseCommand, type CommandOf, type Decision, type Refusal, refuse } from './command';
import { type Deadline, deadlines } from './deadlines';
import { claimStep, endStuck, performStep, reportReadBack, reportStep } from './executing';
import type { Facts } from './facts';
import { noteNotAsked } from './not-asked';
import {
  enterCode,
  nameIdentityChecker,
  offerScreen,
  proveWithFactor,
  recordIdentityCheck,
  sendChallenge,
  showSecret,
} from './proving';
import { confirmEnrolment, sendEnrolmentCode, startEnrolment } from './setting-up';
import { answerPause, cancel, decideAfterVeto, noteSignIn, resumeCase, veto } from './stopping';
import { askContact, showContactCode, vouchFor } from './vouching';
import { reportMessage, startClock } from './waiting';
import { wake } from './wake';

const ENDS: readonly Deadline['what'][] = ['case-expires', 'pause-ends'];

/** What time has ended is ended for people at once, also when the clock that says so rings late. A no is never late. */
const isOver = (c: Case, command: CaseCommand, { actor, now }: Facts): boolean => {
  const no =
    command.type === 'veto' ||
    // What somebody says of a code is kept in any case; whether it still stops anything, the rule looks at itself.
    command.type === 'note-not-asked' ||
    (command.type === 'answer-pause' && command.answer === 'not-me');
  if (actor.kind === 'system' || no) return false;
  return deadlines(c).some(({ what, at }) => ENDS.includes(what) && at <= now);
};

/** The desk opens a case for a caller; the account holder by the code of an own request (R42). */
const open = (command: CommandOf<'open-case'>, facts: Facts): Decision | Refusal => {
  if (facts.actor.kind !== 'holder') return openCase(command, facts);
  return command.asked ? openAskedCase(command, command.asked, facts) : refuse('not-allowed');
};

/**
 * What a command does to a case: a decision, or a refusal that changes nothing.
 * Pure: everything it may know is in `facts`. Whether the actor may ask at all is `can`, before this.
 */
export const decide = (
  c: Case | undefined,
  command: CaseCommand,
  facts: Facts,
): Decision | Refusal => {
  if (command.type === 'open-case') return c ? refuse('wrong-status') : open(command, facts);
  if (!c) return refuse('not-found');
  if (isOver(c, command, facts)) return refuse('wrong-status', { status: c.status });
  switch (command.type) {
    case 'take-case':
      return takeCase(c, facts);
    case 'finish-runbook':
      return finishRunbook(c, command);
    case 'choose-measures':
      return chooseMeasures(c, command, facts);
    case 'ask-contact':
      return askContact(c, command, facts);
    case 'show-contact-code':
      return showContactCode(c, command, facts);
    case 'vouch':
      return vouchFor(c, command, facts);
    case 'send-challenge':
      return sendChallenge(c, command, facts);
    case 'enter-code':
      return enterCode(c, command, facts);
    case 'prove-with-factor':
      return proveWithFactor(c, command, facts);
    case 'offer-screen':
      return offerScreen(c, command);
    case 'show-secret':
      return showSecret(c, command);
    case 'report-loss':
      return reportLoss(c, command, facts);
    case 'name-identity-checker':
      return nameIdentityChecker(c, command, facts);
    case 'record-identity-check':
      return recordIdentityCheck(c, command, facts);
    case 'ask-approval':
      return askApproval(c, facts);
    case 'approve':
      return approve(c, command, facts);
    case 'decline':
      return decline(c, command, facts);
    case 'renew-enrolment':
      return renewEnrolment(c, command, facts);
    case 'cancel':
      return cancel(c, command, facts);
    case 'start-clock':
      return startClock(c, facts);
    case 'veto':
      return veto(c, facts);
    case 'note-sign-in':
      return noteSignIn(c, command, facts);
    case 'answer-pause':
      return answerPause(c, command, facts);
    case 'note-not-asked':
      return noteNotAsked(c, command, facts);
    case 'resume-case':
      return resumeCase(c, facts);
    case 'start-enrolment':
      return startEnrolment(c, command, facts);
    case 'send-enrolment-code':
      return sendEnrolmentCode(c, command, facts);
    case 'confirm-enrolment':
      return confirmEnrolment(c, command, facts);
    case 'wake':
      return wake(c, facts);
    case 'perform-step':
      return performStep(c, command, facts);
    case 'claim-step':
      return claimStep(c, command, facts);
    case 'report-step':
      return reportStep(c, command, facts);
    case 'report-read-back':
      return reportReadBack(c, command, facts);
    case 'report-message':
      return reportMessage(c, command, facts);
    case 'end-stuck':
      return endStuck(c, command, facts);
    case 'decide-after-veto':
      return decideAfterVeto(c, command, facts);
  }
};
