import { describe, expect, it } from 'vitest';
import { ENROLLABLE_KINDS } from '../domain/account/factor';
import type { SetUpKind } from '../domain/case/measure';
import type { NamedMeasure } from '../domain/case/named-measure';
import { isGsm, smsParts } from './gsm';
import type { NoticeLetter } from './letter';
import { renderMail, renderSms } from './render';

const everywhere = {
  organisation: 'Zorgpunt',
  timeZone: 'Europe/Amsterdam',
  now: '2026-11-22T10:00:00.000Z',
  veto: {
    url: 'https://herstel.zorgpunt.nl/veto#q3Vd0Jm3bXo1xR6kq0Zl8yT2nB5cP7sW9uE4aF1gH0I',
    page: 'https://herstel.zorgpunt.nl/veto',
    code: 'ABCD-EFGH-JKMN-PQRS',
  },
} as const;
const later = '2026-11-29T13:03:00.000Z';
const languages = ['nl', 'en'] as const;
const WAITS = ['wait-started', 'wait-half-time', 'wait-daily'] as const;

const PHONE: NamedMeasure = { kind: 'change-contact-point', point: 'phone' };
const MAILBOX: NamedMeasure = { kind: 'change-contact-point', point: 'email' };
const PASSWORD: NamedMeasure = { kind: 'new-password' };

const wait = (
  kind: (typeof WAITS)[number],
  language: 'nl' | 'en',
  measures: NamedMeasure[],
): NoticeLetter => ({ ...everywhere, kind, language, measures, endsAt: later });

describe('letters about what later recoveries rest on', () => {
  it.each([
    [
      'a number',
      PHONE,
      ['je telefoonnummer vervangen door een ander', 'replace your phone number with another'],
      ['naar een ander telefoonnummer', 'to another phone number'],
    ],
    [
      'a mailbox',
      MAILBOX,
      ['je e-mailadres vervangen door een ander', 'replace your e-mail address with another'],
      ['naar een ander e-mailadres', 'to another e-mail address'],
    ],
    [
      'a password',
      PASSWORD,
      ['een nieuw wachtwoord kiezen', 'choose a new password'],
      ['werkt je oude wachtwoord niet meer', 'your old password no longer works'],
    ],
  ] as const)(
    'say what will change, and how to stop it: %s',
    async (_, measure, named, meaning) => {
      for (const [i, language] of languages.entries())
        for (const kind of WAITS) {
          const letter = wait(kind, language, [measure]);
          const { text } = await renderMail(letter);
          const sms = renderSms(letter);
          for (const form of [text, sms]) {
            expect(form, `${kind} ${language}`).toContain(named[i]);
            expect(form).toContain('ABCD-EFGH-JKMN-PQRS');
          }
          expect(text).toContain(meaning[i]);
        }
    },
  );

  it('say of a case that gives no such thing what they always said', () => {
    const sms = renderSms(wait('wait-started', 'nl', [{ kind: 'add-factor', enrol: 'sms' }]));
    expect(sms).toMatch(/^Zorgpunt: je account wordt hersteld, niet eerder dan/);
  });

  it('say afterwards what no longer works', async () => {
    const done = { ...everywhere, kind: 'measures-done', vetoUntil: later } as const;
    const { text } = await renderMail({ ...done, language: 'nl', measures: [PASSWORD] });
    expect(text).toContain('Je oude wachtwoord werkt niet meer.');
  });
});

describe('letters about each thing that is set up', () => {
  const kinds: SetUpKind[] = [...ENROLLABLE_KINDS, 'email', 'phone', 'password'];

  it.each(kinds)('fit in two SMS, in its characters: %s', (enrol) => {
    const measures: NamedMeasure[] =
      enrol === 'password'
        ? [{ kind: 'replace-factor', factor: 'authenticator-app', enrol: 'security-key' }, PASSWORD]
        : enrol === 'email' || enrol === 'phone'
          ? [{ kind: 'change-contact-point', point: enrol }, PASSWORD]
          : [{ kind: 'replace-factor', factor: 'sms', enrol }];
    for (const language of languages) {
      const ready = { ...everywhere, language, measures, enrol, closesAt: later } as const;
      const letters: NoticeLetter[] = [
        { ...ready, kind: 'enrolment-ready' },
        { ...ready, kind: 'enrolment-ends-soon' },
        ...WAITS.map((kind) => wait(kind, language, measures)),
      ];
      for (const letter of letters) {
        const sms = renderSms(letter);
        expect(isGsm(sms), sms).toBe(true);
        expect(smsParts(sms), sms).toBeLessThanOrEqual(2);
      }
    }
  });

  it.each([
    ['nl', 'password', 'Je kunt nu je nieuwe wachtwoord kiezen, op hetzelfde scherm'],
    ['nl', 'sms', 'Je kunt nu je codes per sms instellen, op hetzelfde scherm'],
    ['en', 'phone', 'You can now give your new phone number, on the same screen'],
  ] as const)('say what there is to do: %s %s', async (language, enrol, said) => {
    const { text } = await renderMail({
      ...everywhere,
      ...{ kind: 'enrolment-ready', language, enrol, closesAt: later, measures: [PASSWORD] },
    });
    expect(text.replaceAll(/\s+/g, ' ')).toContain(said);
  });
});
