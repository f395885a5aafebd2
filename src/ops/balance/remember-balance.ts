import type { BalanceMemory, RememberedMirror } from "./balance-memory.ts";
import type { BalanceState, MirrorMemory, TermMirror } from "../../balance/balance-state.ts";

function toTime(ms: number): string {
  return new Date(ms).toISOString();
}

function rememberMirror(memory: MirrorMemory, planned: TermMirror | undefined): RememberedMirror {
  const { url_prefix, excesses, broken_since } = memory;
  const { clients, expected = 0 } = planned ?? {};
  return {
    url_prefix,
    ...(clients !== undefined && { clients }),
    ...(expected > 0 && { expected }),
    ...(excesses.some((excess) => excess > 0) && { excesses }),
    ...(broken_since !== undefined && { broken_since: toTime(broken_since) }),
  };
}

/** Gives what is to be remembered of balancing; undefined when the next run can begin as if it were the first. */
export function rememberBalance({ balance, term, memories }: BalanceState): BalanceMemory | undefined {
  const isOpen = term?.isBalancing && !term.isJudged;
  const plans = new Map(isOpen ? term.mirrors.map((mirror) => [mirror.url_prefix, mirror]) : []);
  const mirrors = memories
    .map((memory) => rememberMirror(memory, plans.get(memory.url_prefix)))
    .filter((mirror) => Object.keys(mirror).length > 1);
  if (!term || mirrors.length === 0) return undefined;
  return { ...(balance !== undefined && { began: toTime(balance) }), term: toTime(term.starts), mirrors };
}
