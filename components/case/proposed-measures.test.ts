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

const POINTS = [
  { id: 'old', onFile: false },
  { id: 'mobile', onFile: true },
];

const page = (symptom: string, factors: FactorView[], measures: Measure[] = []) =>
  ({ case: { symptom, measures }, account: { factors, points: POINTS } }) as unknown as CasePage;

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
    expect(proposedMeasures(shown).chosen).toEqual({
      main,
      enrol: 'authenticator-app',
      also: [],
      password: false,
    });
  });

  it('leaves out what stands in for a second factor (R4)', () => {
    expect(proposedMeasures(page('other', PHONE)).factors.map(({ id }) => id)).toEqual([
      'sms',
      'authenticator-app',
    ]);
  });

  it('leaves out contact points that are no longer on file', () => {
    expect(proposedMeasures(page('other', PHONE)).points.map(({ id }) => id)).toEqual(['mobile']);
  });

  it.each<[Measure[], object]>([
    [
      [
        { kind: 'remove-factor', factorId: 'sms' },
        { kind: 'replace-factor', factorId: 'authenticator-app', enrol: 'security-key' },
      ],
      { main: 'replace:authenticator-app', enrol: 'security-key', also: ['sms'], password: false },
    ],
    [
      [{ kind: 'add-factor', enrol: 'security-key' }],
      { main: 'add', enrol: 'security-key', also: [], password: false },
    ],
    [
      [{ kind: 'remove-factor', factorId: 'sms' }],
      { main: 'remove:sms', enrol: 'authenticator-app', also: [], password: false },
    ],
    [
      [
        { kind: 'new-password' },
        { kind: 'remove-factor', factorId: 'sms' },
        { kind: 'change-contact-point', contactPointId: 'mobile', point: 'phone' },
      ],
      { main: 'phone:mobile', enrol: 'authenticator-app', also: ['sms'], password: true },
    ],
    [
      [{ kind: 'new-password' }],
      { main: 'password', enrol: 'authenticator-app', also: [], password: false },
    ],
  ])('begins with what was chosen before: %j', (measures, chosen) => {
    expect(proposedMeasures(page('app-lost', PHONE, measures)).chosen).toEqual(chosen);
  });
});
