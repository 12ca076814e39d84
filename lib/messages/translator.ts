import { createTranslator } from 'next-intl';
import { en } from './en';
import type { Language } from './language';
import { nl } from './nl';

export type Messages = typeof nl;
export type MessageArea = keyof Messages;

/*
 * English has the keys and the arguments of the Dutch words, which `Words` checks key by key; the
 * literal Dutch texts are the type, so that the arguments of a message are checked where it is used.
 */
const byLanguage: Record<Language, Messages> = { nl, en: en as unknown as Messages };

export function messagesIn(language: Language): Messages {
  return byLanguage[language];
}

/**
 * The words of one area outside a page: for the worker, the letters and route handlers.
 * A missing word is a fault and throws, so that no letter goes out with a key in it.
 */
export function translator<Area extends MessageArea>(language: Language, area: Area) {
  return createTranslator<Messages, Area>({
    locale: language,
    messages: messagesIn(language),
    namespace: area as never,
    timeZone: 'UTC',
    onError(error) {
      throw error;
    },
  });
}
