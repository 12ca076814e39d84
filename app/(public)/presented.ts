/** Tokens have 43 characters, codes 16 in groups. */
const LONGEST = 200;

/** The fragment of a link as the script read it, else what was typed; a phone may make any dash of a hyphen. */
export function presentedIn(form: FormData): string {
  const [token, code] = ['token', 'code'].map((name) => form.get(name));
  if (typeof token === 'string' && token) return token.slice(0, LONGEST);
  if (typeof code !== 'string') return '';
  return code
    .trim()
    .slice(0, LONGEST)
    .replace(/\p{Pd}/gu, '-');
}
