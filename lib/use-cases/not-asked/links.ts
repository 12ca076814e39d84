import type { CodeLink } from '../../ports/code-links';
import type { NotAskedLink } from '../../ports/messages';
import type { Ports } from '../gate';

/**
 * "I did not ask for this", for the message with this code (R43): keeps the hashes and gives what the letter shows. To
 * be called right before the message is handed over, at every try: the same code gives the same link. `id` and
 * `number` are those that the code itself is derived from.
 */
export const notAskedLinks = async (
  { secrets, codeLinks }: Pick<Ports, 'secrets' | 'codeLinks'>,
  { id, number, ...link }: CodeLink & { id: string; number: number },
): Promise<NotAskedLink> => {
  const of = { purpose: 'not-asked' as const, id, number };
  const made = { token: secrets.linkToken(of), code: secrets.linkCode(of) };
  await codeLinks.add([made.token, made.code.replaceAll('-', '')].map(secrets.hash), link);
  return made;
};
