import { expect, test } from 'vitest';
import { openLog } from './log';

function lines() {
  const written: string[] = [];
  return { written, log: openLog({ write: (line: string) => void written.push(line) }) };
}

test('R45 a fault is one line of JSON with ids, kind and code, without the words of the error', () => {
  const { written, log } = lines();
  const error = Object.assign(new Error('550 no such user jan@example.org'), { code: 'EENVELOPE' });
  log.fault('effect-failed', { effectId: 'e1', times: 2 }, error);
  expect(written).toHaveLength(1);
  expect(written[0]).not.toContain('jan@example.org');
  expect(JSON.parse(written[0] ?? '')).toMatchObject({
    level: 'error',
    msg: 'effect-failed',
    effectId: 'e1',
    times: 2,
    error: { kind: 'Error', code: 'EENVELOPE' },
  });
});

test('R45 a secret that is handed in as an id is not printed', () => {
  const { written, log } = lines();
  log.said('sent', { effectId: 'e1', token: 'tok', address: 'jan@example.org', secret: 's3' });
  expect(JSON.parse(written[0] ?? '')).not.toHaveProperty('token');
  expect(written[0]).not.toMatch(/tok"|jan@|s3/);
});

test('what is written for an operator is said in full', () => {
  const { written, log } = lines();
  const error = new Error('The database has no desk yet.');
  error.name = 'DatabaseRefused';
  log.fault('sweep-alarms-failed', {}, error);
  expect(JSON.parse(written[0] ?? '').error.says).toBe('The database has no desk yet.');
});

test('an outage is said once, each broken row every time', () => {
  const { written, log } = lines();
  for (let i = 0; i < 50; i++) log.fault('sweep-alarms-failed', {}, new Error('away'));
  expect(written).toHaveLength(1);
  for (let i = 0; i < 3; i++) log.fault('alarm-failed', { id: `c${i}` }, new Error('broken'));
  expect(written).toHaveLength(4);
});
