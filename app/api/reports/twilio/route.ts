import { hearTwilio } from '../../../../lib/wiring-reports';
import { originOf } from '../../../session';
import { reply, shortBody } from '../heard';

/** What Twilio, or who speaks its interface, says became of an SMS or a call. */
export async function POST(request: Request): Promise<Response> {
  const body = await shortBody(request);
  if (body === undefined) return reply(413);
  const { pathname, search } = new URL(request.url);
  const signature = request.headers.get('x-twilio-signature');
  const form = new URLSearchParams(body);
  return reply(await hearTwilio(signature, pathname + search, form, await originOf()));
}
