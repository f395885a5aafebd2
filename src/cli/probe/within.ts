import type { Fault } from "../../ops/probe-fault.ts";
import { ProbeFaultError } from "./probe-fault-error.ts";

/** What a mirror may take. */
export interface Limits {
  /** For each step: connect, TLS, first byte, piece. */
  readonly timeoutMs: number;
  /** Ends all of the mirror's steps; its reason is a `ProbeFaultError`. */
  readonly signal: AbortSignal;
  /** Is told of every sign of life. */
  readonly touch: () => void;
}

/** A step of an exchange. */
export interface Step<Value> {
  readonly work: Promise<Value>;
  /** Ends the work. */
  readonly cancel: () => void;
  /** Gives the fault of a step that took too long. */
  readonly late: () => Fault;
}

/** Gives what a step gives, or rejects when it takes longer than a step or the whole mirror may. */
export function within<Value>(
  { timeoutMs, signal, touch }: Limits,
  { work, cancel, late }: Step<Value>,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const stop = (error: Error): void => {
      reject(error);
      cancel();
    };
    const onAbort = (): void => stop(signal.reason as Error);
    const timer = setTimeout(() => stop(new ProbeFaultError(late())), timeoutMs);
    if (signal.aborted) onAbort();
    signal.addEventListener("abort", onAbort, { once: true });
    void work
      .then(resolve, reject)
      .finally(touch)
      .finally(() => {
        clearTimeout(timer);
        signal.removeEventListener("abort", onAbort);
      });
  });
}

/** Words a limit: "10 s", "0.5 s". */
export function renderLimit(timeoutMs: number): string {
  return `${Number((timeoutMs / 1000).toFixed(1))} s`;
}
