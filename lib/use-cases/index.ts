import { importAccounts } from './accounts/import-accounts';
import { previewImport } from './accounts/preview-import';
import { exportImportReport, readImport } from './accounts/read-import';
import { unmask } from './accounts/unmask';
import * as staff from './case/staff';
import type { Ports } from './gate';
import * as casePage from './holder/case-page';
import * as enrol from './holder/enrol';
import { findHandle } from './holder/find-handle';
import * as prove from './holder/prove';
import * as signIn from './holder/sign-in';
import { performEffect } from './perform-effect';
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
  proveWithAuthenticator: prove.proveWithAuthenticator,
  passkeyChallenge: prove.passkeyChallenge,
  proveWithPasskey: prove.proveWithPasskey,
  offerScreen: casePage.offerScreen,
  showSecret: casePage.showSecret,
  typeSecret: casePage.typeSecret,
  reportLoss: casePage.reportLoss,
  veto: casePage.veto,
  vetoByLink: casePage.vetoByLink,
  startEnrolment: enrol.startEnrolment,
  confirmEnrolment: enrol.confirmEnrolment,
  signInHolder: signIn.signInHolder,
  answerPause: signIn.answerPause,

  unmask,
  previewImport,
  readImport,
  exportImportReport,
  importAccounts,

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
