import { hearMail } from '../../../../lib/wiring-reports';
import { originOf } from '../../../session';
import { reply, shortBody } from '../heard';

/** A mail that came back later, told by whoever reads the bounces: `{ messageId, status }`. */
export async function POST(request: Request): Promise<Response> {
  const body = await shortBody(request);
  if (body === undefined) return reply(413);
  const signature = request.headers.get('x-regain-signature');
  return reply(await hearMail(signature, body, await originOf()));
}
