import { ownerUrl } from '../../lib/env';
import { migrate } from '../../prisma/migrate';
import { Problem } from '../problem';

/** `npm run migrate`: a real database, as regain_owner. A local desk migrates itself at its start. */
export async function main(): Promise<void> {
  const url = ownerUrl();
  if (!url) {
    throw new Problem(
      'DATABASE_OWNER_URL is missing: the database to migrate, signing in as regain_owner.',
      '',
      ['A desk on this machine needs no migrate: "npm start" does it.'],
    );
  }
  const applied = await migrate(url);
  console.log(applied.length > 0 ? `Applied: ${applied.join(', ')}` : 'Nothing to apply.');
}
