import { beforeEach, describe, expect, it, vi } from 'vitest';

const front = vi.hoisted(() => ({ local: true, publicUrl: 'http://localhost:3000' }));
const session = vi.hoisted(() => ({ now: undefined as object | undefined }));
const previewImport = vi.hoisted(() => vi.fn());
vi.mock('../../../../lib/wiring-front', () => ({ front: () => front }));
vi.mock('../../../../lib/wiring', () => ({ desk: () => ({ previewImport }) }));
vi.mock('../../../session', () => ({
  staffSessionIfAny: async () => session.now,
  nextParameter: (path: string) => `?next=${encodeURIComponent(path)}`,
}));

const { POST } = await import('./route');

const HONEST = { host: 'localhost:3000', origin: 'http://localhost:3000' };
const FILE = new File(['Gebruikersnaam;Naam\na;A'], 'lijst.csv', { type: 'text/csv' });

async function send(headers: Record<string, string> = {}, file: File | string = FILE) {
  const form = new FormData();
  form.set('organisation', 'org-1');
  form.set('file', file);
  const packed = new Response(form);
  const body = await packed.arrayBuffer();
  const all = {
    'content-type': packed.headers.get('content-type') ?? '',
    'content-length': String(body.byteLength),
    ...HONEST,
    ...headers,
  };
  const request = new Request('http://localhost:3000/api/upload/accounts', {
    method: 'POST',
    body,
  });
  // A browser may set neither Host nor Content-Length; a server gets both.
  Object.defineProperty(request, 'headers', { value: new Headers(all) });
  Object.defineProperty(request, 'formData', {
    value: () =>
      new Response(body, { headers: { 'content-type': all['content-type'] } }).formData(),
  });
  const answer = await POST(request);
  return { status: answer.status, location: answer.headers.get('location') };
}

beforeEach(() => {
  front.local = true;
  session.now = { caller: {} };
  previewImport.mockReset();
  previewImport.mockResolvedValue({ draftId: 'draft-1' });
});

describe('uploading accounts', () => {
  it('leads to the preview, with the file as it was sent', async () => {
    expect(await send()).toEqual({ status: 303, location: '/import/draft-1' });
    const [caller, asked] = previewImport.mock.calls[0] ?? [];
    expect(caller).toBe((session.now as { caller: object }).caller);
    expect(asked).toMatchObject({ organisationId: 'org-1', fileName: 'lijst.csv' });
    expect(new TextDecoder().decode(asked.bytes)).toBe('Gebruikersnaam;Naam\na;A');
  });

  it.each([
    ['another site', { origin: 'https://evil.example' }, 403],
    ['a page without an origin', { origin: 'null' }, 403],
    ['R48 another name', { host: 'regain.example:3000' }, 421],
    ['R48 the address of numbers', { host: '127.0.0.1:3000' }, 421],
    ['R48 something in between', { 'x-forwarded-for': '203.0.113.7' }, 400],
  ])('refuses %s before anything is read', async (_, headers, status) => {
    expect((await send(headers as Record<string, string>)).status).toBe(status);
    expect(previewImport).not.toHaveBeenCalled();
  });

  it('leads whoever is not signed in to the sign-in page', async () => {
    session.now = undefined;
    expect(await send()).toEqual({ status: 303, location: '/sign-in?next=%2Fimport' });
    expect(previewImport).not.toHaveBeenCalled();
  });

  it.each([
    ['no length', { 'content-length': '' }, { status: 411, location: null }],
    ['a length that is none', { 'content-length': 'many' }, { status: 411, location: null }],
    [
      'more than it can hold',
      { 'content-length': String(11 * 1024 * 1024) },
      { status: 303, location: '/import?problem=file-too-large' },
    ],
  ])('reads nothing of a body with %s', async (_, headers, expected) => {
    expect(await send(headers)).toEqual(expected);
    expect(previewImport).not.toHaveBeenCalled();
  });

  it('says what is wrong with the form or the file', async () => {
    expect((await send({}, new File([], 'leeg.csv'))).location).toBe('/import?problem=file-empty');
    expect((await send({}, 'geen bestand')).location).toBe('/import?problem=required');
    previewImport.mockResolvedValue({ problem: 'missing-columns', row: 1, columns: ['Naam'] });
    expect((await send()).location).toBe('/import?problem=missing-columns&row=1&columns=Naam');
  });

  it('R36 a refusal is the answer of a page that does not exist, or asks for a fresh sign-in', async () => {
    previewImport.mockResolvedValue({ refused: 'not-found' });
    expect((await send()).status).toBe(404);
    previewImport.mockResolvedValue({ refused: 'not-allowed' });
    expect((await send()).status).toBe(404);
    previewImport.mockResolvedValue({ refused: 'reauthenticate' });
    expect((await send()).location).toBe('/sign-in/again?next=%2Fimport');
  });
});
