import type { Refusal } from '../domain/case/command';
import { formatInstant } from './format';
import type { Language } from './language';
import { en, nl } from './refusals';

const byLanguage = { nl, en };
const again = {
  nl: (when: string) => `Het kan weer: ${when}.`,
  en: (when: string) => `It is possible again: ${when}.`,
};

/** A refusal in words, with the moment at which it can be tried again where there is one. */
export function refusalText(
  refusal: Refusal,
  language: Language,
  clock: { now: string; timeZone: string },
): string {
  const sentence = byLanguage[language][refusal.refused];
  if (!refusal.retryAt) return sentence;
  const when = formatInstant(refusal.retryAt, { ...clock, locale: language, style: 'near' });
  return `${sentence} ${again[language](when)}`;
}
