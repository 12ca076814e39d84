'use client';
import { type ReactNode, useEffect, useState } from 'react';

/** As long as a token, which the skip link's own fragment is not. */
const LIKE_A_TOKEN = /^[\w-]{32,}/;

/**
 * Takes the token out of the fragment of the link, which no server ever sees, into the form, and out of the address
 * bar and the history. Without script, or without a fragment, the code is typed (R18). Nothing is sent by opening.
 */
export function VetoToken({ children }: { children: ReactNode }) {
  const [token, setToken] = useState('');

  useEffect(() => {
    const take = () => {
      const found = window.location.hash.slice(1);
      if (!LIKE_A_TOKEN.test(found)) return;
      setToken(found);
      window.history.replaceState(window.history.state, '', window.location.pathname);
    };
    take();
    // The same page may be open already when a second link to it is followed.
    window.addEventListener('hashchange', take);
    return () => window.removeEventListener('hashchange', take);
  }, []);

  return token ? <input type="hidden" name="token" value={token} /> : children;
}
