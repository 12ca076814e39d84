import { isRefusal } from '../lib/domain/case/command';
import { caseOf } from './case-stages';
import type { TestDesk } from './desk';
import { look } from './superuser';

/** What tests look at from outside: events, effects and denials as they stand in the tables. */

export const eventsOf = (d: TestDesk, caseId: string) =>
  look<{ type: string; data: Record<string, unknown> }>(
    d,
    'SELECT type, data FROM event WHERE case_id = $1 ORDER BY number',
    [caseId],
  );

export const countOf = async (d: TestDesk, caseId: string, type: string): Promise<number> =>
  (await eventsOf(d, caseId)).filter((event) => event.type === type).length;

export const denialsOf = async (d: TestDesk, objectId: string): Promise<number> =>
  (await look(d, `SELECT FROM event WHERE type = 'denied' AND object_id = $1`, [objectId])).length;

export const effectsOf = (d: TestDesk, caseId: string, where = 'true') =>
  look<{ id: string; kind: string; status: string; attempts: number }>(
    d,
    `SELECT id, kind, status, attempts FROM effect WHERE case_id = $1 AND ${where} ORDER BY created_at, id`,
    [caseId],
  );

/** Every case with all its events, oldest first. */
export const storedCases = (d: TestDesk) =>
  look<{ state: { number: number }; events: never[] }>(
    d,
    `SELECT c.state, (SELECT jsonb_agg(e.data || jsonb_build_object('type', e.type, 'id', e.id,
       'at', iso(e.at), 'actor', e.actor) ORDER BY e.number) FROM event e WHERE e.case_id = c.id) AS events
     FROM recovery_case c`,
  );

/** The alarm of this case rings now, whether it is due or not. */
export const ring = async (d: TestDesk, c: { caseId: string; by: string }) => {
  const { organisationId } = await caseOf(d, c);
  await d.worker.ringAlarm({ subject: 'case', id: c.caseId, organisationId });
  return caseOf(d, c);
};

export const refusals = (outcomes: readonly object[]): string[] =>
  outcomes.flatMap((outcome) => (isRefusal(outcome) ? [outcome.refused] : []));

export const times = <T>(n: number, make: (i: number) => T): T[] =>
  Array.from({ length: n }, (_, i) => make(i));
