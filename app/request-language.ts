import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { chooseLanguage, languageCookie } from '../lib/messages/language';
import { messagesIn } from '../lib/messages/translator';

/**
 * The language of one request: no language in the address, so that a link in a letter opens for
 * everyone. A missing word is a fault, not a key on the screen.
 */
export default getRequestConfig(async () => {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const locale = chooseLanguage({
    cookie: jar.get(languageCookie)?.value,
    acceptLanguage: head.get('accept-language'),
  });
  return {
    locale,
    messages: messagesIn(locale),
    timeZone: 'UTC',
    onError(error) {
      throw error;
    },
  };
});
