import { hearKannel } from '../../../../lib/wiring-reports';
import { originOf } from '../../../session';
import { reply } from '../heard';

export const dynamic = 'force-dynamic';

/** What Kannel says became of an SMS. It asks with GET; what may be told here is shown by its credentials alone. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const authorization = request.headers.get('authorization');
  return reply(await hearKannel(authorization, searchParams, await originOf()));
}
