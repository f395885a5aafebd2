import type { BalanceState, MirrorLoad } from "./balance-state.ts";
import { beginTerm } from "./begin-term.ts";
import { judgeTerm } from "./judge-term.ts";
import { findPhase, findTermStart } from "./term-phase.ts";

/**
 * Takes balancing one step further: begins a term, or judges it when its time has come, or changes nothing. To be called every few
 * seconds, and at least once in the first and in the last 30 seconds of a term; a term whose beginning was missed is waited out, one
 * whose end was missed stays unjudged. `now` is in milliseconds since 1970.
 */
export function stepBalance(state: BalanceState, loads: readonly MirrorLoad[], now: number): BalanceState {
  const starts = findTermStart(now);
  const phase = findPhase(now);
  if (state.term?.starts !== starts) return phase === "closing" ? beginTerm(state, loads, starts) : state;
  return phase === "judging" && !state.term.isJudged ? judgeTerm(state, loads, now) : state;
}
