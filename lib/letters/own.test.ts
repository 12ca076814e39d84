import { describe, expect, it } from 'vitest';
import type { OwnLetter } from '../domain/account/own/command';
import { isGsm, smsParts } from './gsm';
import type { BackupCodesLetter, ConfirmingCodeLetter, OwnNoticeLetter } from './letter';
import { renderMail, renderSms } from './render';

const page = 'https://herstel.zorgpunt.nl/veto';
const veto = { page, url: `${page}#q3Vd0Jm3bXo1xR6kq0Zl8yT2nB5c`, code: 'ABCD-EFGH-JKMN-PQRS' };
const notAsked = {
  page: page.replace('veto', 'not-asked'),
  url: veto.url.replace('veto', 'not-asked'),
  code: veto.code,
};
const base = {
  organisation: 'Zorgpunt',
  timeZone: 'Europe/Amsterdam',
  now: '2026-11-22T10:00:00.000Z',
};
const LANGUAGES = ['nl', 'en'] as const;
const NOBODY = { nl: /Niemand/, en: /Nobody/ };

describe.each(LANGUAGES)('letters about the own account: %s', (language) => {
  const notice = (what: OwnLetter): OwnNoticeLetter => ({
    ...base,
    language,
    kind: 'own-notice',
    what,
    accountUrl: 'https://herstel.zorgpunt.nl/account',
    ...(what.about === 'change-waits' ? { veto } : {}),
  });

  it.each(['factor', 'contact-point', 'anew'] as const)(
    'R10 a code that confirms: %s',
    async (adds) => {
      const letter: ConfirmingCodeLetter = {
        ...base,
        language,
        kind: 'confirming-code',
        adds,
        code: '123456',
        minutes: 10,
        notAsked: veto,
      };
      const { subject, text } = await renderMail(letter);
      expect(subject).not.toContain('123456');
      for (const said of [text, renderSms(letter)]) {
        expect(said).toContain('123456');
        expect(said).toContain('Zorgpunt');
        expect(said).toMatch(NOBODY[language]);
      }
      expect(smsParts(renderSms(letter))).toBeLessThanOrEqual(2);
    },
  );

  it('R9 R10 backup codes by SMS: all of them, in the characters of one, and in nothing that would be mailed', async () => {
    const codes = Array.from({ length: 10 }, (_, i) => `AB${i}D-EFGH-JKMN-PQRS`);
    const letter: BackupCodesLetter = { ...base, language, kind: 'backup-codes', codes, notAsked };
    const sms = renderSms(letter);
    for (const code of codes) expect(sms).toContain(code);
    expect(sms).toContain('Zorgpunt');
    expect(sms).toMatch(NOBODY[language]);
    expect(isGsm(sms)).toBe(true);
    expect(smsParts(sms)).toBeLessThanOrEqual(4);
    const { subject, text, html } = await renderMail(letter);
    for (const code of codes) expect(subject + text + html).not.toContain(code);
  });

  it.each([
    'add-factor',
    'rename-factor',
    'remove-factor',
    'new-backup-codes',
    'change-password',
    'add-contact-point',
    'remove-contact-point',
    'invite-contact',
    'end-contact',
  ] as const)('R32 a wish that waits says until when, and how to stop it: %s', async (change) => {
    const letter = notice({
      about: 'change-waits',
      change,
      until: '2026-11-25T10:00:00.000Z',
      caseId: 'case-1',
      ...(change.includes('factor') ? { factor: 'authenticator-app' as const } : {}),
    });
    const { text } = await renderMail(letter);
    expect(text).toMatch(/25 (november|November)/);
    expect(text).toContain(veto.url);
    expect(text).toContain(veto.code);
    const sms = renderSms(letter);
    expect(sms).toContain(veto.code);
    expect(sms).not.toContain('#');
    expect(smsParts(sms)).toBeLessThanOrEqual(2);
    expect(() => renderSms({ ...letter, veto: { ...veto, url: `${page}?t=x` } })).toThrow();
  });

  it('R43 says that backup codes were disowned, in two SMS at most', async () => {
    const letter = notice({ about: 'backup-codes-disowned' });
    const sms = renderSms(letter);
    expect(isGsm(sms), sms).toBe(true);
    expect(smsParts(sms)).toBeLessThanOrEqual(2);
    expect((await renderMail(letter)).text).toMatch(/werken niet meer|work no longer/);
  });

  it('R45 a change is named by its kind, without an address', async () => {
    for (const about of ['contact-point-added', 'contact-point-removed'] as const) {
      const { text, html } = await renderMail(notice({ about, point: 'email' }));
      expect(text + html).not.toContain('@');
    }
  });
});
