import { between, minutes } from '../../time';
import type { AccountChange } from './account-change';
import { sendBackupCodes } from './codes-by-sms';
import {
  type OwnCommand,
  type OwnCommandOf,
  type OwnDecision,
  type OwnFacts,
  type OwnRefusal,
  refuseOwn,
} from './command';
import { confirmAnew, sendAnewCode } from './confirm-anew';
import { enterConfirmingCode, sendConfirmingCode } from './confirming';
import { reportNotAsked } from './not-asked';
import { answerPush, askPush } from './push';
import {
  confirmReadiness,
  endOwnSession,
  preferFactor,
  revokeOwnDevice,
  signOutEverywhere,
} from './security';
import { enterSecondFactor, sendSignInCode, skipSecondFactor } from './signing-in';
import { cancelWaitingChange, changeAccount } from './waiting-change';

/** design.md §4: how old the last second factor may be for what changes the account. */
const FRESH = minutes(5);

/**
 * What each command asks of whoever issues it: a ticket (the password was right), a session, a session in which a
 * second factor was shown just now, or a trusted device, which the rule itself looks at. A command that is missing here does not compile.
 */
const DOORS: Record<OwnCommand['type'], 'ticket' | 'session' | 'fresh' | 'device' | 'link'> = {
  'send-sign-in-code': 'ticket',
  'enter-second-factor': 'ticket',
  'skip-second-factor': 'ticket',
  'report-not-asked': 'link',
  'ask-push': 'ticket',
  'answer-push': 'device',
  'change-account': 'fresh',
  'send-confirming-code': 'fresh',
  'enter-confirming-code': 'session',
  'send-anew-code': 'fresh',
  'confirm-anew': 'fresh',
  'send-backup-codes': 'fresh',
  'cancel-waiting-change': 'session',
  'end-own-session': 'session',
  'sign-out-everywhere': 'session',
  'revoke-own-device': 'session',
  'prefer-factor': 'fresh',
  'confirm-readiness': 'session',
  'invite-contact': 'fresh',
  'end-contact': 'fresh',
};

/** Whether a second factor was shown in this session just now. Screens ask the same. */
export const isFreshSession = ({ session, now }: Pick<OwnFacts, 'session' | 'now'>): boolean =>
  session?.authenticatedAt !== undefined && between(session.authenticatedAt, now) <= FRESH;

const closed = (command: OwnCommand, facts: OwnFacts): OwnRefusal | undefined => {
  const door = DOORS[command.type];
  // Over a message's own link, which the use case looked up: what is said there is kept whatever became of the account.
  if (door === 'link') return undefined;
  if (facts.account.disabled) return refuseOwn('signed-out');
  if (door === 'device') return undefined;
  if (door === 'ticket') return facts.ticket ? undefined : refuseOwn('ticket-over');
  if (!facts.session) return refuseOwn('signed-out');
  return door === 'fresh' && !isFreshSession(facts) ? refuseOwn('reauthenticate') : undefined;
};

/** Who may vouch changes like the rest of the account: at once, or after its wait (R32). */
const ofContact = (
  command: OwnCommandOf<'invite-contact' | 'end-contact'>,
): Extract<AccountChange, { kind: 'invite-contact' | 'end-contact' }> => {
  if (command.type === 'end-contact') return { kind: command.type, contactId: command.contactId };
  const { type: kind, contactId, name, address } = command;
  return { kind, contactId, name, address };
};

/**
 * What a command of the account holder does to the own account: a decision, or a refusal that changes nothing. Pure;
 * the actor is the holder of this very account, as the ticket or the session says.
 */
export const decideOwn = (command: OwnCommand, facts: OwnFacts): OwnDecision | OwnRefusal => {
  const refused = closed(command, facts);
  if (refused) return refused;
  switch (command.type) {
    case 'send-sign-in-code':
      return sendSignInCode(command, facts);
    case 'enter-second-factor':
      return enterSecondFactor(command, facts);
    case 'report-not-asked':
      return reportNotAsked(command, facts);
    case 'skip-second-factor':
      return skipSecondFactor(command, facts);
    case 'change-account':
      return changeAccount(command, facts);
    case 'send-confirming-code':
      return sendConfirmingCode(command, facts);
    case 'enter-confirming-code':
      return enterConfirmingCode(command, facts);
    case 'send-anew-code':
      return sendAnewCode(command, facts);
    case 'confirm-anew':
      return confirmAnew(command, facts);
    case 'send-backup-codes':
      return sendBackupCodes(command, facts);
    case 'cancel-waiting-change':
      return cancelWaitingChange(command, facts);
    case 'end-own-session':
      return endOwnSession(command, facts);
    case 'sign-out-everywhere':
      return signOutEverywhere(facts);
    case 'revoke-own-device':
      return revokeOwnDevice(command, facts);
    case 'prefer-factor':
      return preferFactor(command, facts);
    case 'confirm-readiness':
      return confirmReadiness(command);
    case 'ask-push':
      return askPush(command, facts);
    case 'answer-push':
      return answerPush(command, facts);
    case 'invite-contact':
    case 'end-contact':
      return changeAccount({ type: 'change-account', change: ofContact(command) }, facts);
  }
};
