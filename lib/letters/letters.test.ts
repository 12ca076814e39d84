import { describe, expect, it } from 'vitest';
import { isGsm, smsParts } from './gsm';
import type { CodeLetter, Letter, NoticeLetter, StaffLetter } from './letter';
import { renderMail, renderSms } from './render';

const TOKEN = 'q3Vd0Jm3bXo1xR6kq0Zl8yT2nB5cP7sW9uE4aF1gH0I';
const VETO_CODE = 'ABCD-EFGH-JKMN-PQRS';

const everywhere = {
  organisation: 'Zorgpunt',
  timeZone: 'Europe/Amsterdam',
  now: '2026-11-22T10:00:00.000Z',
  measures: [{ kind: 'replace-factor', factor: 'sms', enrol: 'authenticator-app' }],
  veto: {
    url: `https://herstel.zorgpunt.nl/veto#${TOKEN}`,
    page: 'https://herstel.zorgpunt.nl/veto',
    code: VETO_CODE,
  },
} as const;
const later = '2026-11-24T13:03:00.000Z';

function codeLetters(language: 'nl' | 'en'): CodeLetter[] {
  const page = 'https://herstel.zorgpunt.nl/not-asked';
  const { veto: _, ...base } = everywhere;
  const code = {
    ...base,
    language,
    kind: 'code',
    code: '482913',
    minutes: 10,
    notAsked: { page, url: `${page}#${TOKEN}`, code: VETO_CODE },
  } as const;
  return [
    { ...code, readingOutAllowed: false },
    { ...code, readingOutAllowed: true },
  ];
}

function noticeLetters(language: 'nl' | 'en'): NoticeLetter[] {
  const base = { ...everywhere, language };
  const enrol = 'authenticator-app' as const;
  return [
    { ...base, kind: 'wait-started', endsAt: later },
    { ...base, kind: 'wait-half-time', endsAt: later },
    { ...base, kind: 'wait-daily', endsAt: later },
    { ...base, kind: 'loss-reported', lost: ['phone', 'sms', 'authenticator-app'] },
    { ...base, kind: 'enrolment-ready', enrol, closesAt: later },
    { ...base, kind: 'enrolment-ends-soon', enrol, closesAt: later },
    { ...base, kind: 'measures-done', vetoUntil: later },
    ...(['solved', 'cancelled', 'declined', 'vetoed', 'locked', 'expired'] as const).map(
      (outcome) => ({ ...base, kind: 'case-ended', outcome }) as const,
    ),
    { ...base, kind: 'pause-asked', until: later },
  ];
}

function staffLetters(language: 'nl' | 'en'): StaffLetter[] {
  const base = { ...everywhere, language, deskUrl: 'https://herstel.zorgpunt.nl/approvals' };
  return (
    ['case-vetoed', 'code-not-asked', 'case-stuck', 'approval-asked', 'clock-held'] as const
  ).map((kind) => ({
    ...base,
    kind,
  }));
}

const languages = ['nl', 'en'] as const;
const codes = languages.flatMap(codeLetters);
const notices = languages.flatMap(noticeLetters);
const all: Letter[] = [...codes, ...notices, ...languages.flatMap(staffLetters)];

const nameOf = (letter: Letter) =>
  [
    letter.language,
    letter.kind,
    'outcome' in letter && letter.outcome,
    'readingOutAllowed' in letter && letter.readingOutAllowed && 'read-out',
  ]
    .filter(Boolean)
    .join(' ');

/** Written once and read by every test: a letter does not change between them. */
const written = new Map<Letter, ReturnType<typeof renderMail>>();
function mailOf(letter: Letter): ReturnType<typeof renderMail> {
  const mail = written.get(letter) ?? renderMail(letter);
  written.set(letter, mail);
  return mail;
}

/** Every form in which a letter leaves the desk. */
async function formsOf(letter: Letter): Promise<string[]> {
  const mail = await mailOf(letter);
  return [mail.subject, mail.text, mail.html, renderSms(letter)];
}

