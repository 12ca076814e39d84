import { isLanguage, languageCookie } from '../../../lib/messages/language';
import { backPath } from './back-path';

const oneYear = 365 * 24 * 60 * 60;

/**
 * Keeps the choice of language and goes back to where the form stood. Works without JavaScript,
 * and only ever leads to a path of this desk itself.
 */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData().catch(() => null);
  const language = form?.get('lang');
  if (!isLanguage(language)) return new Response(null, { status: 400 });

  const cookie = `${languageCookie}=${language}; Path=/; Max-Age=${oneYear}; SameSite=Lax; HttpOnly`;
  return new Response(null, {
    status: 303,
    headers: {
      Location: backPath(form?.get('back'), request.headers.get('referer')),
      'Set-Cookie': cookie,
      'Cache-Control': 'no-store',
    },
  });
}
