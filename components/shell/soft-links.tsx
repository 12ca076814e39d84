'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/**
 * Inside the desk a link changes the page without loading it anew: an agent follows hundreds a day. Public pages are
 * opened once, on a phone, and their links are plain, so that the router's own link is not sent along with each.
 */
export function SoftLinks() {
  const router = useRouter();

  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const { button, altKey, ctrlKey, metaKey, shiftKey, defaultPrevented, target } = event;
      // Another window, a menu, or somebody else's answer to the click: the browser's business.
      if (defaultPrevented || button !== 0 || altKey || ctrlKey || metaKey || shiftKey) return;
      const link = target instanceof Element ? target.closest('a') : null;
      if (!link || link.target || link.hasAttribute('download')) return;
      const { origin, pathname, search, hash } = new URL(link.href, location.href);
      if (origin !== location.origin || pathname.startsWith('/api/') || hash) return;
      event.preventDefault();
      router.push(pathname + search);
    };
    document.addEventListener('click', follow);
    return () => document.removeEventListener('click', follow);
  }, [router]);

  return null;
}
