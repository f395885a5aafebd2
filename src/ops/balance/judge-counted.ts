import { FLOOR_DIVISOR } from "../judge-mirrors.ts";
import type { BalanceState, MirrorLoad, Term } from "../../balance/balance-state.ts";
import { findCondemned, judgeTerm } from "../../balance/judge-term.ts";
import { BALANCE_RULES } from "../../balance/rules.ts";

/**
 * Where nobody came to any of several mirrors, it is the moves that failed, such as by a list that was not published; and so many
 * hardly break at once that under a third of the weight is left.
 */
function isCredible(condemned: readonly string[], { mirrors }: Term, loads: readonly MirrorLoad[]): boolean {
  const judged = mirrors.filter(({ expected }) => expected >= BALANCE_RULES.leastJudged.value).length;
  if (judged > 1 && condemned.length === judged) return false;
  const sum = (part: readonly MirrorLoad[]): number => part.reduce((total, { weight }) => total + weight, 0);
  return sum(loads.filter(({ url_prefix }) => !condemned.includes(url_prefix))) * FLOOR_DIVISOR >= sum(loads);
}

/** Judges a term by clients that were counted from outside; a term that was judged already stays as it is. */
export function judgeCounted(state: BalanceState, loads: readonly MirrorLoad[], now: number): BalanceState {
  const { term } = state;
  if (!term || term.isJudged) return state;
  const judged = judgeTerm(state, loads, now);
  if (isCredible(findCondemned(state, judged), term, loads)) return judged;
  return { ...state, term: { ...term, isJudged: true } };
}
