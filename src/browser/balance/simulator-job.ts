import { changeScenario, type ScenarioChanges } from "../../balance/simulate/change-scenario.ts";
import { runScenario } from "../../balance/simulate/run-scenario.ts";
import type { Scenario } from "../../balance/simulate/scenario.ts";
import { type ShownWay, showWays } from "../../balance/simulate/show-ways.ts";

/** What the worker is asked for. */
export interface SimulatorJob {
  readonly scenario: Scenario;
  readonly changes: ScenarioChanges;
}

/** What the worker answers. */
export interface SimulatorAnswer {
  readonly clients: number;
  readonly ways: readonly ShownWay[];
}

/** Runs the simulator over a changed scenario. */
export function runJob({ scenario, changes }: SimulatorJob): SimulatorAnswer {
  const result = runScenario(changeScenario(scenario, changes));
  return { clients: result.clients, ways: showWays(result, result.ways, "try") };
}
