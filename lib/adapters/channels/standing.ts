import { type Duration, minutes, seconds } from '../../domain/time';

const FIRST_TIME: Duration = seconds(30);
const AT_MOST: Duration = minutes(15);

/** How the routes of one channel stand, as far as this process has found out: another one finds out for itself. */
export type Standing = {
  isWell(route: string): boolean;
  /** Milliseconds until it may be tried again; 0 or less: now. */
  backIn(route: string): number;
  /** A try by this route begins; what is given back is told how it went, once. */
  begin(route: string): (went: 'well' | 'failed' | 'unknown') => void;
};

type State = { failures: number; until: number; probing: boolean };

/**
 * A route that fails is set aside, 30 seconds at first and each time longer, up to 15 minutes. When the time has
 * passed one message goes by it while the others still go round; its answer decides for all.
 */
export function standings(routes: readonly string[], now = () => performance.now()): Standing {
  const states = new Map<string, State>(
    routes.map((route) => [route, { failures: 0, until: 0, probing: false }]),
  );
  const of = (route: string): State => {
    const state = states.get(route);
    if (!state) throw new Error('a route that this channel does not have');
    return state;
  };
  return {
    isWell(route) {
      const { failures, until, probing } = of(route);
      return failures === 0 || (until <= now() && !probing);
    },
    backIn: (route) => of(route).until - now(),
    begin(route) {
      const state = of(route);
      const probes = state.failures > 0 && !state.probing;
      if (probes) state.probing = true;
      let told = false;
      return (went) => {
        if (told) return;
        told = true;
        if (probes) state.probing = false;
        if (went === 'well') {
          state.failures = 0;
          state.until = 0;
        }
        if (went !== 'failed') return;
        // Many that were under way together fail together: that is one failure.
        if (state.failures > 0 && !probes) return;
        state.until = now() + Math.min(FIRST_TIME * 2 ** state.failures, AT_MOST);
        state.failures = Math.min(state.failures + 1, 10);
      };
    },
  };
}
