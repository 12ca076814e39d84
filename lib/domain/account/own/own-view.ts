import type { CaseStatus } from '../../case/case';
import type { Instant } from '../../time';
import type { FactorKind } from '../factor';

export type OwnSignIn = {
  id: string;
  at: Instant;
  address: string;
  device: string;
  outcome: 'ok' | 'wrong-factor' | 'reported' | 'refused';
  factor: FactorKind | null;
};

export type OwnCase = {
  id: string;
  status: CaseStatus;
  openedAt: Instant;
  endedAt: Instant | null;
  veto: 'stops' | 'locks' | 'none';
};

/** A message that went to the holder: what it was and where to, never what it said. */
export type OwnMessage = {
  id: string;
  at: Instant;
  kind:
    | 'send-code'
    | 'send-notice'
    | 'send-sign-in-code'
    | 'send-confirming-code'
    | 'send-backup-codes'
    | 'send-request-code'
    | 'send-enrolment-code'
    | 'tell-account';
  channel: 'mail' | 'sms' | 'voice';
  contactPointId: string | null;
  arrived: boolean;
};
