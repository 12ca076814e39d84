import type { ReportAddresses } from '../lib/adapters/channels/report-addresses';
import { createSecrets } from '../lib/adapters/crypto/secrets';
import type { DatabaseUrls } from '../local/database';
import { startInbox } from '../local/inbox/inbox';
import type { MailReports } from '../local/inbox/post';
import { plant } from '../prisma/seed/plant';
import { freshDatabase, superuserUrl } from './database';
import { deskOver } from './desk-over';
import { KEY } from './key';

/** The whole desk in one process, on a real database with the seeded people, a real SMTP server and SMS gateway. */
export const openDesk = async (
  database?: DatabaseUrls,
  {
    reportTo,
    mailReports,
    smsUrl,
  }: {
    reportTo?: ReportAddresses;
    mailReports?: MailReports;
    /** Another gateway than the inbox. */
    smsUrl?: string;
  } = {},
) => {
  const urls = database ?? (await freshDatabase());
  const publicUrl = 'http://localhost:3000';
  const secrets = createSecrets({
    keys: { current: 'k1', all: { k1: KEY } },
    origin: publicUrl,
    rpName: 'Regain',
  });
  const planted = await plant(urls.ownerUrl, secrets);
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
  const over = deskOver({ urls, planted, secrets, publicUrl, post });
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
