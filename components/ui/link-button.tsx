import type { ReactNode } from 'react';
import { type ButtonLook, type ButtonSize, buttonClass } from './button-look';

/** A link that looks like a button; plain, as TextLink is. */
export function LinkButton({
  href,
  look,
  size,
  children,
}: {
  href: string;
  look?: ButtonLook;
  size?: ButtonSize;
  children: ReactNode;
}) {
  return (
    <a href={href} className={buttonClass(look, size)}>
      {children}
    </a>
  );
}
