import type { QueueJob, Tools } from '../job';

/** Sends the messages and makes the changes that a case asked for. */
export const performEffects: QueueJob<'effect'> =
  (tools) =>
  ({ effectId }) =>
    perform(tools, effectId);

export const effectKey = (effectId: string) => `effect ${effectId}`;

/** One at a time in this process; between processes the effect's row decides who has it. */
export async function perform(
  { door, attempts }: Pick<Tools, 'door' | 'attempts'>,
  effectId: string,
): Promise<void> {
  const key = effectKey(effectId);
  if (attempts.isRunning(key)) return;
  await attempts.run(key, 'effect-failed', { effectId }, () => door.performEffect(effectId));
}
