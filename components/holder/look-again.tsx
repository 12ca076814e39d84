'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/**
 * Looks again by itself while the holder has nothing to type and waits for somebody else. Only while the page is in
 * view, and seldom enough to leave the limit on tries (design.md §4) to what people do.
 */
export function LookAgain({ seconds }: { seconds: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh();
    }, seconds * 1000);
    return () => clearInterval(timer);
  }, [router, seconds]);
  return null;
}
