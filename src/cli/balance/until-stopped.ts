import { setTimeout as pause } from "node:timers/promises";
import type { TermClock } from "./watch-terms.ts";

/** Does work by the machine's clock until SIGINT or SIGTERM asks for its end. */
export async function untilStopped(work: (clock: TermClock) => Promise<void>): Promise<void> {
  const controller = new AbortController();
  const { signal } = controller;
  const stop = (): void => controller.abort();
  process.on("SIGINT", stop).on("SIGTERM", stop);
  const wait = (ms: number): Promise<void> => pause(ms, undefined, { signal }).catch(() => undefined);
  try {
    await work({ now: Date.now, wait, signal });
  } finally {
    process.off("SIGINT", stop).off("SIGTERM", stop);
  }
}
