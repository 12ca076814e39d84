'use client';
import { useEffect, useRef } from 'react';

/** Sends the form around it by itself, once what it waits for is there. Without script its button does. */
export function SendWhen({ ready }: { ready: boolean }) {
  const at = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (ready) at.current?.closest('form')?.requestSubmit();
  }, [ready]);
  return <span ref={at} hidden />;
}
