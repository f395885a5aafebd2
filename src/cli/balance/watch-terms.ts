import { findNextTerm } from "../../balance/next-term.ts";

/** What tells when the terms of balancing begin, and when to end. */
export interface TermClock {
  /** In milliseconds since 1970. */
  readonly now: () => number;
  /** Ends early when the signal does. */
  readonly wait: (ms: number) => Promise<void>;
  readonly signal: AbortSignal;
}

/** Runs once now and then at the beginning of every term, until the signal ends it; a run under way is not cut. */
export async function watchTerms(run: () => Promise<void>, { now, wait, signal }: TermClock): Promise<void> {
  while (!signal.aborted) {
    await run();
    const time = now();
    await wait(findNextTerm(time) - time);
  }
}
