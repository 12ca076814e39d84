import type { Delivery, OutgoingMessage } from '../../../ports/messages';
import { createChannels, type RouteSettings } from '../channels';

/** Long enough for a busy machine; where the other side hangs, the test waits out the short one. */
export const TIMEOUT = 3000;
export const SHORT = 150;
export const PASSWORD = 'k3p7-secret-of-the-gateway';
export const account = { username: 'desk', password: PASSWORD };

const closing: { close(): unknown }[] = [];
export const closeChannels = (): void => {
  for (const one of closing.splice(0)) one.close();
};

/** The channels of a desk with these routes and no others. */
export const channels = (settings: Partial<RouteSettings>, timeoutMs = TIMEOUT) => {
  const made = createChannels(
    {
      smtpUrls: [],
      smtpFrom: 'Zorgpunt herstel <herstel@zorgpunt.example>',
      smsRoutes: [],
      voiceRoutes: [],
      ...settings,
    },
    { timeoutMs },
  );
  closing.push(made.mail);
  return made;
};

export const mail = (smtpUrl: string, timeoutMs?: number) =>
  channels({ smtpUrls: [smtpUrl] }, timeoutMs).mail;

export const kannel = (url: string, name = 'main', priority = 1) => ({
  kind: 'kannel' as const,
  name,
  url,
  ...account,
  from: 'Zorgpunt',
  priority,
});

export const sms = (url: string, timeoutMs?: number) =>
  channels({ smsRoutes: [kannel(url)] }, timeoutMs).sms;

export const twilio = (url: string) => ({
  kind: 'twilio' as const,
  name: 'main',
  accountSid: account.username,
  authToken: PASSWORD,
  from: '+31850000000',
  priority: 1,
  url,
});

export const messageTo = (to: string): OutgoingMessage => ({
  id: '0199-a1b2',
  to,
  subject: 'Onderwerp: één',
  text: 'Zorgpunt: code 482913. Niemand vraagt erom: één & twee',
});

/** Whether it says anything of the message, the receiver or the credentials. */
export const leaks = (delivery: Delivery): boolean =>
  /482913|secret|jan@|3161234|desk|No such|Onderwerp/.test(JSON.stringify(delivery));
