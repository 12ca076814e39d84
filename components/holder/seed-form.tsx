'use client';
import type { ComponentProps } from 'react';
import { ScannedSeed } from '../ui/scanned-seed';
import { OnceForm, type OnceWords } from './once-form';

type SeedShown = { qr: string; uri: string; secret: string };
export type SeedState = null | SeedShown | { message: string };

/** Begins an authenticator app: the QR code, and the same seed to copy by hand, in this answer only. */
export function SeedForm({
  words,
  ...form
}: Omit<ComponentProps<typeof OnceForm<SeedShown>>, 'show' | 'words'> & {
  words: OnceWords & Record<'scan' | 'alt' | 'manual' | 'open' | 'private', string>;
}) {
  return (
    <OnceForm<SeedShown>
      {...form}
      words={words}
      show={(seed) => <Seed seed={seed} words={words} />}
    />
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
      <ScannedSeed seed={seed} words={words} />
      <p>
        <a href={seed.uri} className="text-brand underline underline-offset-3">
          {words.open}
        </a>
      </p>
    </>
  );
}
