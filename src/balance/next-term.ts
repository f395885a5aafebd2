import { findTermStart } from "./term-phase.ts";
import { BALANCE_RULES } from "./rules.ts";

/** Gives when the next term begins, in milliseconds since 1970. */
export function findNextTerm(now: number): number {
  return findTermStart(now) + BALANCE_RULES.term.value;
}
