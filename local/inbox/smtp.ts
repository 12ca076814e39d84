import type { Socket } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { type Behaviours, behaviourFor } from './behaviour';
import type { MessageStore } from './store';

const BIGGEST_MAIL = 5_000_000;

const answerOf = (responseCode: number, text: string) =>
  Object.assign(new Error(text), { responseCode });
const refusal = () => answerOf(550, '5.1.1 no such mailbox here');
const deferral = () => answerOf(451, '4.3.0 try again later');

export type SmtpInbox = { port: number; dropConnections(): void; close(): Promise<void> };

/** A real SMTP server, on loopback only, that takes every mail and can be told to fail. */
export async function startSmtp(
  port: number,
  store: MessageStore,
  behaviours: () => Behaviours,
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
      const behaviour = behaviourFor(behaviours(), 'mail', address);
      if (behaviour === 'refuse') return answer(refusal());
      if (behaviour === 'defer') return answer(deferral());
      if (behaviour === 'down') return dropConnections();
      if (behaviour === 'ok') answer();
    },
    onData(stream, session, answer) {
      simpleParser(stream).then(
        (mail) => {
          const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
          for (const { address } of session.envelope.rcptTo) {
            store.add({
              channel: 'mail',
              to: address,
              from,
              subject: mail.subject ?? '',
              text: mail.text ?? '',
              ...(mail.html ? { html: mail.html } : {}),
              ...(mail.messageId ? { messageId: mail.messageId } : {}),
            });
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
    if (behaviours().mail === 'down') socket.destroy();
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
