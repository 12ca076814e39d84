import { describe, expect, it } from 'vitest';
import { smsParts } from './gsm';
import type { ContactLetter, ContactNewsLetter } from './letter';
import { renderMail, renderSms } from './render';

const TOKEN = 'q3Vd0Jm3bXo1xR6kq0Zl8yT2nB5cP7sW9uE4aF1gH0I';
const CODE = 'ABCD-EFGH-JKMN-PQRS';
const LANGUAGES = ['nl', 'en'] as const;
const MAILS = ['invitation', 'reminder', 'question', 'ended'] as const;
const NEWS = ['invited', 'accepted', 'counts-soon', 'counts', 'declined', 'ended', 'year'] as const;

const page = 'https://herstel.zorgpunt.nl/contact';
const link = { url: `${page}#${TOKEN}`, page, code: CODE };
const base = {
  organisation: 'Zorgpunt',
  timeZone: 'Europe/Amsterdam',
  now: '2026-11-22T10:00:00.000Z',
};

const toContact = (
  language: 'nl' | 'en',
  mail: ContactLetter['mail'],
  more: Partial<ContactLetter> = {},
): ContactLetter => ({
  ...base,
  language,
  kind: 'to-contact',
  mail,
  contact: 'Mirjam',
  holder: 'Anna de Wit',
  expiresAt: '2026-11-29T10:00:00.000Z',
  ...(mail === 'ended' ? {} : { link }),
  ...more,
});
const newsOf = (
  language: 'nl' | 'en',
  news: ContactNewsLetter['news'],
  more: Partial<ContactNewsLetter> = {},
): ContactNewsLetter => ({
  ...base,
  language,
  kind: 'contact-news',
  news,
  contact: 'Mirjam',
  countsFrom: '2026-11-29T10:00:00.000Z',
  accountUrl: 'https://herstel.zorgpunt.nl/account/contacts',
  ...(news === 'declined' || news === 'ended' ? {} : { stop: link }),
  ...more,
});

const mails = LANGUAGES.flatMap((language) => MAILS.map((mail) => [language, mail] as const));
const news = LANGUAGES.flatMap((language) => NEWS.map((one) => [language, one] as const));

describe('letters about recovery contacts', () => {
  it.each(mails)(
    'R40 to a contact, %s %s: who asks, and nothing about a recovery',
    async (language, mail) => {
      const { subject, text, html } = await renderMail(toContact(language, mail));
      expect(subject).toContain('Anna de Wit');
      for (const form of [text, html]) {
        expect(form).toContain('Zorgpunt');
        expect(form).toContain('Mirjam');
        expect(form).not.toMatch(/sms|authenticator|back-?up|zaakcode|case code|@/i);
      }
      expect(text).toMatch(/krijgt nooit toegang|never gets access/);
    },
  );

  it.each(mails.filter(([, mail]) => mail !== 'ended'))(
    'R18 the token stands in the fragment, with a code to type beside it: %s %s',
    async (language, mail) => {
      const { text, html } = await renderMail(toContact(language, mail));
      for (const form of [text, html]) {
        expect(form).toContain(`${page}#${TOKEN}`);
        expect(form).toContain(CODE);
      }
    },
  );

  it.each(LANGUAGES)('R40 the last one has no link: %s', async (language) => {
    const { text } = await renderMail(toContact(language, 'ended'));
    expect(text).not.toContain('/contact');
  });

  it.each(news)(
    'to the holder, %s %s: what happened, and the way to say no',
    async (language, one) => {
      const letter = newsOf(language, one);
      const { text, html } = await renderMail(letter);
      const sms = renderSms(letter);
      for (const form of [text, html, sms]) {
        expect(form).toContain('Zorgpunt');
        expect(form).toContain('Mirjam');
        expect(form.includes(CODE)).toBe(letter.stop !== undefined);
      }
      expect(sms).not.toContain(TOKEN);
      // In the characters of an SMS, and never more than two of them.
      expect(smsParts(sms)).toBeLessThanOrEqual(2);
    },
  );

  it.each(LANGUAGES)('the end of the wait is named with its place: %s', async (language) => {
    const { text } = await renderMail(newsOf(language, 'accepted'));
    expect(text).toMatch(/29 november/i);
    expect(text).toContain('Amsterdam');
  });

  it('R18 refuses a link that shows its token to a server', async () => {
    const open = { ...link, url: `${page}?t=${TOKEN}` };
    await expect(renderMail(toContact('nl', 'question', { link: open }))).rejects.toThrow();
    await expect(renderMail(newsOf('nl', 'accepted', { stop: open }))).rejects.toThrow();
  });
});
