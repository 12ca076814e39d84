import smpp, { type Session } from 'smpp';

export type Smsc = Awaited<ReturnType<typeof startSmsc>>;

/**
 * A telecom network as Kannel sees it, by SMPP: it takes messages and says a moment later what became of them. Kannel's
 * own simulator listens on every address of the machine; this one on loopback only.
 */
export async function startSmsc(port: number) {
  const taken: { to: string; text: string }[] = [];
  const sessions = new Set<Session>();
  /** Numbers that do not exist here, and phones that never answer. */
  const refuses = new Set<string>();
  const loses = new Set<string>();
  let last = 0;

  const server = smpp.createServer({}, (session) => {
    sessions.add(session);
    session.on('error', () => sessions.delete(session));
    session.on('close', () => sessions.delete(session));
    session.on('bind_transceiver', (pdu) => session.send(pdu.response()));
    session.on('enquire_link', (pdu) => session.send(pdu.response()));
    session.on('unbind', (pdu) => {
      session.send(pdu.response());
      session.close();
    });
    session.on('submit_sm', (pdu) => {
      const to = `+${String(pdu.destination_addr).replace(/^\+/, '')}`;
      if (refuses.has(to))
        return session.send(pdu.response({ command_status: smpp.ESME_RINVDSTADR }));
      last += 1;
      const id = `${port}${last}`;
      session.send(pdu.response({ message_id: id }));
      taken.push({ to, text: textOf(pdu.short_message) });
      const stat = loses.has(to) ? 'UNDELIV' : 'DELIVRD';
      session.deliver_sm({
        source_addr: pdu.destination_addr,
        destination_addr: pdu.source_addr,
        esm_class: 4,
        short_message: `id:${id} sub:001 dlvrd:001 submit date:2611220000 done date:2611220000 stat:${stat} err:000 text:`,
      });
    });
  });
  const listen = () =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
  await listen();

  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const session of sessions) session.destroy();
    });
  return { port, taken, refuses, loses, stop, start: listen };
}

function textOf(field: unknown): string {
  const { message } = (field ?? {}) as { message?: unknown };
  return Buffer.isBuffer(message) ? message.toString('latin1') : String(message ?? '');
}
