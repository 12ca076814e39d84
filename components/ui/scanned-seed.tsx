/** The QR code of an authenticator app, and the same seed to copy by hand. */
export function ScannedSeed({
  seed,
  words,
}: {
  seed: { qr: string; secret: string };
  words: Record<'alt' | 'manual' | 'private', string>;
}) {
  return (
    <>
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
    </>
  );
}
