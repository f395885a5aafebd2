import type { Clock } from "./download-request.ts";
import { createStopwatch } from "./stopwatch.ts";

/** Ends a request on which nothing comes. Only the time that is spent waiting for the mirror counts, not that for the disk. */
export interface Watchdog {
  /** For the request; aborted by `abort`, and when the mirror stalls. */
  readonly signal: AbortSignal;
  /** Waits for the mirror; rejects when it takes longer than a stall, and when all is over. */
  readonly wait: <Value>(work: Promise<Value>) => Promise<Value>;
  /** Gives how long the mirror was waited for since the last `restart`, in milliseconds. */
  readonly waitedMs: () => number;
  /** Begins to count anew, as with each piece. */
  readonly restart: () => void;
  readonly abort: () => void;
  readonly hasStalled: () => boolean;
  /** Tells whether a wait was in vain, for whatever reason: what is thrown else is nobody's fault but the program's. */
  readonly hasFailed: () => boolean;
}

/** How long may be waited. */
export interface Patience {
  /** For the next bytes. */
  readonly stallMs: number;
  /** Since the last `restart`. */
  readonly pieceMs: number;
}

/** Makes a watchdog. It holds a timer only while somebody waits. */
export function createWatchdog(clock: Clock, { stallMs, pieceMs }: Patience): Watchdog {
  const controller = new AbortController();
  const waiting = createStopwatch(clock);
  let [stalled, failed] = [false, false];
  const onStall = (): void => {
    stalled = true;
    controller.abort();
  };

  async function wait<Value>(work: Promise<Value>): Promise<Value> {
    const cancel = clock.setTimer(onStall, Math.max(Math.min(stallMs, pieceMs - waiting.read()), 0));
    waiting.start();
    try {
      return await orAbort(controller.signal, work);
    } catch (error) {
      failed = true;
      throw error;
    } finally {
      cancel();
      waiting.stop();
    }
  }

  const { read: waitedMs, reset: restart } = waiting;
  const tells = { hasStalled: () => stalled, hasFailed: () => failed };
  return { signal: controller.signal, wait, waitedMs, restart, abort: () => controller.abort(), ...tells };
}

/** Gives what a promise gives, or rejects once the signal is aborted, even if the promise is never kept. */
function orAbort<Value>(signal: AbortSignal, work: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason as Error);
    if (signal.aborted) onAbort();
    signal.addEventListener("abort", onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
  });
}
