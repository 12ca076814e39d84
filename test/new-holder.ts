import { randomBytes } from 'node:crypto';
import { inScope } from '../lib/adapters/db/scope';
import type { Measure } from '../lib/domain/case/measure';
import { ORGANISATIONS, type OrganisationKey } from '../prisma/seed/people';
import type { DeskOver } from './desk-over';

const AGO = "desk_now() - interval '400 days'";

/** A seed for an authenticator app; any 32 letters of base32 do. */
const SEED = 'NB2W45DFOIZANB2W45DFOIZANB2W45DF';

/**
 * A holder of their own for one test, imported long ago: two mailboxes, a number, an app on that phone, codes by SMS,
 * backup codes, two trusted devices and two sessions. Gives the key by which the steps of a case find them.
 */
export const newHolder = async (
  d: DeskOver,
  more: { organisation?: OrganisationKey; name?: string } = {},
): Promise<string> => {
  const { organisation = 'zorgpunt', name = 'Sanne de Boer' } = more;
  const { id: organisationId } = ORGANISATIONS[organisation];
  const key = `h${randomBytes(4).toString('hex')}`;
  const emails = [`${key}@example.net`, `${key}.club@example.org`];
  const phone = `+316${String(randomBytes(4).readUInt32BE() % 100_000_000).padStart(8, '0')}`;
  const { newId, seal } = d.secrets;
  const [accountId, personId, phoneId, appId, smsId] = [
    newId(),
    newId(),
    newId(),
    newId(),
    newId(),
  ];
  const signIn = `${key}@${ORGANISATIONS[organisation].ownMailDomain}`;
  const scope = { organisations: [organisationId], actor: { kind: 'system' } } as const;
  await inScope(d.pool, scope, async (client) => {
    const row = (sql: string, ...values: unknown[]) => client.query(sql, values);
    await row('INSERT INTO person (id, created_at) VALUES ($1, desk_now())', personId);
    await row(
      `INSERT INTO account (id, organisation_id, person_id, sign_in, display_name, imported_at, created_at)
       VALUES ($1, $2, $3, $4, $5, ${AGO}, ${AGO})`,
      accountId,
      organisationId,
      personId,
      signIn,
      name,
    );
    const points = [
      ...emails.map((address) => ({ id: newId(), kind: 'email', address })),
      { id: phoneId, kind: 'phone', address: phone },
    ];
    for (const { id, kind, address } of points)
      await row(
        `INSERT INTO contact_point (id, organisation_id, account_id, kind, address, source, added_at, sms_capable)
         VALUES ($1, $2, $3, $4, $5, 'import-new-account', ${AGO}, $6)`,
        id,
        organisationId,
        accountId,
        kind,
        address,
        kind === 'phone',
      );
    const place = { table: 'factor', column: 'sealed', row: appId, organisation: organisationId };
    for (const [id, kind, sealed, point] of [
      [appId, 'authenticator-app', seal(SEED, place), null],
      [smsId, 'sms', null, phoneId],
      [newId(), 'backup-codes', null, null],
    ])
      await row(
        `INSERT INTO factor (id, organisation_id, account_id, kind, label, sealed, contact_point_id, started_at, added_at)
         VALUES ($1, $2, $3, $4, 'Telefoon', $5, $6, ${AGO}, ${AGO})`,
        id,
        organisationId,
        accountId,
        kind,
        sealed,
        point,
      );
    for (let i = 0; i < 2; i++) {
      await row(
        `INSERT INTO trusted_device (id, organisation_id, account_id, label, trusted_at, expires_at)
         VALUES ($1, $2, $3, 'Laptop', ${AGO}, desk_now() + interval '300 days')`,
        newId(),
        organisationId,
        accountId,
      );
      await row(
        `INSERT INTO account_session (id, organisation_id, account_id, device, address, started_at)
         VALUES ($1, $2, $3, 'Laptop', '192.0.2.10', ${AGO})`,
        newId(),
        organisationId,
        accountId,
      );
    }
  });
  d.planted.holders.push({
    key,
    name,
    signIn,
    organisation,
    emails,
    phones: [phone],
    app: SEED,
    accountId,
    appId,
    phoneId,
  });
  return key;
};

type WithApp = { appId?: string };

/** The lost app goes, a new one comes: the holder sets it up. */
export const replaceApp = ({ appId = '' }: WithApp): Measure[] => [
  { kind: 'replace-factor', factorId: appId, enrol: 'authenticator-app' },
];

/** The app goes and codes by SMS stay: nothing for the holder to do. */
export const removeApp = ({ appId = '' }: WithApp): Measure[] => [
  { kind: 'remove-factor', factorId: appId },
];
