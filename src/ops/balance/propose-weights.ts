import { applyEdits, modify } from "jsonc-parser";

/** Gives the text of `mirrors.json` with other weights, in the order of its mirrors, and every other letter as it was. */
export function proposeWeights(text: string, weights: readonly number[]): string {
  return weights.reduce(
    (changed, weight, index) => applyEdits(changed, modify(changed, ["mirrors", index, "weight"], weight, {})),
    text,
  );
}
