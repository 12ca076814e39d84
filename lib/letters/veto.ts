import type { Content } from './content';
import type { Veto } from './letter';
import type { Wording } from './wording';

export function vetoContent(
  veto: Veto,
  { t }: Wording,
  text: string,
): NonNullable<Content['veto']> {
  return {
    ...veto,
    title: t('veto.title'),
    text,
    button: t('veto.button'),
    typed: t('veto.typed', { page: shortAddress(veto.page) }),
  };
}

/** An SMS has no room for a link with 43 characters of token: it gives the page and the code to type. */
export const vetoSms = (veto: Veto, { t }: Wording): string =>
  t('veto.sms', { page: shortAddress(veto.page), code: veto.code });

/** As it is typed. Phones make a link of it; where it is not https it must be said. */
export const shortAddress = (url: string): string => url.replace(/^https:\/\//, '');

/** Refuses a veto whose token is not in the fragment of its link (R18): that is a fault of who made it. */
export function mustHideToken({ url, page }: Veto): void {
  const link = new URL(url);
  if (link.search || link.hash.length < 2 || `${link.origin}${link.pathname}` !== page) {
    throw new Error('the link of a veto must be its page with a token in the fragment');
  }
}
