import type { Origin } from '../../ports/world';
import type { Ports } from '../gate';

/** `Firefox on Windows`: of the browser's name, without its version, which changes by itself. */
export const deviceName = (userAgent: string): string => {
  const browser = /(Firefox|Edg|OPR|Chrome|Safari)\//.exec(userAgent)?.[1] ?? '';
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux)/.exec(userAgent)?.[1] ?? '';
  const names: Record<string, string> = { Edg: 'Edge', OPR: 'Opera', 'Mac OS X': 'macOS' };
  return [browser, system]
    .filter(Boolean)
    .map((name) => names[name] ?? name)
    .join(', ');
};

export const agentHash = ({ secrets }: Ports, { userAgent }: Origin): string =>
  secrets.hash(`agent ${deviceName(userAgent)}`);
