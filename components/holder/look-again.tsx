'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/**
 * Looks again by itself while the holder has nothing to type and waits for somebody else. Only while the page is in
 * view. It uses up no tries: those count only handles that do not exist.
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
