import { createServer, type Server, type Socket } from 'node:net';

/** A server of a few lines that says exactly what the test wants, byte for byte. */
export type Scripted = { port: number; close(): Promise<void>; heard: string[] };
export async function scripted(
  onConnection: (socket: Socket, heard: string[]) => void,
): Promise<Scripted> {
  const sockets = new Set<Socket>();
  const heard: string[] = [];
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    onConnection(socket, heard);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    heard,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** SMTP in which one command gets this answer; `hang` says nothing, `close` cuts the line. */
export const smtpSaying = (
  command: 'greeting' | 'MAIL' | 'RCPT' | 'DATA' | 'text',
  answer: string,
) =>
  scripted((socket, heard) => {
    let inText = false;
    const say = (at: string, usual: string) => {
      const words = at === command ? answer : usual;
      if (words === 'close') socket.destroy();
      else if (words !== 'hang') socket.write(`${words}\r\n`);
    };
    say('greeting', '220 scripted');
    socket.on('data', (bytes) => {
      const text = bytes.toString();
      heard.push(text);
      if (inText) {
        if (!text.includes('\r\n.\r\n')) return;
        inText = false;
        return say('text', '250 taken');
      }
      const verb = text.slice(0, 4).toUpperCase();
      if (verb === 'EHLO') return say('EHLO', '250 scripted');
      if (verb === 'DATA') inText = command !== 'DATA';
      say(verb, verb === 'DATA' ? '354 go on' : '250 fine');
    });
  });

export const httpSaying = (answer: string) =>
  scripted((socket, heard) => {
    socket.on('data', (bytes) => {
      heard.push(bytes.toString());
      if (answer === 'close') return socket.destroy();
      if (answer === 'hang') return;
      socket.end(`HTTP/1.1 ${answer}\r\nContent-Length: 2\r\nConnection: close\r\n\r\nno`);
    });
  });
