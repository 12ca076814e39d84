import type pg from 'pg';
import { pool } from '../adapters/db/pool';
import { inScope, isUuid } from '../adapters/db/scope';
import { can, isSamePerson, may } from '../domain/access/can';
import type { Account } from '../domain/account/account';
import type {
  AccountPage,
  CaseLine,
  ContactLine,
  DeviceView,
  SessionView,
  SignInView,
} from '../domain/account/account-view';
import { liveContacts } from '../domain/account/contact-counting';
import { maskedContactPoint } from '../domain/account/masked';
import { contactStatus } from '../domain/account/recovery-contact';
import type { AuditEvent, Recorded } from '../domain/audit/event';
import { offersOf } from '../domain/policy/compile';
import type { Instant } from '../domain/time';
import { accountView, loadRead, recordDenied } from './case-page';
import type { Reader } from './reader';

/** What a page shows of things that grow; the log has all of them. */
const MOST = 20;

const DEVICES = `SELECT id, label, trusted_at AS "trustedAt", expires_at AS "expiresAt", revoked_at AS "revokedAt"
  FROM trusted_device WHERE account_id = $1 ORDER BY trusted_at DESC, id LIMIT ${MOST}`;
const SESSIONS = `SELECT id, device, address, started_at AS "startedAt", ended_at AS "endedAt"
  FROM account_session WHERE account_id = $1 ORDER BY ended_at IS NOT NULL, started_at DESC, id LIMIT ${MOST}`;
const SIGN_INS = `SELECT s.id, s.at, s.address, s.country, s.device, s.outcome,
    coalesce(f.kind, CASE p.kind WHEN 'email' THEN 'email-code' WHEN 'phone' THEN 'sms' END) AS factor
  FROM sign_in s LEFT JOIN factor f ON f.id = s.factor_id LEFT JOIN contact_point p ON p.id = s.contact_point_id
  WHERE s.account_id = $1 ORDER BY s.at DESC LIMIT ${MOST}`;
const CASES = `SELECT id, handle, status, opened_at AS "openedAt", ended_at AS "endedAt"
  FROM recovery_case WHERE account_id = $1 ORDER BY ended_at IS NOT NULL, opened_at DESC, id LIMIT ${MOST}`;

const MESSAGES = [
  'challenge-delivered',
  'challenge-not-delivered',
  'notice-accepted',
  'notice-refused',
  'message-sent',
] as const satisfies readonly AuditEvent['type'][];

/** By type, because a case has many other lines: each of the few kinds is a range of the index. */
export const MESSAGES_SENT = `SELECT id, at, type, actor, data FROM event
  WHERE organisation_id = $1 AND account_id = $2 AND type = ANY ($3) ORDER BY at DESC, id DESC LIMIT ${MOST}`;

const messagesOf = async (
  client: pg.ClientBase,
  organisationId: string,
  accountId: string,
): Promise<Recorded<AuditEvent>[]> => {
  type Line = { id: string; at: Instant; type: string; actor: object; data: object };
  const { rows } = await client.query<Line>(MESSAGES_SENT, [organisationId, accountId, MESSAGES]);
  return rows.map(({ data, ...line }) => ({ ...data, ...line }) as unknown as Recorded<AuditEvent>);
};

/** Those that stand; the log has the others. */
const contactLines = (account: Account): ContactLine[] =>
  liveContacts(account).map((contact) => ({
    id: contact.id,
    name: contact.name,
    masked: maskedContactPoint({ kind: 'email', address: contact.address }),
    status: contactStatus(contact),
    since: contact.activeAt ?? contact.acceptedAt ?? contact.invitedAt,
  }));

/**
 * Everything that the desk may see of one account. Addresses leave here masked (R38), and the line in the log that it
 * was read is written in the same transaction (R39). A foreign account, an unknown one and one that this role may not
 * see are all `undefined`, and a denial.
 */
export const accountPage = async (
  reader: Reader,
  accountId: string,
  db = pool(),
): Promise<AccountPage | undefined> => {
  const { actor } = reader;
  if (actor.kind !== 'staff') return undefined;
  return inScope(db, reader, async (client) => {
    const { rows: found } = await client.query<{ id: string; name: string; timeZone: string }>(
      `SELECT o.id, o.name, o.time_zone AS "timeZone"
       FROM account a JOIN organisation o ON o.id = a.organisation_id WHERE a.id = $1`,
      [isUuid(accountId) ? accountId : null],
    );
    const row = found[0];
    if (!row || !may(actor, 'account.read', row.id)) {
      await recordDenied(client, reader, 'read-account', accountId);
      return undefined;
    }
    const { loaded, lastSignIn } = await loadRead(client, reader, accountId, null);
    const { account, now, policyNow: policy } = loaded;
    const list = async <T extends pg.QueryResultRow>(text: string): Promise<T[]> =>
      (await client.query<T>(text, [accountId])).rows;
    const view = accountView(account, undefined, now, lastSignIn);
    const offers = offersOf({ measures: [], reported: [], account, policy, now });
    const noCase =
      can(actor, 'open-case', account, now) ?? (account.disabled ? 'account-disabled' : undefined);
    return {
      now,
      timeZone: row.timeZone,
      organisation: { id: row.id, name: row.name },
      account: {
        ...view,
        points: account.contactPoints.flatMap(({ source, removedAt }, i) => {
          const point = view.points[i];
          const noCount = offers.find((offer) => offer.restsOn === point?.id)?.refused;
          const more = { ...(removedAt ? { removedAt } : {}), ...(noCount ? { noCount } : {}) };
          return point ? [{ ...point, source, ...more }] : [];
        }),
        factors: account.factors.flatMap(({ synced, givenByCase, removedAt }, i) => {
          const factor = view.factors[i];
          const more = removedAt ? { removedAt } : {};
          return factor
            ? [
                {
                  ...factor,
                  synced: synced ?? false,
                  givenByCase: givenByCase !== undefined,
                  ...more,
                },
              ]
            : [];
        }),
        ...(account.importedAt ? { importedAt: account.importedAt } : {}),
      },
      devices: await list<DeviceView>(DEVICES),
      sessions: await list<SessionView>(SESSIONS),
      signIns: await list<SignInView>(SIGN_INS),
      cases: await list<CaseLine>(CASES),
      messages: await messagesOf(client, row.id, accountId),
      own: isSamePerson(actor, account),
      contacts: contactLines(account),
      mayInviteContact:
        may(actor, 'account.invite-contact', row.id) &&
        !isSamePerson(actor, account) &&
        !account.disabled,
      mayUnmask: may(actor, 'account.unmask', row.id) && !isSamePerson(actor, account),
      ...(noCase ? { noCase } : {}),
    };
  });
};
