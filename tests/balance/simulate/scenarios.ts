import { readdirSync, readFileSync } from "node:fs";
import { checkScenario } from "../../../src/ops/balance/check-scenario.ts";
import type { Scenario } from "../../../src/balance/simulate/scenario.ts";

const FOLDER = new URL("../../../site/scenarios/", import.meta.url);

/** The names of the scenarios in `site/scenarios`. */
export const SCENARIO_NAMES = readdirSync(FOLDER).map((file) => file.replace(/\.json$/, ""));

/** Reads one of them, which must be without fault. */
export function readScenario(name: string): Scenario {
  const file = `${name}.json`;
  const { scenario, problems } = checkScenario(readFileSync(new URL(file, FOLDER), "utf8"), file);
  if (!scenario) throw new Error(problems.map(({ pointer, message }) => `${file} ${pointer}: ${message}`).join("\n"));
  return scenario;
}