describe('letters', () => {
  it.each(codes.map((letter) => [nameOf(letter), letter] as const))(
    'R10 names the organisation, what it is for, and that nobody will ask: %s',
    async (_name, letter) => {
      const nobody = {
        nl: /Niemand vraagt (je om deze code|erom)/,
        en: /Nobody will ask (you for this code|for it)/,
      }[letter.language];
      const onlyIfYouCalled = {
        nl: /alleen voor als je zelf de helpdesk hebt gebeld|Alleen voorlezen als je ons zelf belde/,
        en: /only if you called (us|the helpdesk yourself)/,
      }[letter.language];
      const purpose = {
        nl: 'je sms-code vervangen door een nieuwe authenticator-app',
        en: 'replace your text message code with a new authenticator app',
      }[letter.language];
      const [, text, html, sms] = await formsOf(letter);
      for (const form of [text, html, sms]) {
        expect(form).toContain('Zorgpunt');
        expect(form).toContain('482913');
        expect(form).toContain(purpose);
        expect(form).toMatch(letter.readingOutAllowed ? onlyIfYouCalled : nobody);
        expect(form).not.toMatch(letter.readingOutAllowed ? nobody : onlyIfYouCalled);
      }
    },
  );

  it('R5 names the measures in every message to the holder', async () => {
    for (const letter of notices) {
      const [, text, html] = await formsOf(letter);
      expect(text, nameOf(letter)).toMatch(/sms-code vervangen|replace your text message code/);
      expect(html, nameOf(letter)).toMatch(/sms-code vervangen|replace your text message code/);
    }
  });

  it('R15 puts no handle in any letter, and no link to the holder’s page', async () => {
    const handle = /\b(HZ-)?[0-9A-Z]{5}-[0-9A-Z]{5}\b/;
    for (const letter of all) {
      for (const form of await formsOf(letter)) {
        expect(form, nameOf(letter)).not.toMatch(handle);
        const links = form.match(/https:\/\/[^\s"<]+/g) ?? [];
        for (const link of links) {
          expect(link).toMatch(
            /^https:\/\/(herstel\.zorgpunt\.nl\/(veto|not-asked|approvals)|www\.w3\.org)/,
          );
        }
      }
    }
  });

  it('R18 has a token nowhere but in a fragment, and a code to type beside it', async () => {
    for (const letter of [...codes, ...notices]) {
      const [subject, text, html, sms] = await formsOf(letter);
      expect(subject).not.toContain(TOKEN);
      expect(sms, 'an SMS has the code only').not.toContain(TOKEN);
      for (const form of [text, html]) {
        const at = form?.split(TOKEN) ?? [];
        expect(at.length, nameOf(letter)).toBe(2);
        expect(at[0]).toMatch(/https:\/\/herstel\.zorgpunt\.nl\/(veto|not-asked)#$/);
      }
      for (const form of [text, html, sms]) expect(form, nameOf(letter)).toContain(VETO_CODE);
    }
  });

  it.each([
    ['in the query', `https://herstel.zorgpunt.nl/veto?t=${TOKEN}`],
    ['in the query beside a fragment', `https://herstel.zorgpunt.nl/veto?t=${TOKEN}#x`],
    ['in the path', `https://herstel.zorgpunt.nl/veto/${TOKEN}#x`],
    ['missing', 'https://herstel.zorgpunt.nl/veto#'],
  ])('R18 refuses to write a letter with its token %s', async (_where, url) => {
    const letter = { ...noticeLetters('nl')[0], veto: { ...everywhere.veto, url } } as NoticeLetter;
    await expect(renderMail(letter)).rejects.toThrow('fragment');
    expect(() => renderSms(letter)).toThrow('fragment');
  });

  it('R26 offers “this was not me” in every notice', async () => {
    for (const letter of notices) {
      const [, text, html, sms] = await formsOf(letter);
      for (const form of [text, html]) {
        expect(form, nameOf(letter)).toMatch(/Dit was ik niet|This was not me/);
      }
      expect(sms, nameOf(letter)).toMatch(/(Niet jij|Not you)\? herstel\.zorgpunt\.nl\/veto ABCD-/);
    }
  });

  it('R45 keeps codes and tokens out of the subject, which mail servers log', async () => {
    for (const letter of codes) {
      const { subject } = await mailOf(letter);
      expect(subject).not.toMatch(/482913|ABCD/);
    }
  });

  it('fetches nothing when it is opened', async () => {
    for (const letter of all) {
      const { html } = await mailOf(letter);
      expect(html).not.toMatch(/<img|<script|<link|url\(|src=/i);
      expect(html).toContain(`lang="${letter.language}"`);
    }
  });

  it('shows what stands in a name as text', async () => {
    const letter = { ...noticeLetters('nl')[0], organisation: '<b>Zorg</b> & {x}' } as NoticeLetter;
    const { html, text } = await renderMail(letter);
    expect(html).not.toContain('<b>Zorg');
    expect(html).toContain('&lt;b&gt;Zorg&lt;/b&gt; &amp; {x}');
    expect(text).toContain('<b>Zorg</b> & {x}');
  });

  it('says times in the zone of the organisation', async () => {
    const [dutch, english] = [noticeLetters('nl')[0], noticeLetters('en')[0]];
    if (!dutch || !english) throw new Error('no letter');
    const nl = (await renderMail(dutch)).text;
    expect(nl).toContain('dinsdag 24 november 14.03 uur (tijd in Amsterdam)');
    const en = (await renderMail(english)).text;
    expect(en).toContain('Tuesday 24 November 14:03 (Amsterdam time)');
  });

  it('writes SMS in the characters of an SMS, in two parts at most', () => {
    for (const letter of all) {
      const sms = renderSms(letter);
      expect(isGsm(sms), sms).toBe(true);
      expect(smsParts(sms), sms).toBeLessThanOrEqual(2);
    }
  });

  it('fits the code for a new factor in one SMS', () => {
    for (const letter of codes) {
      const measures = [{ kind: 'add-factor', enrol: 'authenticator-app' } as const];
      if (letter.readingOutAllowed) continue;
      const sms = renderSms({ ...letter, measures });
      expect(smsParts(sms), `${sms.length}: ${sms}`).toBe(1);
    }
  });

  it.each(all.map((letter) => [nameOf(letter), letter] as const))(
    'reads as it was reviewed: %s',
    async (_name, letter) => {
      const { subject, text } = await mailOf(letter);
      expect(`${subject}\n\n${text}\n\nSMS ${renderSms(letter)}\n`).toMatchSnapshot();
    },
  );
});

describe('the characters of an SMS', () => {
  it.each([
    ['plain', true, 1],
    ['é à ö € {}', true, 1],
    ['ë', false, 1],
    ['a'.repeat(160), true, 1],
    ['a'.repeat(161), true, 2],
    ['€'.repeat(81), true, 2],
    ['ë'.repeat(70), false, 1],
    ['ë'.repeat(71), false, 2],
  ])('%s', (text, gsm, parts) => {
    expect(isGsm(text)).toBe(gsm);
    expect(smsParts(text)).toBe(parts);
  });
});
