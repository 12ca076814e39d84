const stroke = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 2,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

/** Icons stand beside words, never instead of them; so they are silent. */
export function CheckIcon() {
  return (
    <svg aria-hidden="true" viewBox="0 0 16 16" width="1em" height="1em" {...stroke}>
      <path d="m3.5 8.5 3 3 6-7" />
    </svg>
  );
}

export function CrossIcon() {
  return (
    <svg aria-hidden="true" viewBox="0 0 16 16" width="1em" height="1em" {...stroke}>
      <path d="m4.5 4.5 7 7m0-7-7 7" />
    </svg>
  );
}

export function PauseIcon() {
  return (
    <svg aria-hidden="true" viewBox="0 0 16 16" width="1em" height="1em" {...stroke}>
      <path d="M5.5 4v8m5-8v8" />
    </svg>
  );
}

export function MenuIcon() {
  return (
    <svg aria-hidden="true" viewBox="0 0 16 16" width="1.15em" height="1.15em" {...stroke}>
      <path d="M2.5 4.5h11m-11 4h11m-11 4h11" />
    </svg>
  );
}

export function LogoIcon() {
  return (
    <svg aria-hidden="true" viewBox="0 0 32 32" width="1.3em" height="1.3em" className="text-brand">
      <circle
        cx="16"
        cy="16"
        r="11"
        fill="none"
        stroke="currentColor"
        strokeWidth="6.5"
        strokeDasharray="51.8 17.3"
        transform="rotate(10 16 16)"
      />
    </svg>
  );
}
