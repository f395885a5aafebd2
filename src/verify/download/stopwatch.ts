import type { Clock } from "./download-request.ts";

/** Adds up spans of time, in milliseconds. */
export interface Stopwatch {
  readonly start: () => void;
  readonly stop: () => void;
  /** Gives the sum so far, the span that runs with it. */
  readonly read: () => number;
  /** Forgets the spans that have ended. */
  readonly reset: () => void;
}

/** Makes a stopwatch that stands at 0. */
export function createStopwatch(clock: Clock): Stopwatch {
  let spent = 0;
  let since: number | undefined;
  const read = (): number => spent + (since === undefined ? 0 : clock.now() - since);
  return {
    read,
    start: () => void (since = clock.now()),
    stop: () => {
      spent = read();
      since = undefined;
    },
    reset: () => void (spent = 0),
  };
}
