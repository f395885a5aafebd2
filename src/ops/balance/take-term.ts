import type { BalanceState, MirrorLoad, MirrorMemory } from "../../balance/balance-state.ts";
import { beginTerm } from "../../balance/begin-term.ts";
import { judgeCounted } from "./judge-counted.ts";
import { BALANCE_RULES } from "../../balance/rules.ts";

/** A run so soon after another one belongs to the same term: timers are not exact, and people try twice. */
const SAME_TERM_MS = BALANCE_RULES.term.value / 2;

/** After so long, who came and went says nothing of the last term's moves. */
const STALE_MS = BALANCE_RULES.term.value * 1.5;

function forgetLatest(memory: MirrorMemory): MirrorMemory {
  return { ...memory, excesses: memory.excesses.slice(0, -1) };
}

/** Judges the last term by the loads of now, where it was neither judged yet nor began too lately or too long ago. */
export function judgeDue(state: BalanceState, loads: readonly MirrorLoad[], now: number): BalanceState {
  const age = state.term ? now - state.term.starts : Infinity;
  return age >= SAME_TERM_MS && age <= STALE_MS ? judgeCounted(state, loads, now) : state;
}

/**
 * Takes a whole term in one step, for runs about every ten minutes: judges the last term by the loads of now, and begins the next one.
 * A second run in the same term takes the place of the first. `now` is in milliseconds since 1970.
 */
export function takeTerm(state: BalanceState, loads: readonly MirrorLoad[], now: number): BalanceState {
  const age = state.term ? now - state.term.starts : Infinity;
  if (age >= 0 && age < SAME_TERM_MS) {
    const before = { ...state, memories: state.memories.map(forgetLatest) };
    return beginTerm(before, loads, now - age);
  }
  return beginTerm(judgeDue(state, loads, now), loads, now);
}
