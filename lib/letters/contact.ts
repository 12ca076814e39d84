import { formatInstant } from '../messages/format';
import { translator } from '../messages/translator';
import type { Content } from './content';
import type { ContactLetter, ContactNewsLetter, Veto } from './letter';
import { mustHideToken, shortAddress } from './veto';
import type { Wording } from './wording';

const wordsIn = (language: ContactLetter['language']) => translator(language, 'recoveryContacts');

/** To a recovery contact: who asks, what it means, and the one link. Nothing about a recovery (R40). */
export function contactContent(letter: ContactLetter): Content {
  const { language, organisation, mail, contact, holder, link, expiresAt, timeZone, now } = letter;
  const t = wordsIn(language);
  if (link) mustHideToken(link);
  const until = formatInstant(expiresAt, { locale: language, timeZone, style: 'long', now });
  const names = { holder, organisation, contact };
  const paragraphs = {
    invitation: [
      t('letters.invitation.text', names),
      t('letters.invitation.means'),
      t('letters.invitation.wait'),
    ],
    reminder: [t('letters.reminder.text', names), t('letters.reminder.means')],
    question: [t('letters.question.text', names), t('letters.question.means')],
    ended: [t('letters.ended.text', names)],
  }[mail];
  return {
    language,
    subject: t(`letters.${mail}.subject`, names),
    title: t(`letters.${mail}.title`, names),
    paragraphs: [t('letters.hello', names), ...paragraphs],
    facts: [
      [t('letters.organisation'), organisation],
      ...(mail === 'invitation' ? [[t('letters.until'), until] as [string, string]] : []),
    ],
    ...(link
      ? {
          action: {
            label: t(`letters.${mail}.button`),
            text: t('letters.link'),
            url: link.url,
            typed: typedOf(link, language),
          },
        }
      : {}),
    footer: t('letters.footer', names),
    // A recovery contact is only ever written to.
    sms: t(`letters.${mail}.subject`, names),
  };
}

const typedOf = ({ page, code }: Veto, language: ContactLetter['language']) => ({
  text: wordsIn(language)('letters.typed', { page: shortAddress(page) }),
  code,
});

/** To the account holder, at every contact point: what became of a recovery contact, and the way to say no. */
export function contactNewsContent(
  letter: ContactNewsLetter,
  { t, when, whenShort }: Wording,
): Content {
  const { language, organisation, news, contact, countsFrom, accountUrl, stop } = letter;
  const words = wordsIn(language);
  if (stop) mustHideToken(stop);
  const moment = countsFrom ? when(countsFrom) : '';
  const short = countsFrom ? whenShort(countsFrom) : '';
  const said = words(`letters.news.${news}`, { contact, when: moment });
  const sms = words('letters.newsSms', {
    organisation,
    said: words(`letters.news.${news}`, { contact, when: short }),
  });
  return {
    language,
    subject: words('letters.newsSubject', { organisation }),
    title: words('letters.newsTitle'),
    paragraphs: [said, words('letters.newsMeans')],
    facts: [[t('facts.organisation'), organisation]],
    action: { label: t('own.button'), text: t('own.link'), url: accountUrl },
    ...(stop
      ? {
          veto: {
            ...stop,
            title: words('letters.stop.title'),
            text: words('letters.stop.text'),
            button: words('letters.stop.button'),
            typed: words('letters.typed', { page: shortAddress(stop.page) }),
          },
        }
      : {}),
    footer: t('footer.holder', { organisation }),
    sms: stop
      ? `${sms} ${words('letters.stop.sms', { page: shortAddress(stop.page), code: stop.code })}`
      : sms,
  };
}
