import Link from 'next/link';
import type { ReactNode } from 'react';
import { type ButtonLook, type ButtonSize, buttonClass } from './button-look';

/** A link that looks like a button. Never prefetched: reading a page can be an event. */
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
    <Link href={href} prefetch={false} className={buttonClass(look, size)}>
      {children}
    </Link>
  );
}
