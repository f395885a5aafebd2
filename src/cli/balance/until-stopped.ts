import { setTimeout as pause } from "node:timers/promises";
import type { ExitCode } from "../command.ts";
import type { TermClock } from "./watch-terms.ts";

/** What a program ends with whose work a signal cut: 128 and the signal's number, as shells have it. */
const STOP_CODES = { SIGINT: 130, SIGTERM: 143 } as const;

type StopSignal = keyof typeof STOP_CODES;

/** Does work by the machine's clock until SIGINT or SIGTERM asks for its end. */
export async function untilStopped<Result>(work: (clock: TermClock) => Promise<Result>): Promise<Result> {
  const controller = new AbortController();
  const { signal } = controller;
  const stop = (name: StopSignal): void => controller.abort(name);
  process.on("SIGINT", stop).on("SIGTERM", stop);
  const wait = (ms: number): Promise<void> => pause(ms, undefined, { signal }).catch(() => undefined);
  try {
    return await work({ now: Date.now, wait, signal });
  } finally {
    process.off("SIGINT", stop).off("SIGTERM", stop);
  }
}

/** Gives what to end with where the signal of `untilStopped` cut the work. */
export function findStopCode({ reason }: AbortSignal): ExitCode {
  return STOP_CODES[reason as StopSignal];
}
