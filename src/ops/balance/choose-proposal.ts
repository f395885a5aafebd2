import type { Judgement } from "../judge-mirrors.ts";

/** A mirror whose weight was not weighed anew. */
export interface KeptWeight {
  readonly url_prefix: string;
  readonly weight: number;
  /** Its share of visitors beside the proposed weights, from 0 to 1, once it is back. */
  readonly share: number;
}

/** What `mirrors.json` may become. */
export interface WeightProposal {
  /** Whole weights, in its order. */
  readonly weights: readonly number[];
  /** The mirrors that are out as broken, and keep their weight: 0 would say that a maintainer disabled them, and nothing would bring them back. */
  readonly kept: readonly KeptWeight[];
}

function isKept({ mirror, broken_since }: Judgement): boolean {
  return mirror.weight > 0 && broken_since !== undefined;
}

/** Chooses what to propose: weights that follow capacities, and for a mirror that is out as broken the one it has. */
export function chooseProposal(judgements: readonly Judgement[], weights: readonly number[]): WeightProposal {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return {
    weights: judgements.map((judgement, index) =>
      isKept(judgement) ? judgement.mirror.weight : (weights[index] ?? 0),
    ),
    kept: judgements.filter(isKept).map(({ mirror: { url_prefix, weight } }) => {
      return { url_prefix, weight, share: weight / (sum + weight) };
    }),
  };
}
