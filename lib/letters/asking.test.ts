import { describe, expect, it } from 'vitest';
import { SYMPTOMS } from '../domain/runbook/symptom';
import { isGsm, smsParts } from './gsm';
import type { RequestCodeLetter } from './letter';
import { renderMail, renderSms } from './render';

const page = 'https://herstel.zorgpunt.nl/not-asked';
const APP = { nl: 'een nieuwe authenticator-app', en: 'a new authenticator app' };
const NOBODY = { nl: /Niemand/, en: /Nobody/ };

describe.each(['nl', 'en'] as const)('the code of a request: %s', (language) => {
  it.each(SYMPTOMS)(
    'R5 R10 R43 says for whom, what for, and what to do if not asked: %s',
    async (symptom) => {
      const letter: RequestCodeLetter = {
        organisation: 'Zorgpunt',
        timeZone: 'Europe/Amsterdam',
        now: '2026-11-22T10:00:00.000Z',
        language,
        kind: 'request-code',
        symptom,
        code: '123456',
        minutes: 10,
        notAsked: {
          page,
          url: `${page}#q3Vd0Jm3bXo1xR6kq0Zl8yT2nB5c`,
          code: 'ABCD-EFGH-JKMN-PQRS',
        },
      };
      const { subject, text } = await renderMail(letter);
      const sms = renderSms(letter);
      expect(subject).not.toContain('123456');
      for (const said of [text, sms]) {
        expect(said).toContain('123456');
        expect(said).toContain('Zorgpunt');
        expect(said).toContain(APP[language]);
        expect(said).toMatch(NOBODY[language]);
        expect(said).toContain('ABCD-EFGH-JKMN-PQRS');
      }
      expect(isGsm(sms)).toBe(true);
      expect(smsParts(sms)).toBeLessThanOrEqual(2);
    },
  );
});
