import type { Socket } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { type MailReports, type Post, reportMail } from './post';

const BIGGEST_MAIL = 5_000_000;

const answerOf = (responseCode: number, text: string) =>
  Object.assign(new Error(text), { responseCode });
const refusal = () => answerOf(550, '5.1.1 no such mailbox here');
const deferral = () => answerOf(451, '4.3.0 try again later');

export type SmtpInbox = { port: number; dropConnections(): void; close(): Promise<void> };

/** A real SMTP server, on loopback only, that takes every mail and can be told to fail. */
export async function startSmtp(
  port: number,
  post: Post,
  reports?: MailReports,
): Promise<SmtpInbox> {
  const sockets = new Set<Socket>();
  const server = new SMTPServer({
    name: 'localhost',
    size: BIGGEST_MAIL,
    authOptional: true,
    // Its certificate would be one that nobody trusts: a client that saw STARTTLS would try it and fail.
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 100,
    onRcptTo({ address }, _session, answer) {
      const behaviour = post.behaviourFor('mail', address);
      if (behaviour === 'refuse') return answer(refusal());
      if (behaviour === 'defer') return answer(deferral());
      if (behaviour === 'down') return dropConnections();
      if (behaviour !== 'hang') answer();
    },
    onData(stream, session, answer) {
      simpleParser(stream).then(
        (mail) => {
          const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
          for (const { address } of session.envelope.rcptTo) {
            const { messageId } = mail;
            post.take(
              post.behaviourFor('mail', address),
              {
                channel: 'mail',
                to: address,
                from,
                subject: mail.subject ?? '',
                text: mail.text ?? '',
                ...(mail.html ? { html: mail.html } : {}),
                ...(messageId ? { messageId } : {}),
              },
              (fate) => {
                if (reports && messageId && fate === 'undeliverable')
                  reportMail(reports, messageId, 'bounced');
              },
            );
          }
          answer(null, '2.0.0 taken');
        },
        () => answer(deferral()),
      );
    },
  });

  function dropConnections() {
    for (const socket of sockets) socket.destroy();
  }

  // A connection that is cut must not end the inbox.
  server.on('error', () => {});
  // Port and process stay: a closed port could be taken by another program before the post is back.
  server.server.prependListener('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    if (post.behaviours().mail === 'down') socket.destroy();
  });

  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
  const address = server.server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    dropConnections,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        dropConnections();
      }),
  };
}
