import { expect, test } from 'vitest';
import { alarmEntry, effectEntry, momentOf } from './jobs';

const id = '0199f0c2-8a51-7c3d-9f2e-5b1d4c6a7e80';
const at = '2026-11-22T10:00:00.000Z';

test('an alarm at another moment gets another job id, without a colon', () => {
  const alarm = { subject: 'case', id, organisationId: 'o1', at } as const;
  const first = alarmEntry(alarm);
  const later = alarmEntry({ ...alarm, at: '2026-11-22T10:00:00.001Z' });
  expect(first.jobId).toBe(`a-case-${id}-1795341600001`);
  expect(later.jobId).not.toBe(first.jobId);
  expect(first.jobId).not.toContain(':');
  expect(momentOf(first.jobId)).toBe(Date.parse(at) + 1);
});

test('every try of an effect has a job id of its own, without a colon', () => {
  expect(effectEntry({ effectId: id, attempt: 0 }).jobId).toBe(`e-${id}-0`);
  expect(effectEntry({ effectId: id, attempt: 1 }).jobId).toBe(`e-${id}-1`);
  expect(momentOf(`e-${id}-0`)).toBeUndefined();
  expect(momentOf(undefined)).toBeUndefined();
});

test('R45 a job carries ids and nothing else, whatever it is given', () => {
  const alarm = { subject: 'case' as const, id, organisationId: 'o1', at, code: '123456' };
  expect(alarmEntry(alarm).data).toEqual({ subject: 'case', id, organisationId: 'o1' });
  const effect = { effectId: id, attempt: 0, address: 'jan@example.org' };
  expect(effectEntry(effect).data).toEqual({ effectId: id });
});
