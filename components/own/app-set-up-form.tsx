'use client';
import { useActionState } from 'react';
import { ActionFormClient } from '../ui/action-form-client';
import { buttonClass } from '../ui/button-look';
import { CodeField } from '../ui/code-field';
import type { FormAction } from '../ui/form-state';
import { noticeClass } from '../ui/notice-look';
import { ScannedSeed } from '../ui/scanned-seed';
import { SubmitButton } from '../ui/submit-button';
import { TextField } from '../ui/text-field';

export type OfferedApp =
  | { factorId: string; pending: string; qr: string; secret: string }
  | { message: string };

type Word =
  | 'begin'
  | 'show'
  | 'again'
  | 'scan'
  | 'alt'
  | 'manual'
  | 'private'
  | 'label'
  | 'labelHint'
  | 'code'
  | 'codeHint'
  | 'submit'
  | 'refused'
  | 'pending';

/** The interactive half of AppSetUp. First the QR code, at a press of the button; then the name and a code of the app, which confirms that it works. */
export function AppSetUpForm({
  offer,
  add,
  words,
}: {
  offer: () => Promise<OfferedApp>;
  add: FormAction;
  words: Record<Word, string>;
}) {
  const [offered, ask] = useActionState<OfferedApp | null>(offer, null);
  const app = offered && 'qr' in offered ? offered : null;
  return (
    <div className="grid gap-5">
      <form action={ask} className="grid justify-items-start gap-4">
        {!app && <p className="max-w-prose text-ink-2">{words.begin}</p>}
        <div role="status" className="grid gap-4 empty:hidden">
          {app && (
            <>
              <h2 className="text-section font-semibold">{words.scan}</h2>
              <ScannedSeed seed={app} words={words} />
            </>
          )}
          {offered && 'message' in offered && (
            <p data-notice className={noticeClass('stop')}>
              {offered.message}
            </p>
          )}
        </div>
        <button type="submit" className={buttonClass(app ? 'default' : 'primary')}>
          {app ? words.again : words.show}
        </button>
      </form>
      {app && (
        <ActionFormClient
          key={app.factorId}
          action={add}
          className="max-w-md"
          refusedWord={words.refused}
          pendingWord={words.pending}
        >
          <input type="hidden" name="factorId" value={app.factorId} />
          <input type="hidden" name="pending" value={app.pending} />
          <TextField
            name="label"
            label={words.label}
            hint={words.labelHint}
            required
            maxLength={60}
          />
          <CodeField name="code" label={words.code} hint={words.codeHint} />
          <div>
            <SubmitButton>{words.submit}</SubmitButton>
          </div>
        </ActionFormClient>
      )}
    </div>
  );
}
