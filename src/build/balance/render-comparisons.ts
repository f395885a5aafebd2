import { compareWays, describeComparison } from "../../balance/simulate/compare-ways.ts";
import type { ComparedScenario } from "./compared-scenario.ts";

function listCells({ result }: ComparedScenario): string[] {
  const own = result.ways.at(-1)?.medians;
  if (!own) return [];
  return result.ways.slice(0, -1).map(({ medians }) => describeComparison(compareWays(own, medians)));
}

/** Renders how ours did against each other way in each scenario, as a table in Markdown. */
export function renderComparisons(compared: readonly ComparedScenario[]): string {
  const others = compared[0]?.result.ways.slice(0, -1).map(({ own }) => `against ${own.way}`) ?? [];
  const heads = ["scenario", ...others];
  const rows = compared.map((one) => [one.result.title, ...listCells(one)]);
  const lines = [heads, heads.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  return `\n${lines.join("\n")}\n`;
}
