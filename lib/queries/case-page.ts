import type pg from 'pg';
import { insertEvents } from '../adapters/db/events';
import { loadForCommit } from '../adapters/db/load';
import { pool } from '../adapters/db/pool';
import { inScope, isUuid } from '../adapters/db/scope';
import { may } from '../domain/access/can';
import { type Account, onFile } from '../domain/account/account';
import { type FactorKind, isUsable } from '../domain/account/factor';
import { notAskedLately } from '../domain/account/guard';
import { maskedContactPoint, maskedSignIn } from '../domain/account/masked';
import type { AuditEvent, Recorded } from '../domain/audit/event';
import { type Case, proofsGiven } from '../domain/case/case';
import type { AccountView, CasePage, FactorView } from '../domain/case/case-view';
import { holdEnds } from '../domain/case/deadlines';
import type { Plan } from '../domain/case/plan';
import { summary } from '../domain/case/summary';
import {
  compilePlan,
  independentPoints,
  meansGiven,
  proofsSuffice,
  waitFor,
} from '../domain/policy/compile';
import { stricterOf } from '../domain/policy/policy';
import type { Instant } from '../domain/time';
import { allowedIn, type Loaded } from './allowed';
import type { Reader } from './reader';

/** Labels of these kinds name a thing; of the others they could repeat an address. */
const NAMED: readonly FactorKind[] = ['authenticator-app', 'security-key', 'push'];

const factorView = (account: Account, reported: readonly string[]): FactorView[] =>
  account.factors.map((factor) => {
    const point = account.contactPoints.find((p) => p.id === factor.contactPointId);
    return {
      id: factor.id,
      kind: factor.kind,
      ...(NAMED.includes(factor.kind) && factor.label ? { label: factor.label } : {}),
      ...(point ? { to: maskedContactPoint(point) } : {}),
      addedAt: factor.addedAt,
      usable: isUsable(factor),
      reported: reported.includes(factor.id),
    };
  });

const accountView = (
  account: Account,
  c: Case | undefined,
  now: Instant,
  lastSignIn: AccountView['lastSignIn'],
): AccountView => {
  const { contestedUntil, suspension, accessCaseId } = account.guard;
  const reported = [...(c?.reported ?? []), ...Object.keys(account.guard.reported)];
  const independent = c ? independentPoints(c, account).map((point) => point.id) : [];
  return {
    id: account.id,
    displayName: account.displayName,
    signInMasked: maskedSignIn(account.signIn),
    disabled: account.disabled,
    privileged: account.privileged,
    ofStaff: account.ofStaff,
    points: account.contactPoints.map((point) => ({
      id: point.id,
      kind: point.kind,
      masked: maskedContactPoint(point),
      addedAt: point.addedAt,
      reported: reported.includes(point.id),
      refused: point.refusedAt !== undefined,
      onFile: onFile(account).includes(point),
      independent: independent.includes(point.id),
    })),
    contacts: account.recoveryContacts.map(({ id, name }) => ({ id, name })),
    factors: factorView(account, reported),
    trustedDevices: account.trustedDevices,
    openSessions: account.openSessions,
    otherAccessCase: accessCaseId !== undefined && accessCaseId !== c?.id,
    ...(contestedUntil && contestedUntil > now ? { contestedUntil } : {}),
    notAsked: notAskedLately(account.guard, now),
    ...(suspension && suspension.until > now ? { suspendedUntil: suspension.until } : {}),
    ...(lastSignIn ? { lastSignIn } : {}),
  };
};

const LAST_SIGN_IN = `SELECT at, country FROM sign_in WHERE account_id = $1 AND outcome = 'ok' ORDER BY at DESC LIMIT 1`;
const HISTORY = `SELECT id, at, type, actor, data FROM event WHERE case_id = $1 ORDER BY number DESC LIMIT $2`;
const NOTES = `SELECT created_at AS at, text FROM note WHERE case_id = $1 AND text IS NOT NULL`;

/** So many lines no case has that is not being played with; the log has all of them. */
const MOST_EVENTS = 500;

/** The account and, in its case, everything about it; with the line in the log that it was read (R39). */
const loadRead = async (
  client: pg.ClientBase,
  reader: Reader,
  accountId: string,
  caseId: string | null,
): Promise<{ loaded: Loaded; lastSignIn: AccountView['lastSignIn'] }> => {
  const loaded = await loadForCommit(client, accountId, caseId);
  if (!loaded) throw new Error('an account that was there is gone');
  const { rows } = await client.query<{ at: Instant; country: string }>(LAST_SIGN_IN, [accountId]);
  await insertEvents(client, reader, undefined, [
    {
      organisationId: loaded.account.organisationId,
      event: { type: 'account-read' },
      accountId,
      ...(caseId ? { objectId: caseId } : {}),
    },
  ]);
  return { loaded, lastSignIn: rows[0] };
};

