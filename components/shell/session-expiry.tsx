'use client';
import { usePathname } from 'next/navigation';
import { useEffect, useState, useTransition } from 'react';
import { formatInstant } from '../../lib/messages/format';
import type { Language } from '../../lib/messages/language';
import { Button } from '../ui/button';
import { noticeClass } from '../ui/notice-look';

/** WCAG 2.2.1 asks at least 20 seconds to extend a time limit; on the telephone that is too short. */
const WARN_BEFORE = 2 * 60_000;
/** A page that was opened within the first minute of a session's use is not written down as use. */
const SEEN_EVERY = 60_000;

interface Words {
  title: string;
  /** With `{time}`. */
  text: string;
  latest: string;
  extend: string;
  over: string;
  signIn: string;
}

/**
 * Warns before the session ends for want of use, and keeps it standing at the press of a button. The desk's clock runs
 * as fast as the browser's: only the time that passes is taken from there.
 */
export function SessionExpiry({
  now,
  left,
  idle,
  latest,
  timeZone,
  locale,
  extend,
  words,
}: {
  /** The desk's time when the frame was drawn. */
  now: string;
  /** Milliseconds until the session ends if nothing more is asked of it, and at the very latest. */
  left: number;
  latest: number;
  idle: number;
  timeZone: string;
  locale: Language;
  extend: () => Promise<number | undefined>;
  words: Words;
}) {
  const path = usePathname();
  const [drawnAt] = useState(() => performance.now());
  const [endsIn, setEndsIn] = useState({ since: drawnAt, path, length: left });
  const [stage, setStage] = useState<'fine' | 'soon' | 'over'>('fine');
  const [pending, start] = useTransition();

  // The frame stays when the reader goes to another page, but that page was use.
  useEffect(() => {
    setEndsIn((before) =>
      before.path === path ? before : { since: performance.now(), path, length: idle - SEEN_EVERY },
    );
  }, [path, idle]);

  const end = Math.min(endsIn.since + endsIn.length, drawnAt + latest);
  const forGood = end === drawnAt + latest;

  useEffect(() => {
    const look = () => {
      const rest = end - performance.now();
      setStage(rest <= 0 ? 'over' : rest <= WARN_BEFORE ? 'soon' : 'fine');
    };
    look();
    const timer = setInterval(look, 5_000);
    return () => clearInterval(timer);
  }, [end]);

  const press = () => {
    start(async () => {
      const length = await extend();
      if (length === undefined) setStage('over');
      else setEndsIn({ since: performance.now(), path, length });
    });
  };

  const at = new Date(Date.parse(now) + (end - drawnAt)).toISOString();
  const time = formatInstant(at, { locale, timeZone, now, style: 'time' });
  return (
    <div role="alert" className="sticky top-0 z-20 empty:hidden">
      {stage !== 'fine' && (
        <div data-notice className={`${noticeClass('warn')} m-4 flex flex-wrap items-center gap-4`}>
          <p className="grow basis-60">
            {stage === 'over' ? (
              <strong>{words.over}</strong>
            ) : (
              <>
                <strong>{words.title}. </strong>
                {(forGood ? words.latest : words.text).replace('{time}', time)}
              </>
            )}
          </p>
          {stage === 'over' ? (
            <a
              href={`/sign-in?next=${encodeURIComponent(path)}`}
              className="font-semibold underline"
            >
              {words.signIn}
            </a>
          ) : (
            !forGood && (
              <Button look="primary" onClick={press} aria-disabled={pending || undefined}>
                {words.extend}
              </Button>
            )
          )}
        </div>
      )}
    </div>
  );
}
