'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';

export interface KeyWords {
  move: string;
  open: string;
  new: string;
  search: string;
  off: string;
  on: string;
}

/** Kept per browser: whoever speaks to the computer must be able to switch single keys off (WCAG 2.1.4). */
const KEPT = 'queue-keys';

/** Typing is typing, and a shortcut of the browser stays the browser's. */
const isOurs = (event: KeyboardEvent): boolean => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return false;
  const at = event.target;
  return !(at instanceof HTMLElement && at.closest('input, textarea, select, [contenteditable]'));
};

const rowLinks = (): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('[data-queue] [role="rowheader"] a'),
];

const move = (by: 1 | -1): void => {
  const links = rowLinks();
  const at = links.indexOf(document.activeElement as HTMLElement);
  const to = at === -1 ? (by === 1 ? 0 : links.length - 1) : at + by;
  links[Math.min(Math.max(to, 0), links.length - 1)]?.focus();
};

/** j and k walk the rows by moving the focus, so that Enter opens; everything is there without it too. */
export function QueueKeys({ words, newCase }: { words: KeyWords; newCase: boolean }) {
  const router = useRouter();
  const [on, setOn] = useState(true);

  useEffect(() => setOn(localStorage.getItem(KEPT) !== 'off'), []);

  useEffect(() => {
    if (!on) return;
    const onKey = (event: KeyboardEvent) => {
      if (!isOurs(event)) return;
      const acts: Record<string, () => void> = {
        j: () => move(1),
        k: () => move(-1),
        '/': () => document.querySelector<HTMLElement>('[type="search"]')?.focus(),
        ...(newCase ? { n: () => router.push('/cases/new') } : {}),
      };
      const act = acts[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [router, newCase, on]);

  function toggle() {
    localStorage.setItem(KEPT, on ? 'off' : 'on');
    setOn(!on);
  }

  return (
    <p className="mt-3 text-tiny text-ink-3 max-desk:hidden">
      {on && (
        <>
          <Key>j</Key> <Key>k</Key> {words.move} · <Key>Enter</Key> {words.open}
          {newCase && (
            <>
              {' '}
              · <Key>n</Key> {words.new}
            </>
          )}{' '}
          · <Key>/</Key> {words.search} ·{' '}
        </>
      )}
      <button
        type="button"
        onClick={toggle}
        className="min-h-6 underline decoration-1 underline-offset-3 hover:decoration-2"
      >
        {on ? words.off : words.on}
      </button>
    </p>
  );
}

function Key({ children }: { children: string }) {
  return (
    <kbd className="rounded-sm border border-b-2 border-line bg-card px-1.5 py-px font-mono text-[0.92em]">
      {children}
    </kbd>
  );
}