const denied = (client: pg.ClientBase, reader: Reader, action: string, objectId: string) =>
  insertEvents(client, reader, undefined, [
    {
      organisationId: reader.organisations[0] ?? null,
      event: { type: 'denied', action, code: 'not-found' },
      objectId: objectId.slice(0, 100),
    },
  ]);

const namesOf = async (
  client: pg.ClientBase,
  c: Case,
  events: readonly Recorded<AuditEvent>[],
): Promise<Record<string, string>> => {
  const ids = new Set([
    ...(c.openedBy ? [c.openedBy.staffId] : []),
    ...(c.assigneeId ? [c.assigneeId] : []),
    ...c.staffActed,
    ...Object.keys(c.checkersNamed),
    ...events.flatMap((event) => (event.actor.kind === 'staff' ? [event.actor.id] : [])),
  ]);
  const { rows } = await client.query<{ id: string; name: string }>(
    'SELECT id, display_name AS name FROM staff_member WHERE id = ANY ($1::uuid[])',
    [[...ids].filter(isUuid)],
  );
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
};

/** From here on the plan is what was approved; before, it is compiled anew, because time makes proofs count or not. */
const FIXED: readonly Case['status'][] = ['awaiting-approval', 'waiting', 'paused', 'executing'];

const planOf = (c: Case, loaded: Loaded): Plan | undefined =>
  !c.plan || FIXED.includes(c.status) || c.endedAt
    ? c.plan
    : compilePlan({
        measures: c.measures,
        reported: c.reported,
        account: loaded.account,
        policy: stricterOf(loaded.policyAtOpening, loaded.policyNow),
        now: loaded.now,
      });

/** The means of a proof names a mailbox in full: screens get its kind only (R38). */
const withoutMeans = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value), (key, held) =>
    key === 'means' && typeof held === 'string' ? held.replace(/:.*$/s, '') : held,
  );

const readHistory = async (client: pg.ClientBase, caseId: string) => {
  type Line = { id: string; at: Instant; type: string; actor: object; data: object };
  const { rows } = await client.query<Line>(HISTORY, [caseId, MOST_EVENTS]);
  const { rows: notes } = await client.query<{ at: Instant; text: string }>(NOTES, [caseId]);
  return {
    events: rows.map(
      ({ data, ...line }) => ({ ...data, ...line }) as unknown as Recorded<AuditEvent>,
    ),
    notes: Object.fromEntries(notes.map(({ at, text }) => [at, text])),
  };
};

/**
 * Everything that the screens of one case show, and which of their buttons the gate would take. Addresses leave here
 * masked. A foreign case, an unknown one and one that this role may not see are all `undefined`, and a denial.
 */
export const casePage = async (
  reader: Reader,
  caseId: string,
  db = pool(),
): Promise<CasePage | undefined> => {
  const { actor } = reader;
  if (actor.kind !== 'staff') return undefined;
  return inScope(db, reader, async (client) => {
    const { rows } = await client.query<{
      accountId: string;
      organisationId: string;
      name: string;
      timeZone: string;
    }>(
      `SELECT c.account_id AS "accountId", o.id AS "organisationId", o.name, o.time_zone AS "timeZone"
       FROM recovery_case c JOIN organisation o ON o.id = c.organisation_id WHERE c.id = $1`,
      [isUuid(caseId) ? caseId : null],
    );
    const row = rows[0];
    if (!row || !may(actor, 'case.read', row.organisationId)) {
      await denied(client, reader, 'read-case', caseId);
      return undefined;
    }
    const { loaded, lastSignIn } = await loadRead(client, reader, row.accountId, caseId);
    const { case: c, account, now } = loaded;
    if (!c) return undefined;
    const { events, notes } = await readHistory(client, caseId);
    const plan = planOf(c, loaded);
    const held = holdEnds(c);
    const { nextAction, dueAt } = summary(c);
    return {
      now,
      timeZone: row.timeZone,
      organisation: { id: row.organisationId, name: row.name },
      case: withoutMeans(c),
      nextAction,
      dueAt,
      account: accountView(account, c, now, lastSignIn),
      ...(plan ? { plan: withoutMeans(plan), wait: waitFor(c, plan, account) } : {}),
      enoughProof: plan !== undefined && proofsSuffice(plan, c.proofs),
      meansGiven: meansGiven(proofsGiven(c)),
      ...(held ? { holdEnds: held } : {}),
      allowed: allowedIn(loaded, actor),
      emailCodesAllowed: stricterOf(loaded.policyAtOpening, loaded.policyNow).emailCodesAllowed,
      people: await namesOf(client, c, events),
      events: withoutMeans(events),
      eventCount: c.number,
      notes,
      me: actor.staffId,
    };
  });
};

export { accountView, denied as recordDenied, loadRead };
