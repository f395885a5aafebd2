import type { Clock } from "./download-request.ts";

/** A longer timer would end at once. */
const LONGEST_MS = 2 ** 31 - 1;

/** The time of the machine, in pages, workers and Node. */
export const TIMER_CLOCK: Clock = {
  now: () => performance.now(),
  setTimer: (done, ms) => {
    const timer = setTimeout(done, Math.min(ms, LONGEST_MS));
    return () => clearTimeout(timer);
  },
};
