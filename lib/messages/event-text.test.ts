import { describe, expect, it } from 'vitest';
import type { AuditEvent, Recorded } from '../domain/audit/event';
import { eventText } from './event-text';
import { languages } from './language';

const names = {
  staff: { noor: 'Noor Jacobs', pim: 'Pim Smit' },
  things: { home: 'a•••@example.net', app: 'authenticator-app (Telefoon)' },
};
const told = { now: '2026-11-22T10:00:00.000Z', timeZone: 'Europe/Amsterdam', names };
const recorded = <E extends AuditEvent>(event: E): Recorded =>
  ({
    ...event,
    id: 'e1',
    at: told.now,
    actor: { kind: 'staff', id: 'noor', personId: 'p' },
  }) as unknown as Recorded;

describe('an event in words', () => {
  const rows: [AuditEvent, string][] = [
    [{ type: 'case-assigned', staffId: 'pim' }, 'Zaak overgenomen | aan Pim Smit'],
    [{ type: 'runbook-finished', helped: false }, 'Stappenplan doorlopen | Het hielp niet.'],
    [
      { type: 'code-refused', proofId: 'p', restsOn: 'home', reason: 'wrong' },
      'Verkeerde code ingevuld | a•••@example.net: klopte niet',
    ],
    [
      {
        type: 'proof-given',
        proofId: 'p',
        kind: 'identity-check',
        means: 'identity-check',
        weight: 2,
        identityCheck: {
          mode: 'in-person',
          documentKind: 'passport',
          place: 'balie stadhuis',
          recordedBy: 'pim',
        },
      },
      'Bewijs geleverd | legitimatie in persoon: paspoort, balie stadhuis',
    ],
    [
      { type: 'step-done', stepId: 's', change: { kind: 'remove-factor', factorId: 'app' } },
      'Wijziging uitgevoerd | authenticator-app (Telefoon) verwijderd',
    ],
    [
      { type: 'wait-started', rule: 'independent', endsAt: '2026-11-24T13:03:00.000Z' },
      'Wachttijd begonnen | tot di 24 nov 14.03',
    ],
    [
      { type: 'denied', action: 'approve', code: 'approver-opened-case' },
      'Geweigerd | approve: Wie de zaak opende, mag haar niet goedkeuren.',
    ],
    // What is no longer there is not shown by its id.
    [
      { type: 'loss-reported', ids: ['gone'], voided: [] },
      'Als kwijt of gestolen gemeld | iets wat er niet meer is',
    ],
    [{ type: 'account-read' }, 'Accountgegevens ingezien'],
  ];

  it.each(rows)('%j', (event, expected) => {
    const { what, who, detail } = eventText(recorded(event), { ...told, language: 'nl' });
    expect([what, detail].filter(Boolean).join(' | ')).toBe(expected);
    expect(who).toBe('Noor Jacobs');
  });

  it.each(languages)('says in %s who did it, also who is no longer known', (language) => {
    const by = (actor: Recorded['actor']) =>
      eventText({ ...recorded({ type: 'account-read' }), actor }, { ...told, language }).who;
    const said = [
      by({ kind: 'staff', id: 'gone', personId: 'p' }),
      by({ kind: 'holder', via: 'link' }),
      by({ kind: 'holder', via: 'handle' }),
      by({ kind: 'system' }),
      by({ kind: 'nobody' }),
    ];
    expect(new Set(said).size).toBe(5);
    expect(said.join()).not.toContain('gone');
  });

  it('shows a code of a denial that has no words as it is', () => {
    const event = recorded({ type: 'denied', action: 'sign-in', code: 'wrong-password' });
    expect(eventText(event, { ...told, language: 'en' }).detail).toBe('sign-in: wrong-password');
  });
});
