import { HOLDERS, STAFF } from '../prisma/seed/people';
import { type DeskOver, deskOver } from '../test/desk-over';
import { secretsOf } from './secrets-of';
import type { TestDesk } from './test-desk';

/** What of a desk can be handed to another process. */
export type Place = Pick<
  TestDesk,
  'url' | 'addresses' | 'database' | 'secrets' | 'people' | 'holders'
>;

/**
 * The use cases of this very desk, without its screens: the same database, keys and inbox. For a test that needs many
 * states of a case, and would spend its minutes on clicking its way to each.
 */
export const backstageOf = (place: Place): DeskOver => {
  const staff = place.people.map((person) => {
    const known = STAFF.find(({ key }) => key === person.key);
    if (!known) throw new Error(`nobody is called ${person.key}`);
    return { ...known, ...person };
  });
  const holders = place.holders.map(({ key, accountId, appId }) => {
    const known = HOLDERS.find((holder) => holder.key === key);
    if (!known) throw new Error(`no holder is called ${key}`);
    return { ...known, accountId, ...(appId ? { appId } : {}) };
  });
  return deskOver({
    urls: place.database,
    planted: { staff, holders },
    secrets: secretsOf(place),
    publicUrl: place.url,
    post: {
      smtpUrl: place.addresses.REGAIN_LOCAL_SMTP_URL,
      smsUrl: place.addresses.REGAIN_LOCAL_SMS_URL,
    },
  });
};
