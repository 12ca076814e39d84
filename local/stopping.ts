import type { Desk } from './desk';
import type { Postgres } from './postgres';
import type { RunRecord } from './run-record';

/**
 * Ends everything in order, once, whoever asks first: a signal, a failure at the start, a child that
 * died. The database goes last, so that the others can put down their work.
 */
export interface Stopping {
  desk?: Pick<Desk, 'stop'>;
  postgres?: Postgres;
  begun: boolean;
  stop(): Promise<void>;
}

export function stopOnSignals(record: RunRecord, say: (line: string) => void): Stopping {
  let running: Promise<void> | undefined;
  const stopping: Stopping = {
    begun: false,
    stop() {
      stopping.begun = true;
      running ??= (async () => {
        await stopping.desk?.stop();
        await stopping.postgres?.stop();
        await record.clear();
      })();
      return running;
    },
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping.begun) return;
      say('Stopping');
      stopping.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
  return stopping;
}
