import { createServer } from 'node:http';
import { reportAddresses } from '../lib/adapters/channels/report-addresses';
import { type Heard, reportReaders } from '../lib/adapters/channels/report-readers';
import type { TestDesk } from './desk';

const KEY = 'a-key-for-reports-of-enough-characters';
const ORIGIN = { address: '192.0.2.9', userAgent: 'gateway' };

/**
 * Where the gateways of a test desk tell what became of its messages: the readers and use cases of the real doors, on a
 * port of this machine. It stands before the desk, which needs its address.
 */
export const openReportDoor = async () => {
  let desk: TestDesk['desk'] | undefined;
  let readers: ReturnType<typeof reportReaders> | undefined;
  const answers: number[] = [];

  const answer = async (heard: Heard): Promise<number> => {
    if (!desk) return 503;
    if (heard === 'stranger') return (await desk.refuseReport(ORIGIN)) ? 401 : 429;
    if (heard === 'nothing') return 204;
    return (await desk.reportDelivery(heard)) ? 204 : 429;
  };

  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(Buffer.from(part));
    const body = Buffer.concat(parts).toString();
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const header = (name: string) => String(request.headers[name] ?? '');
    const heard = (): Heard => {
      if (!readers) return 'stranger';
      if (url.pathname === '/api/reports/kannel')
        return readers.kannel(header('authorization'), url.searchParams);
      if (url.pathname === '/api/reports/twilio')
        return readers.twilio(
          header('x-twilio-signature'),
          url.pathname + url.search,
          new URLSearchParams(body),
        );
      return readers.mail(header('x-regain-signature'), body);
    };
    const status = await answer(heard()).catch(() => 500);
    answers.push(status);
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const publicUrl = `http://127.0.0.1:${port}`;

  return {
    publicUrl,
    /** The status of every answer, in order. */
    answers,
    /** For `openDesk`. */
    given: {
      reportTo: reportAddresses(publicUrl, KEY),
      mailReports: { url: `${publicUrl}/api/reports/mail`, key: KEY },
    },
    opensOn(d: Pick<TestDesk, 'desk'>): void {
      desk = d.desk;
      readers = reportReaders({
        publicUrl,
        reportsKey: KEY,
        twilio: [{ name: 'local-calls', authToken: 'local' }],
      });
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
