'use client';
import { useEffect, useState } from 'react';
import { en, nl } from '../../lib/messages/fault';
import { isLanguage, type Language } from '../../lib/messages/language';
import { Button } from '../ui/button';
import { buttonClass } from '../ui/button-look';
import { ProseTitle } from '../ui/prose-title';

const words = { nl, en };

function browserLanguage(): Language {
  return typeof navigator !== 'undefined' && navigator.language.startsWith('en') ? 'en' : 'nl';
}

/** The id under which the fault was logged, if it happened on the server. */
function faultId(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('digest' in error)) return null;
  return typeof error.digest === 'string' ? error.digest : null;
}

/**
 * When the desk itself fails. It says nothing about the cause, which may hold what the reader must
 * not see, only the id by which the log tells it.
 */
export function FaultPage({ error, retry }: { error: unknown; retry: () => void }) {
  const [language, setLanguage] = useState(browserLanguage);
  const t = words[language];
  const id = faultId(error);

  // Only once it is drawn is the reader's own choice known, from the frame around it.
  useEffect(() => {
    const said = document.documentElement.lang;
    if (isLanguage(said)) setLanguage(said);
  }, []);
  return (
    <main className="public mx-auto grid max-w-[35rem] gap-5 px-4 py-10">
      <div role="alert">
        <ProseTitle title={t.title}>
          <p>{t.text}</p>
          {id && (
            <p>
              {t.id} <span className="font-mono text-ink">{id}</span>
            </p>
          )}
        </ProseTitle>
      </div>
      <p className="flex flex-wrap gap-3">
        <Button look="primary" onClick={retry}>
          {t.retry}
        </Button>
        {/* A full load, not a soft one: what failed may be the router's own state. */}
        <a href="/" className={buttonClass('quiet')}>
          {t.home}
        </a>
      </p>
    </main>
  );
}
