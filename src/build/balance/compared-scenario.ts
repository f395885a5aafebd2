import type { Measures } from "../../balance/simulate/measures.ts";
import type { ScenarioResult, WayResult } from "../../balance/simulate/run-scenario.ts";
import type { Scenario } from "../../balance/simulate/scenario.ts";

/** A way as the file keeps it: the clients of each mirror as rows, one each so many minutes. */
interface KeptWay {
  readonly own: Omit<WayResult, "loads">;
  readonly sample_minutes: number;
  readonly loads: readonly (readonly number[])[];
  /** The median of each measure over all seeds. */
  readonly medians: Measures;
}

/** A scenario with what came of it, as `site/ways.generated.json` keeps it. */
export interface ComparedScenario {
  readonly name: string;
  readonly seeds: number;
  readonly scenario: Scenario;
  /** What came of its own seed. */
  readonly result: Omit<ScenarioResult, "ways"> & { readonly ways: readonly KeptWay[] };
}

/** Makes what the file keeps. */
export function keepScenario(
  name: string,
  scenario: Scenario,
  runs: readonly ScenarioResult[],
  median: (measures: readonly Measures[]) => Measures,
): ComparedScenario | undefined {
  const [first] = runs;
  if (!first) return undefined;
  const ways = first.ways.map(({ loads, ...own }, index) => ({
    own,
    medians: median(runs.flatMap((run) => run.ways[index] ?? [])),
    sample_minutes: loads[1]?.minute ?? 0,
    loads: loads.map(({ clients }) => clients),
  }));
  return { name, seeds: runs.length, scenario, result: { ...first, ways } };
}

/** Gives the result as the simulator gave it. */
export function recallResult({ result }: ComparedScenario): ScenarioResult {
  const ways = result.ways.map(({ own, sample_minutes, loads }) => ({
    ...own,
    loads: loads.map((clients, index) => ({ minute: index * sample_minutes, clients })),
  }));
  return { ...result, ways };
}
