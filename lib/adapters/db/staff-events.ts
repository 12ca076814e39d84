import type pg from 'pg';
import type { RowEvent } from '../../domain/audit/event';
import type { MemberScope } from '../../ports/staff';
import { insertEvents } from './events';

/**
 * What a staff member's own sign-in and security tell, in each organisation of theirs; of who belongs to none (a
 * platform administrator) it belongs to no organisation. Refused tries were made by nobody known.
 */
export const tellOrganisations = (
  client: pg.ClientBase,
  { organisations, actor, origin, staffId }: MemberScope,
  now: string | undefined,
  event: RowEvent,
  { objectId = staffId, byNobody = false }: { objectId?: string; byNobody?: boolean } = {},
): Promise<void> =>
  insertEvents(
    client,
    { actor: byNobody ? { kind: 'nobody' } : actor, origin },
    now,
    (organisations.length > 0 ? organisations : [null]).map((organisationId) => ({
      organisationId,
      event,
      objectId,
    })),
  );
