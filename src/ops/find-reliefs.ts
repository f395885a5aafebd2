import type { Judgement } from "./judge-mirrors.ts";

/** Rounds to so many parts: what is less is not worth a byte in the list. */
const PARTS = 10_000;

function sumBy(judgements: readonly Judgement[], weigh: (judgement: Judgement) => number): number {
  return judgements.reduce((sum, judgement) => sum + weigh(judgement), 0);
}

/** Who is left out for another cause than balancing is not there to be moved from or to. */
function weighOwn({ cause, own_weight }: Judgement): number {
  return cause === "maintainer" || cause === "finding" ? 0 : own_weight;
}

/**
 * Gives the part of each mirror's visitors that balancing moves away now, from 0 to 1, in the order given: 1 - share by the weights
 * they are due / share by the hand-set ones. 0 for a mirror that has its share or gets more.
 */
export function findReliefs(judgements: readonly Judgement[]): number[] {
  const due = sumBy(judgements, ({ weight }) => weight);
  const own = sumBy(judgements, weighOwn);
  return judgements.map((judgement) => {
    const fair = weighOwn(judgement) / own;
    if (!(fair > 0) || due === 0) return 0;
    return Math.max(Math.round((1 - judgement.weight / due / fair) * PARTS) / PARTS, 0);
  });
}
