import type { BalanceState, MirrorLoad, MirrorMemory } from "../../balance/balance-state.ts";
import { beginTerm } from "../../balance/begin-term.ts";
import { judgeCounted } from "./judge-counted.ts";
import { BALANCE_RULES } from "../../balance/rules.ts";

/** A run so soon after another one belongs to the same term: timers are not exact, and people try twice. */
const SAME_TERM_MS = BALANCE_RULES.term.value / 2;

/** So long after a term began, half of its moves are due: who was counted before says little of who came in it. */
const HALF_MOVED_MS = BALANCE_RULES.shedFrom.value + BALANCE_RULES.shedFor.value / 2;

/** After so long, who came and went says nothing of the last term's moves. */
const STALE_MS = BALANCE_RULES.term.value * 1.5;

function forgetLatest(memory: MirrorMemory): MirrorMemory {
  return { ...memory, excesses: memory.excesses.slice(0, -1) };
}

/** When a run takes place, and when its loads were counted, in milliseconds since 1970. */
export interface CountTimes {
  readonly now: number;
  readonly counted: number;
}

function isDue({ term }: BalanceState, now: number): boolean {
  const age = term ? now - term.starts : Infinity;
  return age >= SAME_TERM_MS && age <= STALE_MS;
}

/** Tells whether the last term should be judged by now, and cannot be: nobody counted clients since half of its moves were due. */
export function isUncounted(state: BalanceState, { now, counted }: CountTimes): boolean {
  const { term } = state;
  return !!term?.isBalancing && !term.isJudged && isDue(state, now) && counted < term.starts + HALF_MOVED_MS;
}

/**
 * Judges the last term, where it was neither judged yet nor began too lately or too long ago. Loads that were counted before its moves
 * say nothing of who came in it, and every mirror would seem broken by them.
 */
export function judgeDue(state: BalanceState, loads: readonly MirrorLoad[], times: CountTimes): BalanceState {
  return isDue(state, times.now) && !isUncounted(state, times) ? judgeCounted(state, loads, times.now) : state;
}

/**
 * Takes a whole term in one step, for runs about every ten minutes: judges the last term by the loads of now, and begins the next one.
 * A second run in the same term takes the place of the first.
 */
export function takeTerm(state: BalanceState, loads: readonly MirrorLoad[], times: CountTimes): BalanceState {
  const { now } = times;
  const age = state.term ? now - state.term.starts : Infinity;
  if (age >= 0 && age < SAME_TERM_MS) {
    const before = { ...state, memories: state.memories.map(forgetLatest) };
    return beginTerm(before, loads, now - age);
  }
  return beginTerm(judgeDue(state, loads, times), loads, now);
}
