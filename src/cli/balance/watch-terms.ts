import { type Act, findNextAct } from "../../balance/next-act.ts";

/** What tells when the terms of balancing begin, and when to end. */
export interface TermClock {
  /** In milliseconds since 1970. */
  readonly now: () => number;
  /** Ends early when the signal does. */
  readonly wait: (ms: number) => Promise<void>;
  readonly signal: AbortSignal;
}

/**
 * Begins a term now, and then does each act of every term at its time, until the signal ends it; a run under way is not cut, and what
 * it missed is left out. Gives what came of the last run.
 */
export async function watchTerms<Result>(
  run: (act: Act) => Promise<Result>,
  { now, wait, signal }: TermClock,
): Promise<Result> {
  let next: { readonly act: Act; readonly at: number } = { act: "begin", at: now() };
  for (;;) {
    const result = await run(next.act);
    const time = now();
    // A timer may end a little early: the same act must not come twice.
    next = findNextAct(Math.max(time, next.at));
    await wait(next.at - time);
    if (signal.aborted) return result;
  }
}
