import { env } from './env';

/** What the front door must know of the environment, without the weight of the whole wiring. */
export function front(): { local: boolean; publicUrl: string; trustedProxies: number } {
  const { mode, publicUrl, trustedProxies } = env();
  return { local: mode === 'local', publicUrl, trustedProxies };
}
