'use client';
import './globals.css';
import { FaultPage } from '../components/shell/fault-page';

/** Where the frame itself fails: the language is then only known from the browser. */
export default function FrameFault({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="nl">
      <body>
        <FaultPage error={error} retry={retry} />
      </body>
    </html>
  );
}
