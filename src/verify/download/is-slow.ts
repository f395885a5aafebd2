import type { MirrorState } from "./mirror-state.ts";

/** How many times faster another mirror must be to be preferred. */
const MUCH_FASTER = 4;

/** After so many mirrors under the limit in a row, it is the visitor's own line that is slow. */
const TRIALS = 4;

/**
 * Tells whether a mirror is much slower than another one, or under the limit (bytes a millisecond) while few have been tried.
 * One that was not tried is not slow. `ready` are all that may be asked, itself among them.
 */
export function isSlow({ rate }: MirrorState, ready: readonly MirrorState[], limit: number): boolean {
  if (rate === undefined) return false;
  const rates = ready.flatMap((other) => other.rate ?? []);
  const best = Math.max(rate, ...rates);
  if (rate * MUCH_FASTER < best) return true;
  return rate < limit && (best >= limit || rates.length < Math.min(TRIALS, ready.length));
}
