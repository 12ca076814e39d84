import { lastLines, type RunningChild } from './processes';
import type { Stopping } from './stopping';

/** A desk that misses a part is no desk: when one ends, says so with its last words, and ends all. */
export function watchChildren(children: RunningChild[], stopping: Stopping): void {
  for (const child of children) {
    child.process.on('exit', async () => {
      if (stopping.begun) return;
      const words = lastLines(child.log);
      await stopping.stop();
      console.error(
        `\n✗ The ${child.name} ended by itself.\n${await words}\n→ All it said is in ${child.log}.`,
      );
      process.exit(1);
    });
  }
}
