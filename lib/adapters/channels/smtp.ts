import { createTransport } from 'nodemailer';
import addressParser from 'nodemailer/lib/addressparser';
import SMTPPool from 'nodemailer/lib/smtp-pool';
import type { Delivery, MessageChannel, OutgoingMessage } from '../../ports';

const TIMEOUT = 15_000;

/** One address and nothing else: a list in this place would send a code to more than one mailbox. */
const ONE_ADDRESS = /^[^\s@,;:<>()"[\]\\]+@[^\s@,;:<>()"[\]\\]+$/;

/**
 * Mail by SMTP. `accepted` is the server's 250 after the text, `refused` a 5xx about this receiver or
 * this text, all else `failed`: a wrong password or a forbidden sender says nothing about the mailbox.
 * Reasons are numbers or codes, never the server's words, which may repeat the address.
 */
export function createMailChannel({
  smtpUrl,
  from,
  route,
  timeoutMs = TIMEOUT,
}: {
  smtpUrl: string;
  from: string;
  route: string;
  timeoutMs?: number;
}): MessageChannel & { close(): void } {
  const sender = senderOf(from);
  const options: SMTPPool.Options & { maxRequeues: number } = {
    url: smtpUrl,
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
    channel: 'mail',
    async send(message): Promise<Delivery> {
      if (!ONE_ADDRESS.test(message.to)) return { outcome: 'refused', route, reason: 'no-address' };
      try {
        const sent = await transport.sendMail(mailOf(message, sender));
        const accepted = sent.accepted.length === 1;
        return accepted
          ? { outcome: 'accepted', route, reference: sent.messageId }
          : { outcome: 'failed', route, reason: 'not-taken' };
      } catch (error) {
        return { route, ...verdictOn(error) };
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

function mailOf({ id, to, subject, text, html }: OutgoingMessage, from: Sender) {
  return {
    messageId: `<${id}@${from.domain}>`,
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

/** What a 5xx must have answered to be about the receiver, and not about the sender or the sign-in. */
const ABOUT_THE_RECEIVER = ['RCPT TO', 'DATA'];

function verdictOn(error: unknown): { outcome: 'refused' | 'failed'; reason: string } {
  const { code, command, response, responseCode } = error as {
    code?: unknown;
    command?: unknown;
    response?: unknown;
    responseCode?: unknown;
  };
  if (typeof responseCode === 'number' && responseCode > 0) {
    const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(String(response))?.[1];
    const reason = enhanced ? `smtp ${responseCode} ${enhanced}` : `smtp ${responseCode}`;
    const forGood = responseCode >= 500 && ABOUT_THE_RECEIVER.includes(String(command));
    return { outcome: forGood ? 'refused' : 'failed', reason };
  }
  // Only words of our own or of nodemailer's list: E and capitals.
  const known = typeof code === 'string' && /^E[A-Z]+$/.test(code);
  return { outcome: 'failed', reason: known ? `smtp ${code}` : 'smtp connection closed' };
}
