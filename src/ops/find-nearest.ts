/** Longer than any word of ours: what is longer is no slip of the pen, and would take long to compare. */
const MAX_LENGTH = 40;

/**
 * Counts the slips that lead from one word to another: letters left out, put in, taken for others, or swapped with their
 * neighbours (optimal string alignment, Damerau 1964).
 */
function countSlips(one: string, other: string): number {
  const rows: number[][] = [];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? row + column + 2;
  for (let row = 0; row <= one.length; row++) {
    rows.push([row]);
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1];
      const swapped = row > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      const ways = [at(row, column - 1) + 1, ...(row > 0 ? [at(row - 1, column) + 1] : [])];
      if (row > 0) ways.push(at(row - 1, column - 1) + (same ? 0 : 1));
      if (swapped) ways.push(at(row - 2, column - 2) + 1);
      rows[row]?.push(Math.min(...ways));
    }
  }
  return at(one.length, other.length);
}

/** Finds the word that was most likely meant: one that begins so, or differs by few slips; undefined when none comes near. */
export function findNearest(word: string, known: readonly string[]): string | undefined {
  if (word.length > MAX_LENGTH) return undefined;
  const written = word.toLowerCase().replaceAll("-", "_");
  const begun = known.filter((candidate) => written.length > 2 && candidate.startsWith(written));
  if (begun.length === 1) return begun[0];
  const slips = known.map((candidate) => [countSlips(written, candidate), candidate] as const);
  const [nearest] = slips.sort(([one], [other]) => one - other);
  return nearest && nearest[0] <= Math.max(1, written.length / 3) ? nearest[1] : undefined;
}
