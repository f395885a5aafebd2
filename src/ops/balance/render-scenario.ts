import { type ColumnOptions, renderColumns } from "../render-columns.ts";
import { wrapText } from "../wrap-text.ts";
import type { ScenarioResult, WayResult } from "../../balance/simulate/run-scenario.ts";

const HEADS = ["way", "moves/client", "most", "minutes off", "swings", "wrong", "waited"];

/** What the heads stand for. */
const LEGEND = [
  "moves/client: how often a client was moved away on average; most: the most that one was",
  "minutes off: how long some mirror was off its fair share by 5 % and 50 clients, over or under it",
  "swings: how often a mirror went from over its share to under it by as much, or back",
  "wrong: how often a client that does not reach all mirrors was moved with nowhere else to go",
  "waited: for how many minutes a client was without a mirror on average",
];

function listCells(result: WayResult): string[] {
  const { way, moves_per_client, most_moves, off_minutes, swings, wrong_moves, waited_minutes } = result;
  const counts = [most_moves, off_minutes, swings, wrong_moves].map(String);
  return [way, moves_per_client.toFixed(3), ...counts, waited_minutes.toFixed(2)];
}

/** Renders what came of a scenario as a table, one line a way. */
export function renderScenario({ ways }: ScenarioResult, { paintHead }: Pick<ColumnOptions, "paintHead">): string {
  const alignments = HEADS.map((_, column) => (column === 0 ? ("left" as const) : ("right" as const)));
  return renderColumns(HEADS, ways.map(listCells), { alignments, paintHead });
}

/** Tells what was simulated, what each way does, and what the columns mean; each fact begins a line. */
export function describeScenario(result: ScenarioResult, { width = Infinity } = {}): string[] {
  const { title, clients, mirrors, hours, seed, ways } = result;
  const facts = [
    `${title}: ${clients} clients, ${mirrors.length} mirrors, ${hours} hours, seed "${seed}"`,
    ...ways.map(({ way, words }) => `${way}: ${words}`),
    ...LEGEND,
  ];
  return facts.flatMap((fact) => wrapText(fact, Math.min(width, fact.length)));
}
