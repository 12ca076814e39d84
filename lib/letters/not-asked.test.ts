import { describe, expect, it } from 'vitest';
import { contentOf } from './compose';
import { isGsm, smsParts } from './gsm';
import type { Letter, NotAsked, Veto } from './letter';
import { renderMail, renderSms } from './render';

/** Whatever letter carries a code: one that is new stands here, or this file does not compile. */
type WithCode = Extract<Letter, { code: string } | { codes: readonly string[] }>;
/** R43: and none of them is made without the way to say that nobody asked for it. */
type Lacking = Exclude<WithCode, { notAsked: NotAsked }>;
const lacking: Lacking[] = [];

const page = 'https://herstel.zorgpunt.nl/not-asked';
const token = 'q3Vd0Jm3bXo1xR6kq0Zl8yT2nB5cP7sW9uE4aF1gH0I';
const link: Veto = { page, url: `${page}#${token}`, code: 'ABCD-EFGH-JKMN-PQRS' };

const lettersIn = (language: 'nl' | 'en', notAsked: NotAsked = link): WithCode[] => {
  const everywhere = {
    language,
    organisation: 'Zorgpunt',
    timeZone: 'Europe/Amsterdam',
    now: '2026-11-22T10:00:00.000Z',
    notAsked,
  };
  const base = { ...everywhere, code: '482913', minutes: 10 };
  const samples: { [K in WithCode['kind']]: Extract<WithCode, { kind: K }>[] } = {
    code: [false, true].map((readingOutAllowed) => ({
      ...base,
      kind: 'code',
      measures: [{ kind: 'add-factor', enrol: 'authenticator-app' }],
      readingOutAllowed,
    })),
    'sign-in-code': [{ ...base, kind: 'sign-in-code' }],
    'request-code': [{ ...base, kind: 'request-code', symptom: 'app-lost' }],
    'confirming-code': (['factor', 'contact-point', 'anew'] as const).map((adds) => ({
      ...base,
      kind: 'confirming-code',
      adds,
    })),
    'backup-codes': [
      {
        ...everywhere,
        kind: 'backup-codes',
        codes: Array.from({ length: 10 }, (_, i) => `Z${i}YX-WVTS-RQPN-MKJH`),
      },
    ],
  };
  return Object.values(samples).flat();
};

const SAID = { nl: 'Ik heb dit niet gevraagd', en: 'I did not ask for this' };
const HELPDESK = { nl: /Bel de helpdesk/, en: /Call the helpdesk/ };

describe.each(['nl', 'en'] as const)('R43 every letter with a code: %s', (language) => {
  const named = lettersIn(language).map((letter) => [letter.kind, letter] as const);

  it.each(named)('R43 %s offers “I did not ask for this”', async (_kind, letter) => {
    const { text, html } = await renderMail(letter);
    for (const form of [text, html]) {
      expect(form).toContain(SAID[language]);
      expect(form).toContain(link.code);
    }
    expect(text).toContain(link.url);
    expect(html).toContain(`href="${link.url}"`);
    expect(renderSms(letter)).toContain('herstel.zorgpunt.nl/not-asked ABCD-EFGH-JKMN-PQRS');
  });

  it.each(named)('R18 %s has its token in the fragment only', async (_kind, letter) => {
    const { subject, text, html } = await renderMail(letter);
    for (const form of [text, html]) {
      expect(form.split(token)).toHaveLength(2);
      expect(form.split(token)[0]).toMatch(/\/not-asked#$/);
    }
    expect(subject + renderSms(letter)).not.toContain(token);
    const bare = { ...link, url: `${page}?t=${token}` };
    expect(() => contentOf({ ...letter, notAsked: bare })).toThrow('fragment');
  });

  it.each(named)(
    'R43 %s offers neither sign-in nor password nor sign-out',
    async (_kind, letter) => {
      const { text, html } = await renderMail(letter);
      const links = `${text} ${html}`.match(/https:\/\/[^\s"<]+/g) ?? [];
      for (const found of links) expect(found).toMatch(/\/not-asked#|www\.w3\.org/);
    },
  );

  it.each(named)('%s fits in two SMS, in the characters of an SMS', (kind, letter) => {
    const sms = renderSms(letter);
    expect(isGsm(sms), sms).toBe(true);
    expect(smsParts(sms), `${sms.length}: ${sms}`).toBeLessThanOrEqual(
      // Ten codes of 80 bits fill more than one by themselves.
      kind === 'backup-codes' ? 4 : 2,
    );
  });

  it.each(lettersIn(language, 'by-helpdesk').map((letter) => [letter.kind, letter] as const))(
    'R43 %s says in a call where to turn, and has nothing to type',
    (_kind, letter) => {
      const spoken = renderSms(letter);
      expect(spoken).toMatch(HELPDESK[language]);
      expect(spoken).not.toMatch(/not-asked|ABCD/);
    },
  );
});

it('R43 no letter with a code is made without it', () => expect(lacking).toEqual([]));
