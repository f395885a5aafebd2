import type { Judgement } from "../judge-mirrors.ts";
import type { BalanceMemory } from "./balance-memory.ts";

/**
 * Gives the memory without the mirrors that a maintainer disabled or removed: that is how a broken one is let in again. Undefined when
 * nothing is left.
 */
export function forgetDisabled(
  memory: BalanceMemory | undefined,
  judgements: readonly Judgement[],
): BalanceMemory | undefined {
  const kept = new Set(judgements.filter(({ cause }) => cause !== "maintainer").map(({ mirror }) => mirror.url_prefix));
  const mirrors = memory?.mirrors.filter(({ url_prefix }) => kept.has(url_prefix)) ?? [];
  return memory && mirrors.length > 0 ? { ...memory, mirrors } : undefined;
}
