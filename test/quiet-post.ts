import type { MessageJob } from '../lib/ports/messages';
import type { DeskOver } from './desk-over';

/**
 * For tests that are not about messages: the worker's post takes everything at once and writes nothing. Letters and
 * servers would cost them most of their time.
 */
export const quietPost = (d: Pick<DeskOver, 'workerPorts'>): { sent: MessageJob[] } => {
  const sent: MessageJob[] = [];
  d.workerPorts.courier = {
    async deliver(job) {
      sent.push(job);
      return { outcome: 'accepted', route: 'quiet' };
    },
    deliverOwn: async () => ({ outcome: 'accepted', route: 'quiet' }),
  };
  return { sent };
};
