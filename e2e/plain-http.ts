/** A browser without any script or drawing: what somebody sees who asks pages by hand, to the byte. */

export type Answer = {
  status: number;
  headers: Record<string, string>;
  cookies: string[];
  body: string;
};

/** Other at every answer, whatever was asked. */
const ALWAYS_OTHER = ['date', 'keep-alive', 'set-cookie'];

/** What is random in an answer, and what the asker put in, taken out: the rest must not tell one from another. */
const plain = (text: string, nonce: string | undefined, typed: readonly string[]): string => {
  const words = [
    ...(nonce ? [nonce] : []),
    ...typed.flatMap((one) => [one, encodeURIComponent(one)]),
  ];
  return words.filter(Boolean).reduce((left, word) => left.replaceAll(word, '…'), text);
};

const answerOf = async (response: Response, typed: readonly string[]): Promise<Answer> => {
  const policy = response.headers.get('content-security-policy') ?? '';
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  const headers = Object.fromEntries(
    [...response.headers]
      .filter(([name]) => !ALWAYS_OTHER.includes(name))
      .map(([name, value]) => [name, plain(value, nonce, typed)]),
  );
  return {
    status: response.status,
    headers,
    // A value is random; that there is one, for what and how long, is not.
    cookies: response.headers
      .getSetCookie()
      .map((cookie) => cookie.replace(/=[^;]*/, '=…').replace(/Expires=[^;]*/i, 'Expires=…'))
      .toSorted(),
    body: plain(await response.text(), nonce, typed),
  };
};

export type Asking = { url: string; cookie?: string; typed?: readonly string[] };

const headersOf = ({ cookie = '' }: Asking) => ({
  'accept-language': 'nl',
  ...(cookie ? { cookie } : {}),
});

/** `typed` is what the asker chose, and may read back. */
export const open = async (asking: Asking): Promise<Answer> =>
  answerOf(
    await fetch(asking.url, { redirect: 'manual', headers: headersOf(asking) }),
    asking.typed ?? [],
  );

/** The hidden fields of the form on this page that has a field of this name. */
const hiddenOf = (html: string, field: string): [string, string][] => {
  const form = [...html.matchAll(/<form[^>]*>[\s\S]*?<\/form>/g)]
    .map(([found]) => found)
    .find((found) => found.includes(`name="${field}"`));
  if (!form) throw new Error(`no form with a field “${field}”`);
  return [...form.matchAll(/<input type="hidden"([^>]*)>/g)].map(([, attributes = '']) => [
    attributeOf(attributes, 'name'),
    attributeOf(attributes, 'value'),
  ]);
};

const attributeOf = (attributes: string, name: string): string =>
  (new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

/** Fills the form of a page in and sends it, as a browser without script does; tells how long the answer took. */
export const send = async (
  asking: Asking,
  fields: Record<string, string>,
): Promise<Answer & { took: number; jar: string }> => {
  const page = await fetch(asking.url, { redirect: 'manual', headers: headersOf(asking) });
  const form = new FormData();
  const [first = ''] = Object.keys(fields);
  for (const [name, value] of hiddenOf(await page.text(), first)) form.append(name, value);
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  const { origin } = new URL(asking.url);
  const began = performance.now();
  const response = await fetch(asking.url, {
    method: 'POST',
    redirect: 'manual',
    headers: { ...headersOf(asking), origin },
    body: form,
  });
  const answer = await answerOf(response, [...(asking.typed ?? []), ...Object.values(fields)]);
  const took = performance.now() - began;
  const jar = response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .join('; ');
  return { ...answer, took, jar };
};
