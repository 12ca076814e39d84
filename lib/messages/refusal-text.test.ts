import { expect, it } from 'vitest';
import { refusalText } from './refusal-text';

const clock = { now: '2026-11-23T06:00:00.000Z', timeZone: 'Europe/Amsterdam' };

it('says when it can be tried again', () => {
  const refusal = { refused: 'wait-before-retry', retryAt: '2026-11-23T06:05:00.000Z' } as const;
  expect(refusalText(refusal, 'nl', clock)).toBe(
    'Na foute invoer moet er even gewacht worden. Het kan weer: vandaag 07.05.',
  );
  expect(refusalText({ refused: 'code-wrong' }, 'en', clock)).toBe(
    'This code is not right. Only the newest code works.',
  );
});
