import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { medianMeasures } from "../../balance/simulate/measures.ts";
import { runScenario } from "../../balance/simulate/run-scenario.ts";
import { checkScenario } from "../../ops/balance/check-scenario.ts";
import { type ComparedScenario, keepScenario } from "./compared-scenario.ts";
import { WAYS_FILE } from "./read-ways.ts";
import { renderComparisons } from "./render-comparisons.ts";

/** The scenarios that ways of balancing are compared in, by the names of their files in `site/scenarios/`. */
export const SCENARIO_NAMES = [
  "new-mirror",
  "mirror-lost",
  "half-pinned",
  "broken-newcomer",
  "daily-wave",
  "slow-mirror",
] as const;

/** The command that brings it, and the table in README, up to date. */
export const WAYS_COMMAND = "npm run ways";

const FOLDER = new URL("../../../site/scenarios/", import.meta.url);
const README = fileURLToPath(new URL("../../../README.md", import.meta.url));
const SEEDS = ["1", "2", "3", "4", "5"];

/** Where the table stands in README. */
const TABLE = /(<!-- Made by "npm run ways". -->\n)[^]*?(\n<!-- End of what it made. -->)/;

/** Runs a scenario over all seeds; its own comes first. Throws an Error for one that is not right. */
export async function compareScenario(name: string): Promise<ComparedScenario> {
  const file = `${name}.json`;
  const { scenario, problems } = checkScenario(await readFile(new URL(file, FOLDER), "utf8"), file);
  const runs = scenario && SEEDS.map((seed) => runScenario({ ...scenario, seed }));
  const kept = scenario && runs && keepScenario(name, scenario, runs, medianMeasures);
  if (!kept) throw new Error(problems.map(({ pointer, message }) => `${file} ${pointer}: ${message}`).join("\n"));
  return kept;
}

/** Gives the text of the file that keeps what came of them. */
export function renderWays(compared: readonly ComparedScenario[]): string {
  return `[\n${compared.map((one) => JSON.stringify(one)).join(",\n")}\n]\n`;
}

/** Gives README with the table as it must be. */
export function renderReadme(readme: string, compared: readonly ComparedScenario[]): string {
  return readme.replace(TABLE, (_, head: string, end: string) => `${head}${renderComparisons(compared)}${end}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const compared = await Promise.all(SCENARIO_NAMES.map(compareScenario));
  await writeFile(WAYS_FILE, renderWays(compared));
  await writeFile(README, renderReadme(await readFile(README, "utf8"), compared));
  console.log("wrote site/ways.generated.json and README.md");
}
