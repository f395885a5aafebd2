import { BALANCE_RULES } from "./rules.ts";

/**
 * What happens at a moment of a term: saturated mirrors close, move clients away, the moved find their place, all are open, and it is
 * judged who came (they stay open).
 */
export type Phase = "closing" | "shedding" | "settling" | "open" | "judging";

const { term, shedFrom, shedFor, openFrom, judgeFrom } = BALANCE_RULES;

/** The phases with their beginnings, the last first. */
const BEGINNINGS: readonly (readonly [Phase, number])[] = [
  ["judging", judgeFrom.value],
  ["open", openFrom.value],
  ["settling", shedFrom.value + shedFor.value],
  ["shedding", shedFrom.value],
];

/** Gives when the term of a moment began: at a full ten minutes, the same on every machine. */
export function findTermStart(now: number): number {
  return now - (now % term.value);
}

/** Gives what happens at a moment. */
export function findPhase(now: number): Phase {
  const since = now % term.value;
  return BEGINNINGS.find(([, from]) => since >= from)?.[0] ?? "closing";
}

/** Gives the part of a term's moves that is due by a moment, from 0 to 1. */
export function findDuePart(now: number): number {
  const since = now % term.value;
  return Math.min(Math.max((since - shedFrom.value) / shedFor.value, 0), 1);
}

/** Tells whether a moment lies in the pause of a term, in which every mirror is open. */
export function isPause(now: number): boolean {
  return now % term.value >= openFrom.value;
}
