'use client';
import type { ComponentProps } from 'react';
import { OnceForm, type OnceWords } from './once-form';

type Kept = { kept: string[] };
export type KeptState = null | Kept | { message: string };

/** What the holder is to keep or to say on: backup codes, a pass, a code for a recovery contact. */
export function KeptForm({
  words,
  ...form
}: Omit<ComponentProps<typeof OnceForm<Kept>>, 'show' | 'words'> & {
  words: OnceWords & Record<'shown' | 'private', string>;
}) {
  return (
    <OnceForm<Kept>
      {...form}
      words={words}
      show={({ kept }) => (
        <>
          <p className="font-semibold">{words.shown}</p>
          <ol className="grid gap-1.5 rounded-lg border border-line bg-card px-4 py-3 font-mono select-all">
            {kept.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ol>
          <p className="text-small text-ink-2">{words.private}</p>
        </>
      )}
    />
  );
}
