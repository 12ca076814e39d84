import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORGANISATIONS } from '../../prisma/seed/people';
import { accountOf, asked, caseOf, chosen, enrolling, fresh, proven } from '../../test/case-stages';
import { authenticatorCode, doorOf, ok } from '../../test/case-steps';
import { openDesk, type TestDesk } from '../../test/desk';
import { removeApp } from '../../test/new-holder';
import {
  doorOf as doorOfOwn,
  type OwnHolder,
  ownHolder,
  showBackupCode,
} from '../../test/own-steps';
import { quietPost } from '../../test/quiet-post';
import { look } from '../../test/superuser';
import { isRefusal } from '../domain/case/command';
import { USE_CASES } from './index';

const NOWHERE = '0190a000-0000-7000-8000-00000000dead';
const { zorgpunt, gemeente } = ORGANISATIONS;

/** Use cases that take no id which could be somebody else's, and why. Every other one is tried with foreign ids. */
const WITHOUT_FOREIGN_ID: Record<string, string> = {
  findHandle: 'by handle, tried below',
  enterCode: 'by handle',
  resendCode: 'by handle',
  showContactCode: 'by handle',
  proveWithAuthenticator: 'by handle',
  proveWithBackupCode: 'by handle',
  passkeyChallenge: 'by handle',
  proveWithPasskey: 'by handle',
  offerScreen: 'by handle',
  showSecret: 'by handle',
  typeSecret: 'by handle',
  reportLoss: 'by handle',
  veto: 'by handle',
  vetoByLink: 'by what stands in a message',
  reportNotAsked: 'by what stands in a message',
  vouch: 'by what stands in a message',
  readContactPage: 'by what stands in a message',
  acceptAsContact: 'by what stands in a message',
  leaveContact: 'by what stands in a message',
  stopContact: 'by what stands in a message',
  startEnrolment: 'by handle',
  startEnrolmentOver:
    'by handle; a contact point of another account is refused (set-up.db.test.ts)',
  sendEnrolmentCode: 'by handle',
  chooseCasePassword: 'by handle',
  confirmEnrolment: 'by handle',
  askRecovery: 'a name; what is somebody’s and what is nobody’s look alike (asking.db.test.ts)',
  askRecoveryAgain: 'the token of the screen that asked',
  answerRequest: 'the token of the screen that asked',
  signInHolder: 'a code of the account itself',
  answerPause: 'the very sign-in that paused the case',
  checkHolderPassword: 'a name and a password',
  checkHolderPasswordAgain: 'a name and a password',
  readHolderFactors: 'a ticket',
  sendSignInCode: 'a ticket',
  enterHolderFactor: 'a ticket',
  isRefusedElsewhere: 'a ticket',
  skipSecondFactor: 'a ticket',
  askPush: 'a ticket',
  readPush: 'the token of a device',
  answerPush: 'the token of a device',
  readHolderSession: 'a token',
  signOutHolder: 'one’s own session',
  readPausedCase: 'the very sign-in that paused the case',
  answerPausedCase: 'the very sign-in that paused the case',
  checkPassword: 'a name and a password',
  checkPasswordAgain: 'a name and a password',
  readSecondFactor: 'a ticket',
  checkSecondFactor: 'a ticket',
  readSession: 'a token',
  signOut: 'one’s own session',
  revokeOtherSessions: 'one’s own sessions',
  offerFactor: 'one’s own factors',
  addFactor: 'one’s own factors',
  ringAlarm: 'the worker, by ids that the database gave',
  performEffect: 'the worker, by ids that the database gave',
  changePassword: 'one’s own account',
  newBackupCodes: 'one’s own account',
  signOutEverywhere: 'one’s own sessions',
  confirmReadiness: 'one’s own account',
  offerOwnApp: 'one’s own account',
  addOwnApp: 'a seed sealed for one’s own account',
  offerOwnKey: 'one’s own account',
  addOwnKey: 'a challenge of one’s own session',
  offerContactPoint: 'one’s own account',
  sendConfirmingCodeAgain: 'one’s own session',
  enterConfirmingCode: 'one’s own session',
  inviteRecoveryContact: 'one’s own account',
  reportDelivery: 'a route, by what it calls a message',
  refuseReport: 'nobody: there is nothing to find',
};

