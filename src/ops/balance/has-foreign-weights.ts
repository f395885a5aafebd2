import type { Judgement } from "../judge-mirrors.ts";

/**
 * Tells whether some mirror has an effective weight above the maintainers' own: counted clients never lead there, but "balance --from
 * capacity" does.
 */
export function hasForeignWeights(judgements: readonly Judgement[]): boolean {
  return judgements.some(({ status, own_weight }) => (status?.effective_weight ?? 0) > own_weight);
}
