/** What came of tests: how many passed, the names of those that did not, and what this machine could not run. */
export interface Tally {
  readonly passed: number;
  /** This includes what was skipped without a reason. */
  readonly failures: readonly string[];
  /** What was skipped for want of a program, with the way to get it. */
  readonly skips?: readonly string[];
}

/** Adds what several runs came to. */
export function addTallies(tallies: readonly Tally[]): Required<Tally> {
  return {
    passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
    failures: tallies.flatMap(({ failures }) => failures),
    skips: tallies.flatMap(({ skips = [] }) => skips),
  };
}

/** Takes every skip for a failure, as CI does: there, all programs can be had. */
export function forbidSkips({ passed, failures, skips = [] }: Tally): Tally {
  return { passed, failures: [...failures, ...skips] };
}

/** Renders a line for each skip and each failure, and as the last line the two counts. */
export function renderTally({ passed, failures, skips = [] }: Tally): string {
  const lines = [...skips.map((skip) => `skipped: ${skip}`), ...failures.map((failure) => `failed: ${failure}`)];
  return [...lines, `${passed} passed, ${failures.length} failed`].join("\n");
}
