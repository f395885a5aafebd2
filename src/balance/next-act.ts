import { BALANCE_RULES } from "./rules.ts";
import { findTermStart } from "./term-phase.ts";

/** What is done at a moment of a term by whoever publishes weights: to begin one, and to judge it. */
export type Act = "begin" | "judge";

/** When each act of a term comes, in milliseconds since its beginning; a term ends as the next one begins. */
const TIMES: readonly (readonly [Act, number])[] = [
  ["judge", BALANCE_RULES.judgeFrom.value],
  ["begin", BALANCE_RULES.term.value],
];

/** Gives the next act after a moment, and when it comes, in milliseconds since 1970. */
export function findNextAct(now: number): { readonly act: Act; readonly at: number } {
  const starts = findTermStart(now);
  const [act, from] = TIMES.find(([, since]) => since > now - starts) ?? ["begin", BALANCE_RULES.term.value];
  return { act, at: starts + from };
}
