import { runWay } from "../../../src/balance/simulate/run-way.ts";
import type { Scenario } from "../../../src/balance/simulate/scenario.ts";
import { drawVisits } from "../../../src/balance/simulate/visits.ts";
import { WAYS } from "../../../src/balance/simulate/ways.ts";
import { renderFigures, renderTenths } from "../figures.ts";
import type { ProgramSuite } from "../suite.ts";

/** The most that a day of the largest pool may take. */
const MOST_SECONDS = 10;

const LATE = 250;

/** Half of the mirrors join in the second hour, so that the others are relieved. */
const SCENARIO: Scenario = {
  title: "a day of a large pool",
  seed: "1",
  hours: 24,
  mirrors: Array.from({ length: 500 }, (_, index) => ({
    name: `m${index}.example`,
    weight: 10 + (index % 50),
    ...(index < LATE && { joins_minute: 60 }),
  })),
  clients: { at_start: 100_000, arrivals_per_hour: 10_000, stay_minutes: 600, daily_wave: 0.5 },
};

function measureWay(way: (typeof WAYS)[number]): { seconds: number; moves: number } {
  const start = performance.now();
  const { tally } = runWay(way, SCENARIO, drawVisits(SCENARIO));
  return { seconds: (performance.now() - start) / 1000, moves: tally.moves };
}

function runBalance(tell: (text: string) => void): Promise<readonly string[]> {
  const runs = WAYS.map((way) => ({ name: way.name, ...measureWay(way) }));
  const rows = runs.map(({ name, seconds, moves }) => [name, renderTenths(seconds), String(moves)]);
  tell(renderFigures(["way", "s", "moves"], rows));
  const ours = runs.at(-1)?.seconds ?? Infinity;
  const broken = `balancing in terms must take less than ${MOST_SECONDS} s, got ${renderTenths(ours)}`;
  return Promise.resolve(ours < MOST_SECONDS ? [] : [broken]);
}

/** Whether a day of the largest pool is simulated while somebody waits for it. */
export const balanceSuite: ProgramSuite = {
  name: "balance",
  title: "balance: 100,000 clients on 500 mirrors for 24 simulated hours, and 10,000 more an hour",
  runProgram: runBalance,
};
