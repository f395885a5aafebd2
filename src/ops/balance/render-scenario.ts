import { MEASURES, renderMeasures } from "../../balance/simulate/measures.ts";
import type { ScenarioResult } from "../../balance/simulate/run-scenario.ts";
import { type ColumnOptions, renderColumns } from "../render-columns.ts";
import { wrapText } from "../wrap-text.ts";

const HEADS = ["way", ...MEASURES.map(({ head }) => head)];

/** Renders what came of a scenario as a table, one line a way. */
export function renderScenario({ ways }: ScenarioResult, { paintHead }: Pick<ColumnOptions, "paintHead">): string {
  const alignments = HEADS.map((_, column) => (column === 0 ? ("left" as const) : ("right" as const)));
  const rows = ways.map((way) => [way.way, ...renderMeasures(way)]);
  return renderColumns(HEADS, rows, { alignments, paintHead });
}

/** Tells what was simulated, what each way does, and what the columns mean; each fact begins a line. */
export function describeScenario(result: ScenarioResult, { width = Infinity } = {}): string[] {
  const { title, clients, mirrors, hours, seed, ways } = result;
  const facts = [
    `${title}: ${clients} clients, ${mirrors.length} mirrors, ${hours} hours, seed "${seed}"`,
    ...ways.map(({ way, words }) => `${way}: ${words}`),
    ...MEASURES.map(({ head, words }) => `${head}: ${words}`),
  ];
  return facts.flatMap((fact) => wrapText(fact, Math.min(width, fact.length)));
}
