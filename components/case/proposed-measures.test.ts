import { describe, expect, it } from 'vitest';
import type { FactorKind } from '../../lib/domain/account/factor';
import type { CasePage, FactorView } from '../../lib/domain/case/case-view';
import type { Measure } from '../../lib/domain/case/measure';
import { proposedMeasures } from './proposed-measures';

const factor = (kind: FactorKind, more: Partial<FactorView> = {}): FactorView => ({
  id: kind,
  kind,
  addedAt: '2026-01-01T00:00:00.000Z',
  usable: true,
  reported: false,
  ...more,
});

const page = (symptom: string, factors: FactorView[], measures: Measure[] = []) =>
  ({ case: { symptom, measures }, account: { factors } }) as unknown as CasePage;

const PHONE = [factor('sms'), factor('authenticator-app'), factor('backup-codes')];

describe('what the form of measures proposes', () => {
  const rows: [string, CasePage, string][] = [
    ['the factor that the symptom is about', page('app-lost', PHONE), 'replace:authenticator-app'],
    ['another one for another symptom', page('no-sms', PHONE), 'replace:sms'],
    ['a new factor where there is none of it', page('key-lost', PHONE), 'add'],
    ['a new factor where nobody knows', page('other', PHONE), 'add'],
    [
      'a new factor where that one is gone',
      page('no-sms', [factor('sms', { usable: false })]),
      'add',
    ],
  ];
  it.each(rows)('%s', (_, shown, main) => {
    expect(proposedMeasures(shown).chosen).toEqual({ main, enrol: 'authenticator-app', also: [] });
  });

  it('leaves out what stands in for a second factor (R4)', () => {
    expect(proposedMeasures(page('other', PHONE)).factors.map(({ id }) => id)).toEqual([
      'sms',
      'authenticator-app',
    ]);
  });

  it.each<[Measure[], object]>([
    [
      [
        { kind: 'remove-factor', factorId: 'sms' },
        { kind: 'replace-factor', factorId: 'authenticator-app', enrol: 'security-key' },
      ],
      { main: 'replace:authenticator-app', enrol: 'security-key', also: ['sms'] },
    ],
    [
      [{ kind: 'add-factor', enrol: 'security-key' }],
      { main: 'add', enrol: 'security-key', also: [] },
    ],
    [
      [{ kind: 'remove-factor', factorId: 'sms' }],
      { main: 'remove:sms', enrol: 'authenticator-app', also: [] },
    ],
  ])('begins with what was chosen before: %j', (measures, chosen) => {
    expect(proposedMeasures(page('app-lost', PHONE, measures)).chosen).toEqual(chosen);
  });
});
