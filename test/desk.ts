import type { ReportAddresses } from '../lib/adapters/channels/report-addresses';
import type { DatabaseUrls } from '../local/database';
import { startInbox } from '../local/inbox/inbox';
import type { MailReports } from '../local/inbox/post';
import { freshDatabase, peopledDatabase, superuserUrl } from './database';
import { deskOver } from './desk-over';
import { PUBLIC_URL, plantPeople, testSecrets } from './planted';

const planting = async (urls: DatabaseUrls, passwords: 'quick' | 'real') => ({
  urls,
  planted: await plantPeople(urls, passwords),
});

/** The whole desk in one process, on a real database with the seeded people, a real SMTP server and SMS gateway. */
export const openDesk = async (
  database?: DatabaseUrls,
  {
    reportTo,
    mailReports,
    smsUrl,
    passwords = 'quick',
  }: {
    reportTo?: ReportAddresses;
    mailReports?: MailReports;
    /** Another gateway than the inbox. */
    smsUrl?: string;
    /** `real` where it is measured how long it takes to check one. */
    passwords?: 'quick' | 'real';
  } = {},
) => {
  const { urls, planted } =
    database || passwords === 'real'
      ? await planting(database ?? (await freshDatabase()), passwords)
      : await peopledDatabase();
  const secrets = testSecrets();
  const inbox = await startInbox({
    smtpPort: 0,
    httpPort: 0,
    ...(mailReports ? { mailReports } : {}),
  });
  const post = {
    smtpUrl: inbox.smtpUrl,
    smsUrl: smsUrl ?? inbox.smsUrl,
    ...(reportTo ? { reportTo } : {}),
  };
  const over = deskOver({ urls, planted, secrets, publicUrl: PUBLIC_URL, post });
  return {
    ...over,
    inbox,
    get superuserUrl() {
      return superuserUrl(urls);
    },
    async close(): Promise<void> {
      await Promise.all([over.close(), inbox.close()]);
    },
  };
};

export type TestDesk = Awaited<ReturnType<typeof openDesk>>;
