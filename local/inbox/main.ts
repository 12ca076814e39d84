import { startInbox } from './inbox';

const port = (name: string): number => {
  const value = Number(process.env[name] ?? 0);
  if (!Number.isInteger(value) || value < 0 || value > 65_535) throw new Error(`${name}: no port`);
  return value;
};

/** The desk's own address and key, where it was started with one: mail that comes back is told there. */
const { REGAIN_LOCAL_PUBLIC_URL: desk, REGAIN_LOCAL_SESSION_SECRET: key } = process.env;

const inbox = await startInbox({
  smtpPort: port('REGAIN_INBOX_SMTP_PORT'),
  httpPort: port('REGAIN_INBOX_HTTP_PORT'),
  ...(desk && key ? { mailReports: { url: `${desk}/api/reports/mail`, key } } : {}),
});
console.log(
  `inbox: mail ${inbox.smtpUrl}, SMS ${inbox.smsUrl}, messages ${inbox.inboxUrl}/messages`,
);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    inbox.close().then(() => process.exit(0));
  });
}
