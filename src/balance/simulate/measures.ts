/** What one way came to, in numbers. */
export interface Measures {
  readonly moves_per_client: number;
  /** The most that any one client was moved. */
  readonly most_moves: number;
  /** For how many minutes some mirror was off its fair share by 5 % and by 50 clients, over or under it. */
  readonly off_minutes: number;
  /** How often a mirror went from over its share to under it by as much, or back. */
  readonly swings: number;
  /** How often a client that does not reach all mirrors was moved with nowhere else to go. */
  readonly wrong_moves: number;
  /** The most clients that came to one mirror within a minute. */
  readonly rush: number;
  /** For how many minutes a client was without a mirror, on average. */
  readonly waited_minutes: number;
}

/** How a measure is shown. In all of them, less is better. */
export interface Measure {
  readonly key: keyof Measures;
  readonly head: string;
  /** What the head stands for. */
  readonly words: string;
  readonly digits: number;
  /** Whether ways are compared by it; the others tell what the comparison costs. */
  readonly isCompared: boolean;
}

/** The measures in the order of the columns. */
export const MEASURES: readonly Measure[] = [
  {
    key: "moves_per_client",
    head: "moves/client",
    words: "how often a client was moved away on average",
    digits: 3,
    isCompared: true,
  },
  {
    key: "off_minutes",
    head: "minutes off",
    words: "how long some mirror was off its fair share by 5 % and 50 clients, over or under it",
    digits: 0,
    isCompared: true,
  },
  {
    key: "swings",
    head: "swings",
    words: "how often a mirror went from over its share to under it by as much, or back",
    digits: 0,
    isCompared: true,
  },
  {
    key: "wrong_moves",
    head: "wrong",
    words: "how often a client that does not reach all mirrors was moved with nowhere else to go",
    digits: 0,
    isCompared: true,
  },
  { key: "most_moves", head: "most", words: "the most that any one client was moved", digits: 0, isCompared: false },
  {
    key: "rush",
    head: "rush",
    words: "the most clients that came to one mirror within a minute",
    digits: 0,
    isCompared: false,
  },
  {
    key: "waited_minutes",
    head: "waited",
    words: "for how many minutes a client was without a mirror on average",
    digits: 2,
    isCompared: false,
  },
];

/** Renders what each measure came to, in the order of the columns. */
export function renderMeasures(measures: Measures): string[] {
  return MEASURES.map(({ key, digits }) => measures[key].toFixed(digits));
}

function findMedian(numbers: readonly number[]): number {
  return [...numbers].sort((one, other) => one - other)[numbers.length >> 1] ?? 0;
}

/** Gives the median of each measure; of an even number of runs, the upper one. */
export function medianMeasures(runs: readonly Measures[]): Measures {
  const medians = MEASURES.map(({ key }) => [key, findMedian(runs.map((run) => run[key]))] as const);
  return Object.fromEntries(medians) as unknown as Measures;
}
