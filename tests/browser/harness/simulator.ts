import { readFileSync } from "node:fs";
import { readChanges, type ScenarioChanges } from "../../../src/balance/simulate/change-scenario.ts";
import type { Scenario } from "../../../src/balance/simulate/scenario.ts";
import { runJob } from "../../../src/browser/balance/simulator-job.ts";

/** What the page about balancing shows in the part that visitors try. */
export interface Shown {
  /** The numbers of each way. */
  readonly cells: readonly (readonly string[])[];
  /** The lines of the pictures. */
  readonly lines: readonly string[];
}

/** Reads it in the page. */
export const READ_SHOWN = `(() => {
  const root = document.querySelector("[data-simulator]");
  const cells = [...root.querySelectorAll("tbody tr")].map((row) =>
    [...row.querySelectorAll("td.number")].map((cell) => cell.textContent));
  return { cells, lines: [...root.querySelectorAll(".load")].map((line) => line.getAttribute("d")) };
})()`;

/** Gives what the page must show of a scenario with these changes. */
export function expectShown(name: string, changes: Partial<ScenarioChanges>): Shown {
  const scenario = JSON.parse(readFileSync(`site/scenarios/${name}.json`, "utf8")) as Scenario;
  const { ways } = runJob({ scenario, changes: { ...readChanges(scenario), ...changes } });
  const lines = ways.flatMap(({ picture }) => [...picture.matchAll(/class="load"[^>]* d="([^"]*)"/g)]);
  return { cells: ways.map(({ cells }) => cells), lines: lines.map(([, path = ""]) => path) };
}
