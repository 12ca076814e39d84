import { importAccounts } from './accounts/import-accounts';
import { previewImport } from './accounts/preview-import';
import { exportImportReport, readImport } from './accounts/read-import';
import { unmask } from './accounts/unmask';
import { answerRequest } from './asking/answer';
import { askRecovery, askRecoveryAgain } from './asking/ask';
import * as staff from './case/staff';
import * as contact from './contact/answer';
import { inviteContactFor } from './contact/invite-for';
import { readContactPage } from './contact/links';
import { vouch } from './contact/vouch';
import type { Ports } from './gate';
import * as casePage from './holder/case-page';
import * as confirmEnrolment from './holder/confirm-enrolment';
import * as enrol from './holder/enrol';
import { findHandle } from './holder/find-handle';
import * as prove from './holder/prove';
import * as signIn from './holder/sign-in';
import { reportNotAsked } from './not-asked/report';
import * as ownPasswordChange from './own/change-password';
import * as ownAddress from './own/confirm-address';
import * as ownAnew from './own/confirm-anew';
import * as ownNewFactor from './own/new-factor';
import * as ownPassword from './own/password';
import * as pausedCase from './own/paused-case';
import * as ownPush from './own/push';
import * as ownContacts from './own/recovery-contacts';
import * as ownFactor from './own/second-factor';
import * as ownSecurity from './own/security';
import * as ownSession from './own/session';
import { performEffect } from './perform-effect';
import { refuseReport, reportDelivery } from './report-delivery';
import { ringAlarm } from './ring-alarm';
import { endMembership } from './staff/end-membership';
import * as factors from './staff/factors';
import * as password from './staff/password';
import * as secondFactor from './staff/second-factor';
import * as session from './staff/session';

