import type pg from 'pg';
import { SESSION_ABSOLUTE, SESSION_IDLE, type Tries } from '../../domain/access/sign-in';
import type {
  MemberScope,
  StaffFactorRow,
  StaffStore,
  TicketOutcome,
  TicketRow,
} from '../../ports/staff';
import type { Origin } from '../../ports/world';
import { deskNow } from '../clock/clock';
import { inScope, NOBODY } from './scope';
import { tellOrganisations } from './staff-events';

export const FACTORS = `SELECT id, kind, sealed, credential, last_step AS "lastStep" FROM staff_factor
  WHERE staff_id = $1 AND removed_at IS NULL ORDER BY added_at, id`;

const FIND = `SELECT l.staff_id AS "staffId", array(SELECT DISTINCT m->>'organisationId'
  FROM jsonb_array_elements(lookup_memberships(l.staff_id)) AS m) AS organisations FROM lookup_ticket($1) AS l`;

const TICKET = `SELECT t.number, t.expires_at AS "expiresAt", t.used_at IS NOT NULL AS used,
  t.session_id AS "sessionId", m.person_id AS "personId"
  FROM sign_in_ticket t JOIN staff_member m ON m.id = t.staff_id AND m.disabled_at IS NULL
  WHERE t.hash = $1 AND t.staff_id = $2`;

type Owner = { staffId: string; organisations: string[] };
type Found = Pick<TicketRow, 'number' | 'expiresAt' | 'used' | 'sessionId' | 'personId'>;

const ownerOf = async (pool: pg.Pool, hash: string): Promise<Owner | undefined> => {
  const { rows } = await inScope(pool, NOBODY, (client) => client.query<Owner>(FIND, [hash]));
  return rows[0];
};

const load = async (
  client: pg.ClientBase,
  owner: Owner,
  hash: string,
  lock: 'FOR UPDATE' | '',
): Promise<TicketRow | undefined> => {
  // Factors first: every try of this person, on whatever ticket, waits here for the one before it.
  const factors = await client.query<StaffFactorRow>(`${FACTORS} ${lock}`, [owner.staffId]);
  const found = await client.query<Found>(`${TICKET} ${lock && 'FOR UPDATE OF t'}`, [
    hash,
    owner.staffId,
  ]);
  const ticket = found.rows[0];
  return ticket && { ...ticket, ...owner, factors: factors.rows, now: await deskNow(client) };
};

/** The person's counter, made and locked at once: in between an old one could be forgotten, and this try with it. */
const lockTries = async (client: pg.ClientBase, key: string): Promise<Tries | undefined> => {
  const { rows } = await client.query<Tries>(
    `INSERT INTO throttle (key, count, since) VALUES ($1, 0, desk_now())
     ON CONFLICT (key) DO UPDATE SET count = throttle.count RETURNING count, since`,
    [key],
  );
  return rows[0];
};

const writeWrong = async (
  client: pg.ClientBase,
  member: MemberScope,
  ticket: { hash: string; triesKey: string; now: string },
  { factor, tries }: Extract<TicketOutcome, { kind: 'wrong' }>,
): Promise<void> => {
  await client.query('UPDATE sign_in_ticket SET number = number + 1 WHERE hash = $1', [
    ticket.hash,
  ]);
  await client.query('UPDATE throttle SET count = $2, since = $3 WHERE key = $1', [
    ticket.triesKey,
    tries.count,
    tries.since,
  ]);
  const event = { type: 'second-factor-refused', factor } as const;
  await tellOrganisations(client, member, ticket.now, event, { byNobody: true });
};

