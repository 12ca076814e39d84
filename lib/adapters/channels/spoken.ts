const LANGUAGE = { nl: 'nl-NL', en: 'en-GB' } as const;

/** Five digits or more, also in groups: a code or a number to dial, and no year, hour or amount of minutes. */
const DIGITS = /\d(?:[ \u00a0]?\d){4,}/g;

/** As it is to be read out: each digit on its own, with a rest after it. */
export const spoken = (text: string): string =>
  text.replace(DIGITS, (digits) => digits.replace(/\D/g, '').split('').join(', '));

/** What a call says, as TwiML: the whole text twice, because nobody has a pen ready the first time. */
export function callScript(text: string, locale: 'nl' | 'en'): string {
  const say = `<Say language="${LANGUAGE[locale]}">${escaped(spoken(text))}</Say>`;
  return `<?xml version="1.0" encoding="UTF-8"?><Response><Pause length="1"/>${say}<Pause length="2"/>${say}</Response>`;
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** XML takes no control characters, not even written as a number. */
const escaped = (text: string): string =>
  [...text]
    .filter((character) => character >= ' ' || character === '\n')
    .map((character) => ENTITIES[character] ?? character)
    .join('');
