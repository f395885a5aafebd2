import type { BalanceMemory, RememberedMirror } from "./balance-memory.ts";
import { type BalanceState, type MirrorMemory, NEW_BALANCE, type TermMirror } from "../../balance/balance-state.ts";

/** What is no time lies so long ago that nothing follows from it. */
function readTime(text: string): number {
  return Date.parse(text) || 0;
}

/** Of a past term no more is kept than it is judged by. */
function recallPlan({ url_prefix, clients, expected = 0 }: RememberedMirror): TermMirror[] {
  if (clients === undefined) return [];
  return [{ url_prefix, role: "full", clients, fair_share: 0, shed: 0, expected }];
}

function recallMirror({ url_prefix, excesses = [], broken_since }: RememberedMirror): MirrorMemory {
  return { url_prefix, excesses, ...(broken_since !== undefined && { broken_since: readTime(broken_since) }) };
}

/** Makes the state of balancing out of what a status remembers of it. */
export function recallBalance(memory: BalanceMemory | undefined): BalanceState {
  if (!memory) return NEW_BALANCE;
  const { began, term, mirrors } = memory;
  const planned = mirrors.flatMap(recallPlan);
  const isBalancing = began !== undefined;
  return {
    ...(isBalancing && { balance: readTime(began) }),
    term: { starts: readTime(term), isBalancing, isJudged: planned.length === 0, mirrors: planned },
    memories: mirrors.map(recallMirror),
  };
}
