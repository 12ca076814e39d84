'use client';
import './globals.css';
import { FaultPage } from '../components/shell/fault-page';

/**
 * Whatever fails, on any page, ends here: the frame around the pages holds nothing that would be missed, and so every
 * page carries one such page, not two. The language is that of the page that stood there, if one did.
 */
export default function Fault({ error, retry }: { error: unknown; retry: () => void }) {
  const said = typeof document === 'undefined' ? 'nl' : document.documentElement.lang;
  const language = said === 'en' ? 'en' : 'nl';
  return (
    <html lang={language}>
      <body>
        <FaultPage error={error} retry={retry} language={language} />
      </body>
    </html>
  );
}
