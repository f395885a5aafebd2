import type { Clock } from "../../../src/verify/download/download-request.ts";

/** A clock that jumps from one timer to the next, so that hours take milliseconds and every run is the same. */
export interface VirtualClock extends Clock {
  /** Lets time pass until a promise is kept. Throws when nothing is left to wait for. */
  readonly run: <Value>(work: Promise<Value>) => Promise<Value>;
  /** Gives how many timers are set. */
  readonly countTimers: () => number;
}

interface Timer {
  readonly at: number;
  readonly done: () => void;
}

/** Lets everything happen that needs no time. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function takeNext(timers: Set<Timer>): Timer | undefined {
  let next: Timer | undefined;
  for (const timer of timers) if (!next || timer.at < next.at) next = timer;
  if (next) timers.delete(next);
  return next;
}

/** Makes a clock that stands at 0. */
export function createVirtualClock(): VirtualClock {
  const timers = new Set<Timer>();
  let now = 0;
  const setTimer = (done: () => void, ms: number): (() => void) => {
    const timer = { at: now + ms, done };
    timers.add(timer);
    return () => timers.delete(timer);
  };
  async function run<Value>(work: Promise<Value>): Promise<Value> {
    const state = { isOver: false };
    const end = (): void => void (state.isOver = true);
    work.then(end, end);
    for (await settle(); !state.isOver; await settle()) {
      const next = takeNext(timers);
      if (!next) throw new Error(`nothing is left to wait for at ${now} ms`);
      now = next.at;
      next.done();
    }
    return work;
  }
  return { now: () => now, setTimer, run, countTimers: () => timers.size };
}
