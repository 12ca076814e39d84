'use client';
import { type ReactNode, useActionState } from 'react';
import { buttonClass } from '../ui/button-look';
import { noticeClass } from '../ui/notice-look';

export type SeedState = null | { qr: string; uri: string; secret: string } | { message: string };

/** Begins an authenticator app: the QR code, and the same seed to copy by hand, in this answer only. */
export function SeedForm({
  action,
  handle,
  begun,
  words,
  children,
}: {
  action: (before: SeedState, form: FormData) => Promise<SeedState>;
  handle: string;
  /** It was begun before, perhaps on a page that was closed since. */
  begun: boolean;
  words: Record<
    'begin' | 'action' | 'again' | 'againText' | 'scan' | 'alt' | 'manual' | 'open' | 'private',
    string
  >;
  /** Where the code of the app is entered: between what is scanned and the way to scan anew. */
  children: ReactNode;
}) {
  const [state, send] = useActionState(action, null);
  const seed = state && 'qr' in state ? state : null;
  const before = !seed && !begun;
  return (
    <div className="grid gap-5">
      <div role="status" className="grid gap-4 empty:hidden">
        {seed && <Seed seed={seed} words={words} />}
        {state && 'message' in state && (
          <p data-notice className={noticeClass('stop')}>
            {state.message}
          </p>
        )}
      </div>
      {children}
      <form action={send} className="grid gap-3">
        <input type="hidden" name="handle" value={handle} />
        <p className="text-ink-2">{before ? words.begin : words.againText}</p>
        <button type="submit" className={buttonClass(before ? 'primary' : 'default', 'large')}>
          {before ? words.action : words.again}
        </button>
      </form>
    </div>
  );
}

function Seed({
  seed,
  words,
}: {
  seed: { qr: string; uri: string; secret: string };
  words: Record<'scan' | 'alt' | 'manual' | 'open' | 'private', string>;
}) {
  return (
    <>
      <p className="font-semibold">{words.scan}</p>
      {/* biome-ignore lint/performance/noImgElement: a picture in the page itself, that no loader may keep */}
      <img
        src={seed.qr}
        alt={words.alt}
        className="w-full max-w-60 rounded-lg border border-line"
      />
      <p className="text-small text-ink-2">{words.private}</p>
      <div>
        <p className="text-small text-ink-2">{words.manual}</p>
        <p className="font-mono [overflow-wrap:anywhere] select-all">{seed.secret}</p>
      </div>
      <p>
        <a href={seed.uri} className="text-brand underline underline-offset-3">
          {words.open}
        </a>
      </p>
    </>
  );
}
