/** A path of this origin: one slash first, and nothing that a browser could read as another host. */
function safePath(path: string): boolean {
  if (!/^\/(?![/\\])/.test(path)) return false;
  return [...path].every((character) => character > ' ' && character !== '\\');
}

/**
 * Where to go after a choice of language: what the form names, else the page that it stood on
 * (only the path of it: the host in a Referer is the sender's word), else the front page.
 */
export function backPath(named: unknown, referer: string | null): string {
  if (typeof named === 'string' && safePath(named)) return named;
  if (referer && URL.canParse(referer)) {
    const { pathname, search } = new URL(referer);
    if (safePath(pathname + search)) return pathname + search;
  }
  return '/';
}
