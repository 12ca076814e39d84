/** Whether this browser may skip the second factor from now on: never chosen beforehand. */
export function TrustBox({ label, hint }: { label: string; hint: string }) {
  return (
    <label className="flex items-start gap-2.5">
      <input type="checkbox" name="trust" className="mt-1 size-5 shrink-0 accent-brand" />
      <span>
        {label}
        <span className="block text-small text-ink-2">{hint}</span>
      </span>
    </label>
  );
}
