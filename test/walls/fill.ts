import type pg from 'pg';
import { expect } from 'vitest';
import { isRefusal } from '../../lib/domain/case/command';
import { chosen, completed, fresh, proven } from '../case-stages';
import type { TestDesk } from '../desk';
import { FOREIGN, OWN } from './tables';

/** Rows of both organisations in every table: a wall before an empty room proves nothing. */
export const fill = async (
  d: TestDesk,
  superuser: pg.Client,
  staff: { own: string; foreign: string },
): Promise<void> => {
  await completed(d);
  const open = await proven(d);
  expect(
    isRefusal(
      await d.desk.cancel(await fresh(d, 'noor'), {
        caseId: open.caseId,
        reason: 'found the phone',
      }),
    ),
  ).toBe(false);
  await chosen(d);
  for (const [organisation, member] of [
    [OWN, staff.own],
    [FOREIGN, staff.foreign],
  ]) {
    await superuser.query(
      `INSERT INTO staff_session (id, token_hash, staff_id, started_at, last_seen_at, reauthenticated_at, address, user_agent)
         VALUES (gen_random_uuid(), md5($1), $1::text::uuid, now(), now(), now(), '192.0.2.1', 'test')`,
      [member],
    );
    await superuser.query(
      `INSERT INTO sign_in_ticket (hash, staff_id, number, expires_at) VALUES (md5($1), $1::text::uuid, 0, now())`,
      [member],
    );
    await superuser.query(
      `INSERT INTO message_attempt (id, organisation_id, account_id, effect_id, channel, route, at)
         VALUES (gen_random_uuid(), $1, gen_random_uuid(), gen_random_uuid(), 'mail', 'smtp', now())`,
      [organisation],
    );
    await superuser.query(
      `INSERT INTO account_ticket (hash, organisation_id, account_id, created_at, expires_at)
         VALUES (md5($1), $1::text::uuid, gen_random_uuid(), now(), now() + interval '1 year')`,
      [organisation],
    );
    await superuser.query(
      `INSERT INTO backup_code_use (factor_id, number, organisation_id, account_id, used_at)
         VALUES (gen_random_uuid(), 1, $1, gen_random_uuid(), now())`,
      [organisation],
    );
    await superuser.query(
      `INSERT INTO waiting_change (id, organisation_id, account_id, case_id, change, asked_at, due_at)
         VALUES (gen_random_uuid(), $1, gen_random_uuid(), gen_random_uuid(), '{}', now(), now())`,
      [organisation],
    );
    await superuser.query(
      `INSERT INTO case_setting (id, organisation_id, account_id, case_id, kind, value, created_at)
         VALUES (gen_random_uuid(), $1, gen_random_uuid(), gen_random_uuid(), 'password', 'hash', now())`,
      [organisation],
    );
    await superuser.query(
      `INSERT INTO recovery_contact (id, organisation_id, account_id, name, address, mailbox, invited_by, invited_at, expires_at)
         VALUES (gen_random_uuid(), $1, gen_random_uuid(), 'Mirjam', 'm@example.net', 'm@example.net', 'holder', now(), now())`,
      [organisation],
    );
    await superuser.query(
      `INSERT INTO contact_link (hash, organisation_id, account_id, contact_id, purpose, created_at)
         VALUES (md5($1), $1::text::uuid, gen_random_uuid(), gen_random_uuid(), 'contact', now())`,
      [organisation],
    );
    await superuser.query(
      `INSERT INTO code_link (hash, organisation_id, account_id, about, created_at)
         VALUES (md5($1), $1::text::uuid, gen_random_uuid(), '{"kind": "request"}', now())`,
      [organisation],
    );
    await superuser.query(
      `INSERT INTO recovery_request (id, organisation_id, account_id, token_hash, symptom, over, contact_point_id,
           number, digits, sent_at, expires_at, wrong_entries, created_at)
         VALUES (gen_random_uuid(), $1::text::uuid, gen_random_uuid(), md5($1), 'other', 'email', gen_random_uuid(),
           1, 6, now(), now(), 0, now())`,
      [organisation],
    );
    await superuser.query(
      `INSERT INTO import_draft (id, organisation_id, staff_id, sealed, created_at, expires_at)
         VALUES (gen_random_uuid(), $1, $2, 'sealed', now(), now() + interval '1 year')`,
      [organisation, member],
    );
  }
};
