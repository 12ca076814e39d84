import type { Ports } from '../lib/use-cases/gate';

export class Crash extends Error {
  override readonly name = 'Crash';
}

/**
 * A process that dies at its nth call of the world, just before it or just after it came through. A dead process calls
 * nothing any more: neither does this one.
 */
export const crashing = (ports: Ports, nth: number, when: 'before' | 'after'): Ports => {
  let calls = 0;
  let dead = false;
  const die = (): never => {
    dead = true;
    throw new Crash();
  };
  const mortal = <T extends object>(part: T): T =>
    new Proxy(part, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        return async (...args: unknown[]) => {
          calls += 1;
          if (dead || (calls === nth && when === 'before')) die();
          const result: unknown = await value.apply(target, args);
          if (dead || (calls === nth && when === 'after')) die();
          return result;
        };
      },
    });
  return {
    ...ports,
    store: mortal(ports.store),
    holders: mortal(ports.holders),
    courier: mortal(ports.courier),
    directory: mortal(ports.directory),
  };
};