/** Every use case there is. What is not listed here cannot be reached from a door. */
export const USE_CASES = {
  openCase: staff.openCase,
  takeCase: staff.takeCase,
  finishRunbook: staff.finishRunbook,
  chooseMeasures: staff.chooseMeasures,
  sendChallenge: staff.sendChallenge,
  askContact: staff.askContact,
  recordIdentityCheck: staff.recordIdentityCheck,
  nameIdentityChecker: staff.nameIdentityChecker,
  askApproval: staff.askApproval,
  approve: staff.approve,
  decline: staff.decline,
  cancel: staff.cancel,
  startClock: staff.startClock,
  resumeCase: staff.resumeCase,
  renewEnrolment: staff.renewEnrolment,
  endStuck: staff.endStuck,
  decideAfterVeto: staff.decideAfterVeto,

  findHandle,
  enterCode: prove.enterCode,
  resendCode: prove.resendCode,
  showContactCode: prove.showContactCode,
  vouch,
  proveWithAuthenticator: prove.proveWithAuthenticator,
  proveWithBackupCode: prove.proveWithBackupCode,
  passkeyChallenge: prove.passkeyChallenge,
  proveWithPasskey: prove.proveWithPasskey,
  offerScreen: casePage.offerScreen,
  showSecret: casePage.showSecret,
  typeSecret: casePage.typeSecret,
  reportLoss: casePage.reportLoss,
  veto: casePage.veto,
  vetoByLink: casePage.vetoByLink,
  reportNotAsked,
  startEnrolment: enrol.startEnrolment,
  startEnrolmentOver: enrol.startEnrolmentOver,
  sendEnrolmentCode: enrol.sendEnrolmentCode,
  confirmEnrolment: confirmEnrolment.confirmEnrolment,
  chooseCasePassword: confirmEnrolment.chooseCasePassword,
  signInHolder: signIn.signInHolder,
  answerPause: signIn.answerPause,

  askRecovery,
  askRecoveryAgain,
  answerRequest,

  unmask,
  previewImport,
  readImport,
  exportImportReport,
  importAccounts,

  checkHolderPassword: ownPassword.checkHolderPassword,
  checkHolderPasswordAgain: ownPassword.checkHolderPasswordAgain,
  readHolderFactors: ownFactor.readHolderFactors,
  sendSignInCode: ownFactor.sendSignInCode,
  enterHolderFactor: ownFactor.enterHolderFactor,
  isRefusedElsewhere: ownFactor.isRefusedElsewhere,
  skipSecondFactor: ownFactor.skipSecondFactor,
  askPush: ownPush.askPush,
  readPush: ownPush.readPush,
  answerPush: ownPush.answerPush,
  readPausedCase: pausedCase.readPausedCase,
  answerPausedCase: pausedCase.answerPausedCase,
  readHolderSession: ownSession.readHolderSession,
  signOutHolder: ownSession.signOutHolder,

  renameOwnFactor: ownSecurity.renameOwnFactor,
  removeOwnFactor: ownSecurity.removeOwnFactor,
  removeContactPoint: ownSecurity.removeContactPoint,
  addPush: ownSecurity.addPush,
  newBackupCodes: ownSecurity.newBackupCodes,
  sendBackupCodes: ownSecurity.sendBackupCodes,
  endOwnSession: ownSecurity.endOwnSession,
  signOutEverywhere: ownSecurity.signOutEverywhere,
  revokeOwnDevice: ownSecurity.revokeOwnDevice,
  preferFactor: ownSecurity.preferFactor,
  confirmReadiness: ownSecurity.confirmReadiness,
  cancelWaitingChange: ownSecurity.cancelWaitingChange,
  vetoOwnCase: ownSecurity.vetoOwnCase,
  changePassword: ownPasswordChange.changePassword,
  offerOwnApp: ownNewFactor.offerOwnApp,
  addOwnApp: ownNewFactor.addOwnApp,
  offerOwnKey: ownNewFactor.offerOwnKey,
  addOwnKey: ownNewFactor.addOwnKey,
  offerSentFactor: ownAddress.offerSentFactor,
  offerContactPoint: ownAddress.offerContactPoint,
  sendConfirmingCodeAgain: ownAddress.sendConfirmingCodeAgain,
  enterConfirmingCode: ownAddress.enterConfirmingCode,
  sendAnewCode: ownAnew.sendAnewCode,
  confirmAnew: ownAnew.confirmAnew,
  askAnewKey: ownAnew.askAnewKey,
  confirmAnewByKey: ownAnew.confirmAnewByKey,

  inviteRecoveryContact: ownContacts.inviteRecoveryContact,
  endRecoveryContact: ownContacts.endRecoveryContact,
  inviteContactFor,
  readContactPage,
  acceptAsContact: contact.acceptAsContact,
  leaveContact: contact.leaveContact,
  stopContact: contact.stopContact,

  checkPassword: password.checkPassword,
  checkPasswordAgain: password.checkPasswordAgain,
  readSecondFactor: secondFactor.readSecondFactor,
  checkSecondFactor: secondFactor.checkSecondFactor,
  readSession: session.readSession,
  signOut: session.signOut,
  revokeSession: session.revokeSession,
  revokeOtherSessions: session.revokeOtherSessions,
  offerFactor: factors.offerFactor,
  addFactor: factors.addFactor,
  removeFactor: factors.removeFactor,
  endMembership,

  reportDelivery,
  refuseReport,

  ringAlarm,
  performEffect,
};

type Bound<F> = F extends (ports: Ports, ...rest: infer R) => infer A ? (...rest: R) => A : never;
export type Desk = { [K in keyof typeof USE_CASES]: Bound<(typeof USE_CASES)[K]> };

/** The use cases with the world filled in. */
export const bind = (ports: Ports): Desk =>
  Object.fromEntries(
    Object.entries(USE_CASES).map(([name, useCase]) => [
      name,
      (...rest: never[]) =>
        (useCase as (ports: Ports, ...rest: never[]) => unknown)(ports, ...rest),
    ]),
  ) as Desk;
