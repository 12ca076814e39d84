import { env } from './env';

/** What the proxy must know of the environment, without the weight of the whole wiring. */
export function front(): { local: boolean; publicUrl: string } {
  const { mode, publicUrl } = env();
  return { local: mode === 'local', publicUrl };
}
