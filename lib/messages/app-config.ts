import type { Language } from './language';
import type { nl } from './nl';

/** Makes every key and argument of a message a type, in server and client components alike. */
declare module 'next-intl' {
  interface AppConfig {
    Locale: Language;
    Messages: typeof nl;
  }
}
