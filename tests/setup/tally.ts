/** What came of tests: how many passed, and the names of those that did not, which includes what was skipped. */
export interface Tally {
  readonly passed: number;
  readonly failures: readonly string[];
}

/** Adds what several runs came to. */
export function addTallies(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
    failures: tallies.flatMap(({ failures }) => failures),
  };
}

/** Renders a line for each failure, and as the last line the two counts. */
export function renderTally({ passed, failures }: Tally): string {
  const lines = failures.map((failure) => `failed: ${failure}`);
  return [...lines, `${passed} passed, ${failures.length} failed`].join("\n");
}
