import { expect, it } from 'vitest';
import { reply, shortBody } from './heard';

const asked = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request('https://herstel.zorgpunt.nl/api/reports/mail', {
    method: 'POST',
    body,
    headers,
    duplex: 'half',
  } as RequestInit);

it('reads a report, and nothing longer than a report', async () => {
  expect(await shortBody(asked('{"één":1}'))).toBe('{"één":1}');
  expect(await shortBody(asked('x'.repeat(16_384)))).toHaveLength(16_384);
  expect(await shortBody(asked('x'.repeat(16_385)))).toBeUndefined();
  expect(await shortBody(asked('x', { 'content-length': '999999' }))).toBeUndefined();
});

it('stops reading what does not say how long it is', async () => {
  let given = 0;
  const endless = new ReadableStream({
    pull(controller) {
      given += 1;
      controller.enqueue(new Uint8Array(4096));
    },
  });
  expect(await shortBody(asked(endless))).toBeUndefined();
  expect(given).toBeLessThan(10);
});

it('answers with a status and nothing else', async () => {
  const answer = reply(204);
  expect([answer.status, await answer.text(), answer.headers.get('cache-control')]).toEqual([
    204,
    '',
    'no-store',
  ]);
  expect(reply(401).headers.get('www-authenticate')).toContain('Basic');
});
