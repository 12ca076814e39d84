'use client';
import { useState, useTransition } from 'react';
import { type ButtonSize, buttonClass } from '../ui/button-look';
import { noticeClass } from '../ui/notice-look';

type Asked = { options: unknown; factorId?: string } | { message: string };

/** Fetched when the button is pressed: most who see this page take another way, and need not carry it. */
const browserHalf = () => import('@simplewebauthn/browser');
type BrowserHalf = Awaited<ReturnType<typeof browserHalf>>;
type RegistrationOptions = Parameters<BrowserHalf['startRegistration']>[0]['optionsJSON'];
type AuthenticationOptions = Parameters<BrowserHalf['startAuthentication']>[0]['optionsJSON'];

/**
 * Uses a security key or passkey, or sets a new one up: the server asks, the browser lets the person touch the key,
 * the server judges. A right answer leads on; anything else is said here. Needs script, as every key does.
 */
export function KeyButton({
  kind,
  handle,
  factorId,
  ask,
  answer,
  words,
  size = 'large',
}: {
  kind: 'prove' | 'enrol';
  handle: string;
  /** The key that has to prove; a new one gets its id from the server. */
  factorId?: string;
  ask: (handle: string, factorId: string) => Promise<Asked>;
  answer: (handle: string, factorId: string, response: unknown) => Promise<{ message: string }>;
  size?: ButtonSize;
  words: Record<'action' | 'failed' | 'unable' | 'pending' | 'scriptNeeded', string> & {
    /** Only a new key can be one that is there already. */
    known?: string;
  };
}) {
  const [problem, setProblem] = useState('');
  const [pending, start] = useTransition();

  const run = async () => {
    const keys = await browserHalf().catch(() => undefined);
    if (!keys) return words.failed;
    if (!keys.browserSupportsWebAuthn()) return words.unable;
    const asked = await ask(handle, factorId ?? '');
    if ('message' in asked) return asked.message;
    const touched = await touch(keys, kind, asked.options);
    if ('refused' in touched) return (touched.refused === 'known' && words.known) || words.failed;
    const said = await answer(handle, asked.factorId ?? factorId ?? '', touched.response);
    // A right answer leads to another page, and says nothing here.
    return said?.message ?? '';
  };

  return (
    <div className="grid justify-items-start gap-3">
      <div role="alert" className="empty:hidden">
        {problem && (
          <p data-notice className={noticeClass('stop')}>
            {problem}
          </p>
        )}
      </div>
      <button
        type="button"
        aria-disabled={pending || undefined}
        className={buttonClass('primary', size)}
        onClick={() => {
          if (pending) return;
          setProblem('');
          start(async () => setProblem(await run()));
        }}
      >
        {pending ? words.pending : words.action}
      </button>
      <noscript>
        <p data-notice className={noticeClass('warn')}>
          {words.scriptNeeded}
        </p>
      </noscript>
    </div>
  );
}

/** A person who closes the browser's question, or a key that is not there, is no fault: it can be tried again. */
async function touch(
  { startAuthentication, startRegistration }: BrowserHalf,
  kind: 'prove' | 'enrol',
  options: unknown,
): Promise<{ response: unknown } | { refused: 'known' | 'failed' }> {
  try {
    const response =
      kind === 'enrol'
        ? await startRegistration({ optionsJSON: options as RegistrationOptions })
        : await startAuthentication({ optionsJSON: options as AuthenticationOptions });
    return { response };
  } catch (error) {
    const known = error instanceof Error && error.name === 'InvalidStateError';
    return { refused: known ? 'known' : 'failed' };
  }
}
