import { MEASURES, type Measures } from "./measures.ts";

/** The heads of the compared measures, by how one way did against another; what is shown as the same number is equal. */
export interface Comparison {
  readonly better: readonly string[];
  readonly equal: readonly string[];
  readonly worse: readonly string[];
}

/** Compares a way with another one. */
export function compareWays(own: Measures, other: Measures): Comparison {
  const compared = MEASURES.filter(({ isCompared }) => isCompared).map(({ key, head, digits }) => {
    const [mine, theirs] = [own, other].map((measures) => Number(measures[key].toFixed(digits))) as [number, number];
    return { head, side: Math.sign(mine - theirs) };
  });
  const list = (side: number): string[] => compared.filter((one) => one.side === side).map(({ head }) => head);
  return { better: list(-1), equal: list(0), worse: list(1) };
}

/** Tells a comparison in words, as in "better: swings; worse: minutes off". */
export function describeComparison(comparison: Comparison): string {
  return Object.entries(comparison)
    .filter(([, heads]) => (heads as readonly string[]).length > 0)
    .map(([how, heads]) => `${how}: ${(heads as readonly string[]).join(", ")}`)
    .join("; ");
}