/** What an account holder asks about a thing of the own account; tried below with the things of others. */
const OWN_THINGS: Record<string, string> = {
  renameOwnFactor: 'factorId',
  removeOwnFactor: 'factorId',
  preferFactor: 'factorId',
  removeContactPoint: 'contactPointId',
  offerSentFactor: 'contactPointId',
  addPush: 'deviceId',
  sendBackupCodes: 'factorId',
  sendAnewCode: 'contactPointId',
  confirmAnew: 'id',
  askAnewKey: 'factorId',
  confirmAnewByKey: 'factorId',
  revokeOwnDevice: 'deviceId',
  endOwnSession: 'sessionId',
  cancelWaitingChange: 'changeId',
  endRecoveryContact: 'contactId',
  vetoOwnCase: 'caseId',
};

describe('ids of others', () => {
  let d: TestDesk;
  beforeAll(async () => {
    d = await openDesk();
    quietPost(d);
  });
  afterAll(() => d.close());

  describe('a foreign id', () => {
    /** Every column of every row of this organisation, or of one account in it. */
    const everythingOf = async (organisationId: string, accountId?: string): Promise<string> => {
      const tables = await look<{ name: string }>(
        d,
        `SELECT table_name AS name FROM information_schema.columns
         WHERE table_schema = 'public' AND column_name = $1 ORDER BY 1`,
        [accountId ? 'account_id' : 'organisation_id'],
      );
      const rows = await look<{ rows: string }>(
        d,
        tables
          .map(
            ({ name }) =>
              `SELECT '${name} ' || coalesce(md5(string_agg(t::text, ';' ORDER BY t::text)), '') AS rows
               FROM ${name} t WHERE ${accountId ? 'account_id' : 'organisation_id'} = $1`,
          )
          .join(' UNION ALL '),
        [accountId ?? organisationId],
      );
      return rows.map((row) => row.rows).join('\n');
    };

    it.each(
      Object.keys(USE_CASES).filter(
        (name) => !(name in WITHOUT_FOREIGN_ID) && !(name in OWN_THINGS),
      ),
    )(
      'R39 %s: is answered as one that does not exist, changes nothing there and is on record here',
      async (name) => {
        const foreign = await foreignIds();
        const unknown = Object.fromEntries(Object.keys(foreign).map((key) => [key, NOWHERE]));
        const bytes = await readFile(join(import.meta.dirname, '../inputs/testdata/excel-nl.csv'));
        const rest = {
          bytes,
          fileName: 'accounts.csv',
          what: 'sign-in',
          reason: 'a reason that will do',
          symptom: 'app-lost',
          name: 'Mirjam',
          address: 'mirjam@example.org',
          helped: false,
          measures: [{ kind: 'add-factor', enrol: 'authenticator-app' }],
          kind: 'email-challenge',
          planHash: 'hash',
          choice: 'end',
          mode: 'in-person',
          documentKind: 'passport',
          place: 'town hall',
          result: 'matches',
          screenNumber: '123456',
        };
        const before = await everythingOf(zorgpunt.id);
        const attempt = d.desk[name as keyof typeof d.desk] as (
          ...input: unknown[]
        ) => Promise<object>;
        const caller = await fresh(d, 'kees');
        const outcomes: object[] = [];
        for (const ids of [foreign, unknown])
          outcomes.push(await attempt(caller, { ...rest, ...ids }));
        expect(outcomes).toEqual([{ refused: 'not-found' }, { refused: 'not-found' }]);
        expect(await everythingOf(zorgpunt.id)).toBe(before);
        const denials = await look<{ organisation_id: string }>(
          d,
          `SELECT organisation_id FROM event WHERE type = 'denied' AND actor_id = $1 AND object_id = ANY ($2)`,
          [d.planted.staff.find((s) => s.key === 'kees')?.id, [...Object.values(foreign), NOWHERE]],
        );
        expect(denials.length).toBeGreaterThan(1);
        expect(new Set(denials.map((row) => row.organisation_id))).toEqual(new Set([gemeente.id]));
      },
    );

    let ids: Promise<Record<string, string>> | undefined;
    /** Things of the other organisation, one of each. */
    const foreignIds = () => {
      ids ??= (async () => {
        const c = await asked(d, { by: 'daan' });
        const account = await accountOf(d, c);
        const saskia = await fresh(d, 'saskia');
        const bytes = await readFile(join(import.meta.dirname, '../inputs/testdata/excel-nl.csv'));
        const preview = ok(
          await d.desk.previewImport(saskia, {
            organisationId: zorgpunt.id,
            bytes,
            fileName: 'x.csv',
          }),
        );
        if (!('draftId' in preview)) throw new Error('the file cannot be read');
        const daan = d.planted.staff.find((s) => s.key === 'daan')?.id ?? '';
        const [session] = await look<{ id: string }>(
          d,
          `INSERT INTO staff_session (id, token_hash, staff_id, started_at, last_seen_at, reauthenticated_at, address, user_agent)
           VALUES (gen_random_uuid(), 'none', $1, desk_now(), desk_now(), desk_now(), '', '') RETURNING id`,
          [daan],
        );
        const [factor] = await look<{ id: string }>(
          d,
          'SELECT id FROM staff_factor WHERE staff_id = $1',
          [daan],
        );
        const [membership] = await look<{ id: string }>(
          d,
          'SELECT id FROM membership WHERE staff_id = $1',
          [daan],
        );
        return {
          caseId: c.caseId,
          accountId: c.accountId,
          contactPointId: account.contactPoints[0]?.id ?? '',
          organisationId: zorgpunt.id,
          draftId: preview.draftId,
          staffId: daan,
          sessionId: session?.id ?? '',
          factorId: factor?.id ?? '',
          membershipId: membership?.id ?? '',
        };
      })();
      return ids;
    };

    it.each(Object.entries(OWN_THINGS))(
      'R39 %s: the thing of another account is answered as one that is not there',
      async (name, key) => {
        const mine = await signedIn();
        const theirs = await thingsOfAnother();
        const before = await everythingOf(zorgpunt.id, theirs.accountId);
        const attempt = d.desk[name as keyof typeof d.desk] as (
          ...input: unknown[]
        ) => Promise<object>;
        // What needs the whole session gets it; the rest takes whoever asks.
        const by = name === 'offerSentFactor' || /Anew/.test(name) ? mine : mine.caller;
        const outcomes: object[] = [];
        for (const id of [theirs[key], NOWHERE])
          outcomes.push(await attempt(by, { label: 'x', kind: 'sms', [key]: id }));
        expect(outcomes[0]).toHaveProperty('refused');
        expect(outcomes[0]).toEqual(outcomes[1]);
        expect(await everythingOf(zorgpunt.id, theirs.accountId)).toBe(before);
      },
    );

    const signedIn = async (holder?: OwnHolder) => {
      const door = await doorOfOwn(d, holder ?? (await ownHolder(d)));
      const answer = await showBackupCode(d, door, 1, true);
      if (!('token' in answer)) throw new Error(JSON.stringify(answer));
      const session = await d.desk.readHolderSession(answer.token, door.origin);
      if (!session) throw new Error('not signed in');
      return session;
    };

    let things: Promise<Record<string, string>> | undefined;
    /** One of each thing that belongs to another account of the same organisation. */
    const thingsOfAnother = () => {
      things ??= (async () => {
        const holder = await ownHolder(d);
        const { caller } = await signedIn(holder);
        const contact = { name: 'Mirjam', address: 'mirjam@example.org' };
        ok(await d.desk.inviteRecoveryContact(caller, contact));
        const { accountId, organisationId } = holder;
        await look(
          d,
          `INSERT INTO waiting_change (id, organisation_id, account_id, case_id, change, asked_at, due_at)
           VALUES (gen_random_uuid(), $1, $2, gen_random_uuid(), '{}', desk_now(), desk_now() + interval '3 days')`,
          [organisationId, accountId],
        );
        const { caseId } = await chosen(d, { key: holder.key });
        const one = async (table: string) => {
          const found = `SELECT id FROM ${table} WHERE account_id = $1 LIMIT 1`;
          const [row] = await look<{ id: string }>(d, found, [accountId]);
          if (!row) throw new Error(`nothing in ${table}`);
          return row.id;
        };
        return {
          accountId,
          caseId,
          factorId: await one('factor'),
          id: await one('factor'),
          contactPointId: await one('contact_point'),
          deviceId: await one('trusted_device'),
          sessionId: await one('account_session'),
          contactId: await one('recovery_contact'),
          changeId: await one('waiting_change'),
        };
      })();
      return things;
    };

    it('R15 of a factor, a proof or an enrolment of another case opens nothing on this one', async () => {
      const [c, other] = [await proven(d), await enrolling(d)];
      const code = await authenticatorCode(d, other.seed);
      expect(await d.desk.confirmEnrolment(c.door, { factorId: other.factorId, code })).toEqual({
        refused: 'enrolment-closed',
      });
      const app = await authenticatorCode(d, other.holder.app ?? '');
      expect(
        await d.desk.proveWithAuthenticator(c.door, {
          factorId: other.holder.appId ?? '',
          code: app,
        }),
      ).toEqual({ refused: 'unknown-factor' });
      const proofId = (await caseOf(d, other)).proofs[0]?.id ?? '';
      expect(await d.desk.enterCode(c.door, { proofId, code: '123456' })).toEqual({
        refused: 'no-code-sent',
      });
      expect(await d.desk.startEnrolment({ ...c.door, secret: other.door.secret ?? '' })).toEqual({
        refused: 'enrolment-closed',
      });
      expect(await d.desk.startEnrolment({ ...other.door, secret: c.door.secret ?? '' })).toEqual({
        refused: 'secret-needed',
      });
      expect(await d.desk.reportLoss(c.door, { ids: [other.holder.appId ?? ''] })).toEqual({
        refused: 'contact-point-unknown',
      });
      expect(
        await d.desk.chooseMeasures(await fresh(d, 'noor'), {
          caseId: c.caseId,
          measures: removeApp(other.holder),
        }),
      ).toEqual({ refused: 'unknown-factor' });
    });

    it('R39 a refusal before the gate is on record too', async () => {
      const c = await chosen(d);
      const door = doorOf(c);
      const tries: [string, () => Promise<object>][] = [
        ['resendCode', () => d.desk.resendCode(door, { proofId: NOWHERE })],
        ['enterCode', () => d.desk.enterCode(door, { proofId: NOWHERE, code: '123456' })],
        [
          'proveWithAuthenticator',
          () => d.desk.proveWithAuthenticator(door, { factorId: NOWHERE, code: '123456' }),
        ],
        ['passkeyChallenge', () => d.desk.passkeyChallenge(door, { factorId: NOWHERE })],
        [
          'proveWithPasskey',
          () => d.desk.proveWithPasskey(door, { factorId: NOWHERE, response: {} }),
        ],
        ['startEnrolment', () => d.desk.startEnrolment(door)],
        ['startEnrolmentOver', () => d.desk.startEnrolmentOver(door, { contactPointId: NOWHERE })],
        ['sendEnrolmentCode', () => d.desk.sendEnrolmentCode(door, { byVoice: false })],
        ['chooseCasePassword', () => d.desk.chooseCasePassword(door, { password: 'wie-weet' })],
        [
          'confirmEnrolment',
          () => d.desk.confirmEnrolment(door, { factorId: NOWHERE, code: '123456' }),
        ],
        ['typeSecret', () => d.desk.typeSecret(door, { secret: 'AAAA' })],
      ];
      for (const [name, attempt] of tries) {
        const count = `SELECT count(*)::int AS n FROM event WHERE type = 'denied' AND object_id = $1`;
        const [before] = await look<{ n: number }>(d, count, [c.caseId]);
        expect({ name, refused: isRefusal(await attempt()) }).toEqual({ name, refused: true });
        const [after] = await look<{ n: number }>(d, count, [c.caseId]);
        expect({ name, recorded: (after?.n ?? 0) - (before?.n ?? 0) }).toEqual({
          name,
          recorded: 1,
        });
      }
    });
  });
});
