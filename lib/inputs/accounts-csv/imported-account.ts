import type { FactorKind } from '../../domain/account/factor';
import type { EmailProblem } from '../email-address';
import type { PhoneProblem } from '../phone-number';
import type { TextProblem } from '../text-cell';

/** A temporary pass lives for hours: it is never on file elsewhere when accounts are imported. */
export type FactorKindImported = Exclude<FactorKind, 'temporary-pass'>;

export type ImportedContactPoint = {
  kind: 'email' | 'phone';
  /** Lower-cased address or E.164 number. */
  address: string;
  smsCapable: boolean;
  /** R7: the mailbox opens only with this very account. */
  opensWithAccount: boolean;
};

export type ImportedAccount = {
  /** As a spreadsheet counts: the header is row 1. */
  row: number;
  signIn: string;
  displayName: string;
  givenName: string;
  familyName: string;
  locale: 'nl' | 'en';
  disabled: boolean;
  /** The account's own id in the directory that it came from, where the export has one. */
  externalId: string | null;
  factors: FactorKindImported[];
  /** What the file says; false also where it says nothing (R2 counts an imported account as having one anyway). */
  hasSecondFactor: boolean;
  contactPoints: ImportedContactPoint[];
  /** No export names privileged accounts: people mark them. */
  privilegedHint: false;
};

export type ImportProblem =
  | 'too-few-cells'
  | 'too-many-cells'
  | 'sign-in-empty'
  | 'sign-in-unreadable'
  | 'duplicate-sign-in'
  | 'duplicate-external-id'
  | 'name-empty'
  | 'guest'
  | 'unknown-status'
  | 'unknown-language'
  | 'unknown-factor'
  | TextProblem
  | EmailProblem
  | Exclude<PhoneProblem, 'phone-empty'>;

export type ImportWarning =
  | 'no-contact-point'
  | 'only-own-mailbox'
  | 'phone-without-sms'
  | 'factor-without-address'
  | 'address-on-many-accounts'
  | 'column-not-used';

/** `field` is the heading as it stands in the file; `value` is masked and never a formula. */
export type RowNote<Code> = {
  row: number;
  field?: string;
  code: Code;
  value?: string;
  /** The row that this one repeats. */
  otherRow?: number;
};