/** The one place where a session begins, or gets a new token. False when the session to renew is over. */
const writeSession = async (
  client: pg.ClientBase,
  member: MemberScope,
  ticket: TicketRow,
  { id, tokenHash }: { id: string; tokenHash: string },
): Promise<boolean> => {
  if (ticket.sessionId === null) {
    const { address, userAgent } = member.origin;
    await client.query(
      `INSERT INTO staff_session (id, token_hash, staff_id, started_at, last_seen_at, reauthenticated_at, address, user_agent)
       VALUES ($1, $2, $3, $4, $4, $4, $5, $6)`,
      [id, tokenHash, member.staffId, ticket.now, address, userAgent.slice(0, 300)],
    );
    await tellOrganisations(
      client,
      member,
      ticket.now,
      { type: 'session-started' },
      { objectId: id },
    );
    return true;
  }
  const { rowCount } = await client.query(
    `UPDATE staff_session SET token_hash = $2, reauthenticated_at = $4, last_seen_at = $4
     WHERE id = $1 AND staff_id = $3 AND ended_at IS NULL
       AND started_at > $4::timestamptz - $5 * interval '1 millisecond'
       AND last_seen_at > $4::timestamptz - $6 * interval '1 millisecond'`,
    [ticket.sessionId, tokenHash, member.staffId, ticket.now, SESSION_ABSOLUTE, SESSION_IDLE],
  );
  if (rowCount === 0) return false;
  const objectId = ticket.sessionId;
  await tellOrganisations(client, member, ticket.now, { type: 'reauthenticated' }, { objectId });
  return true;
};

const writeRight = async (
  client: pg.ClientBase,
  member: MemberScope,
  ticket: TicketRow & { hash: string; triesKey: string },
  outcome: Extract<TicketOutcome, { kind: 'right' }>,
): Promise<TicketOutcome> => {
  const { factor, factorId, step, credential, session } = outcome;
  await client.query('UPDATE sign_in_ticket SET used_at = $2 WHERE hash = $1', [
    ticket.hash,
    ticket.now,
  ]);
  await client.query('DELETE FROM throttle WHERE key = $1', [ticket.triesKey]);
  await client.query(
    `UPDATE staff_factor SET last_step = coalesce($2, last_step), credential = coalesce($3, credential)
     WHERE id = $1`,
    [factorId, step ?? null, credential ?? null],
  );
  await tellOrganisations(client, member, ticket.now, { type: 'second-factor-accepted', factor });
  return (await writeSession(client, member, ticket, session)) ? outcome : { kind: 'over' };
};

const actorOf = (owner: Owner & { personId: string }, origin: Origin): MemberScope => ({
  staffId: owner.staffId,
  organisations: owner.organisations,
  origin,
  actor: {
    kind: 'staff',
    staffId: owner.staffId,
    personId: owner.personId,
    sessionId: '',
    addresses: [],
    memberships: [],
  },
});

export const ticketsOf = (
  pool: pg.Pool,
): Pick<StaffStore, 'openTicket' | 'readTicket' | 'judgeTicket'> => ({
  openTicket: (member, { hash, life, sessionId }) =>
    inScope(pool, member, async (client) => {
      await client.query(
        `INSERT INTO sign_in_ticket (hash, staff_id, session_id, number, expires_at)
         VALUES ($1, $2, $3, 0, desk_now() + $4 * interval '1 millisecond')`,
        [hash, member.staffId, sessionId ?? null, life],
      );
      await tellOrganisations(client, member, undefined, { type: 'password-accepted' });
    }),

  async readTicket(hash) {
    const owner = await ownerOf(pool, hash);
    if (!owner) return undefined;
    return inScope(pool, { ...NOBODY, staffId: owner.staffId }, (client) =>
      load(client, owner, hash, ''),
    );
  },

  async judgeTicket({ hash, triesKey, origin }, judge) {
    const owner = await ownerOf(pool, hash);
    if (!owner) return { kind: 'over' };
    const rows = { ...NOBODY, staffId: owner.staffId, organisations: owner.organisations };
    return inScope(pool, rows, async (client): Promise<TicketOutcome> => {
      const tries = await lockTries(client, triesKey);
      const ticket = await load(client, owner, hash, 'FOR UPDATE');
      if (!ticket) return { kind: 'over' };
      const outcome = judge({ ...ticket, tries });
      const member = actorOf(ticket, origin);
      const named = { ...ticket, hash, triesKey };
      if (outcome.kind === 'wrong') await writeWrong(client, member, named, outcome);
      if (outcome.kind === 'right') return writeRight(client, member, named, outcome);
      return outcome;
    });
  },
});
