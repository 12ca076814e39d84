import type { Content } from './content';
import type { NotAsked } from './letter';
import { mustHideToken, shortAddress } from './veto';
import type { Wording } from './wording';

/**
 * "I did not ask for this", into a letter with a code (R43). One place for all of them: a letter with a code that has no
 * way to say it does not compile.
 */
export function withNotAsked(content: Content, notAsked: NotAsked, { t }: Wording): Content {
  if (notAsked === 'by-helpdesk')
    return { ...content, sms: `${content.sms} ${t('notAsked.call')}` };
  mustHideToken(notAsked);
  const page = shortAddress(notAsked.page);
  return {
    ...content,
    notAsked: {
      ...notAsked,
      title: t('notAsked.title'),
      text: t('notAsked.text'),
      button: t('notAsked.button'),
      typed: t('notAsked.typed', { page }),
    },
    // As with a veto, an SMS has no room for a link with 43 characters of token.
    sms: `${content.sms} ${t('notAsked.sms', { page, code: notAsked.code })}`,
  };
}
