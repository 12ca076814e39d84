/** As much of the package as the simulators use; it brings no types. */
declare module 'smpp' {
  import type { Server } from 'node:net';

  export type Pdu = Record<string, unknown> & { response(fields?: Record<string, unknown>): Pdu };
  export interface Session {
    on(event: string, listener: (pdu: Pdu) => void): void;
    send(pdu: Pdu): void;
    deliver_sm(fields: Record<string, unknown>): void;
    close(): void;
    destroy(): void;
  }
  const smpp: {
    createServer(options: object, onSession: (session: Session) => void): Server;
    ESME_RINVDSTADR: number;
  };
  export default smpp;
}
