import { shownHandle } from '@/components/case/case-words';

/** The handle and no name: titles stay in a browser's history. */
export function CaseTitle({ handle, what }: { handle: string; what?: string }) {
  return <title>{`${what ? `${what} · ` : ''}${shownHandle(handle)} · Regain`}</title>;
}
