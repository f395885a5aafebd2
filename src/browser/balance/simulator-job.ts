import { changeScenario, type ScenarioChanges } from "../../balance/simulate/change-scenario.ts";
import { compareWays, describeComparison } from "../../balance/simulate/compare-ways.ts";
import { renderMeasures } from "../../balance/simulate/measures.ts";
import { pictureWay } from "../../balance/simulate/picture-way.ts";
import { runScenario } from "../../balance/simulate/run-scenario.ts";
import type { Scenario } from "../../balance/simulate/scenario.ts";

/** What the worker is asked for. */
export interface SimulatorJob {
  readonly scenario: Scenario;
  readonly changes: ScenarioChanges;
}

/** One way as the page shows it. */
export interface ShownWay {
  readonly way: string;
  /** An SVG element, as text. */
  readonly picture: string;
  /** What each measure came to. */
  readonly cells: readonly string[];
  /** How ours did against it; empty for ours. */
  readonly comparison: string;
}

/** What the worker answers. */
export interface SimulatorAnswer {
  readonly clients: number;
  readonly ways: readonly ShownWay[];
}

/** Runs the simulator over a changed scenario. */
export function runJob({ scenario, changes }: SimulatorJob): SimulatorAnswer {
  const result = runScenario(changeScenario(scenario, changes));
  const ours = result.ways.at(-1);
  const ways = result.ways.map((way, index) => ({
    way: way.way,
    picture: pictureWay(result, way, `try-${index}`),
    cells: renderMeasures(way),
    comparison: ours && way !== ours ? describeComparison(compareWays(ours, way)) : "",
  }));
  return { clients: result.clients, ways };
}
