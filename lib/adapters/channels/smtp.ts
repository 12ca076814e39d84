import { createTransport } from 'nodemailer';
import addressParser from 'nodemailer/lib/addressparser';
import SMTPPool from 'nodemailer/lib/smtp-pool';
import type { OutgoingMessage } from '../../ports/messages';
import type { Carried, Route } from './over-routes';

/** One address and nothing else: a list in this place would send a code to more than one mailbox. */
export const isOneAddress = (to: string): boolean =>
  /^[^\s@,;:<>()"[\]\\]+@[^\s@,;:<>()"[\]\\]+$/.test(to);

/**
 * Mail by SMTP. `accepted` is the server's 250 after the text, `refused` a 5xx about this receiver or
 * this text, all else `failed`: a wrong password or a forbidden sender says nothing about the mailbox.
 * Reasons are numbers or codes, never the server's words, which may repeat the address.
 */
export function smtpRoute(
  { name, url, from, priority }: { name: string; url: string; from: string; priority: number },
  { timeoutMs }: { timeoutMs: number },
): Route {
  const sender = senderOf(from);
  const options: SMTPPool.Options & { maxRequeues: number } = {
    url,
    pool: true,
    // A kept connection that the server closed meanwhile is worth one more try, a server that closes
    // every one is not: by default nodemailer would go on for ever.
    maxRequeues: 1,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
  };
  // Not createTransport(options): where there is a url, that forgets all the others.
  const transport = createTransport(new SMTPPool(options));

  return {
    name,
    priority,
    reference: (message) => messageIdOf(message, sender),
    async carry(message): Promise<Carried> {
      try {
        const sent = await transport.sendMail(mailOf(message, sender));
        return sent.accepted.length === 1
          ? { outcome: 'accepted' }
          : { outcome: 'failed', reason: 'not-taken', routeIsWell: true };
      } catch (error) {
        return verdictOn(error);
      }
    },
    close: () => transport.close(),
  };
}

type Sender = { name: string; address: string; domain: string };

function senderOf(from: string): Sender {
  const [first] = addressParser(from, { flatten: true });
  const domain = first?.address.split('@')[1];
  if (!first || !domain) throw new Error('the sender of mail must hold an e-mail address');
  return { name: first.name, address: first.address, domain };
}

/** The same at every try, by whatever route. */
const messageIdOf = ({ id }: OutgoingMessage, from: Sender): string => `<${id}@${from.domain}>`;

function mailOf(message: OutgoingMessage, from: Sender) {
  const { to, subject, text, html } = message;
  return {
    messageId: messageIdOf(message, from),
    from: { name: from.name, address: from.address },
    to: { name: '', address: to },
    // Said apart from the header, so that nothing in a header can add a receiver.
    envelope: { from: from.address, to: [to] },
    subject,
    text,
    ...(html === undefined ? {} : { html }),
    // Out-of-office answers to a code help nobody.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  };
}

/** What an answer must have been to, to be about the receiver, and not about the sender, the sign-in or the server. */
const ABOUT_THE_RECEIVER = ['RCPT TO', 'DATA'];

function verdictOn(error: unknown): Carried {
  const { code, command, message, response, responseCode } = error as {
    code?: unknown;
    command?: unknown;
    message?: unknown;
    response?: unknown;
    responseCode?: unknown;
  };
  if (typeof responseCode === 'number' && responseCode > 0) {
    const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(String(response))?.[1];
    const reason = enhanced ? `smtp ${responseCode} ${enhanced}` : `smtp ${responseCode}`;
    // 421 says that the server closes, wherever it is said.
    const routeIsWell = ABOUT_THE_RECEIVER.includes(String(command)) && responseCode !== 421;
    if (routeIsWell && responseCode >= 500) return { outcome: 'refused', reason };
    return { outcome: 'failed', reason, ...(routeIsWell ? { routeIsWell } : {}) };
  }
  // Nodemailer calls this one ESOCKET too, as a server that is away: the one thing to be mended here is another.
  if (/\bcertificate\b/i.test(String(message)))
    return { outcome: 'failed', reason: 'smtp certificate not trusted' };
  // Only words of our own or of nodemailer's list: E and capitals.
  const known = typeof code === 'string' && /^E[A-Z]+$/.test(code);
  return { outcome: 'failed', reason: known ? `smtp ${code}` : 'smtp connection closed' };
}
