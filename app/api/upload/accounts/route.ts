import { importUpload } from '../../../../lib/inputs/forms';
import { MAX_BYTES } from '../../../../lib/inputs/import-limits';
import { desk } from '../../../../lib/wiring';
import { front } from '../../../../lib/wiring-front';
import { isForeignPost, refusedLocally } from '../../../front-door';
import { nextParameter, staffSessionIfAny } from '../../../session';

/** The boundaries and the other field of the form. */
const AROUND_THE_FILE = 64 * 1024;

/** Always on with GET, and with nothing of the file in the address but where it is wrong. */
const seeOther = (path: string): Response =>
  new Response(null, { status: 303, headers: { Location: path, 'Cache-Control': 'no-store' } });

const back = (problem: string, more: Record<string, string> = {}): Response =>
  seeOther(`/import?${new URLSearchParams({ problem, ...more })}`);

/**
 * A CSV file of new accounts. The proxy does not see uploads (it would hold them in memory and cut them off), so who
 * may send is asked here. Nothing is read of a body whose length is not told or is too large.
 */
export async function POST(request: Request): Promise<Response> {
  const { local, publicUrl } = front();
  const refused = local ? refusedLocally(request.headers, publicUrl) : undefined;
  if (refused) return new Response(null, { status: refused === 400 ? 400 : 421 });
  if (isForeignPost(request.method, request.headers, publicUrl))
    return new Response(null, { status: 403 });
  const session = await staffSessionIfAny();
  if (!session) return seeOther(`/sign-in${nextParameter('/import')}`);

  const length = Number(request.headers.get('content-length') || Number.NaN);
  if (!Number.isSafeInteger(length)) return new Response(null, { status: 411 });
  if (length > MAX_BYTES + AROUND_THE_FILE) return back('file-too-large');
  const form = await request.formData().catch(() => null);
  const upload = importUpload.safeParse({ file: form?.get('file') });
  const organisationId = form?.get('organisation');
  if (!upload.success || typeof organisationId !== 'string')
    return back(upload.error?.issues[0]?.message ?? 'required');

  const { file } = upload.data;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const outcome = await desk().previewImport(session.caller, {
    organisationId,
    bytes,
    fileName: file.name,
  });
  if ('draftId' in outcome) return seeOther(`/import/${outcome.draftId}`);
  if ('problem' in outcome) {
    const { problem, row, columns } = outcome;
    return back(problem, {
      ...(row === undefined ? {} : { row: String(row) }),
      ...(columns ? { columns: columns.slice(0, 5).join(', ').slice(0, 200) } : {}),
    });
  }
  if (outcome.refused === 'reauthenticate')
    return seeOther(`/sign-in/again${nextParameter('/import')}`);
  return new Response(null, { status: 404 });
}
