'use client';
import { type MouseEvent, type ReactNode, useContext } from 'react';
import { useFormStatus } from 'react-dom';
import { type ButtonLook, type ButtonSize, buttonClass } from './button-look';
import { FormContext } from './form-context';

/**
 * The button that sends a form. While the answer is under way it stays focused and says so, and a
 * second press does nothing: a nervous double click must not act twice.
 */
export function SubmitButton({
  children,
  look = 'primary',
  size,
  name,
  value,
}: {
  children: ReactNode;
  look?: ButtonLook;
  size?: ButtonSize;
  name?: string;
  value?: string;
}) {
  const { pending, data } = useFormStatus();
  const { pendingWord } = useContext(FormContext);
  const mine = pending && (name === undefined || data?.get(name) === (value ?? ''));

  function refuseSecondPress(event: MouseEvent) {
    if (pending) event.preventDefault();
  }

  return (
    <button
      type="submit"
      name={name}
      value={value}
      aria-disabled={pending || undefined}
      onClick={refuseSecondPress}
      className={buttonClass(look, size)}
    >
      {mine && pendingWord ? pendingWord : children}
    </button>
  );
}
