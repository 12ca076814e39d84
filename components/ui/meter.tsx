/**
 * How much of a time or an amount is behind. Drawn as a picture with attributes: the pages allow no
 * inline styles.
 */
export function Meter({ value, of, label }: { value: number; of: number; label: string }) {
  const part = of > 0 ? Math.min(1, Math.max(0, value / of)) : 0;
  return (
    <svg
      role="img"
      aria-label={label}
      width="100%"
      height="8"
      className="rounded-full bg-sunk shadow-[inset_0_0_0_1px_var(--line)]"
    >
      <rect width={`${(part * 100).toFixed(1)}%`} height="8" rx="4" className="fill-wait" />
    </svg>
  );
}
