import { describe, expect, it } from 'vitest';
import type { Factor } from '../account/factor';
import { aFactor, backupCodes, START } from '../testing/accounts';
import { measuresAsked } from './measures';
import type { Symptom } from './symptom';

const of = (id: string, kind: Factor['kind'], more: Partial<Factor> = {}) =>
  aFactor(id, { kind, ...more });
const app = of('app', 'authenticator-app');
const sms = of('sms', 'sms');
const add = { kind: 'add-factor', enrol: 'authenticator-app' };
const instead = (factorId: string) => ({
  kind: 'replace-factor',
  factorId,
  enrol: 'authenticator-app',
});

describe('R42 what a request is for', () => {
  it.each<[string, Symptom, Factor[], object]>([
    ['the one factor that the symptom is about', 'app-lost', [app, sms], instead('app')],
    ['another one for another symptom', 'no-sms', [app, sms], instead('sms')],
    ['a new one where it has none of it', 'key-lost', [app, sms], add],
    ['a new one where nobody knows what is wrong', 'other', [app], add],
    ['a new one where two could be meant', 'app-lost', [app, of('b', 'authenticator-app')], add],
    ['two kinds of one symptom are two', 'no-sms', [sms, of('call', 'voice')], add],
    [
      'of two, one of which is gone, the other',
      'app-lost',
      [app, of('b', 'push', { removedAt: START })],
      instead('app'),
    ],
    ['one that is switched off is none', 'no-sms', [of('s', 'sms', { disabledAt: START })], add],
    ['backup codes are no factor (R4)', 'app-lost', [backupCodes()], add],
    ['an account without any', 'no-email-code', [], add],
  ])('%s', (_, symptom, factors, measure) => {
    expect(measuresAsked(symptom, factors)).toEqual([measure]);
  });
});
