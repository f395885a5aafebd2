import { findMedian, renderFigures, renderRatio, renderTenths } from "../figures.ts";
import type { Bench, Suite } from "../suite.ts";
import { measureLoads, SLOW_LINE, type LoadCost } from "./measure-loads.ts";
import { DUE_SHARES, measureRules, measureVisits, type DrawnShares } from "./measure-shares.ts";
import { putFiles } from "./put-files.ts";
import { SAMPLE } from "./sample-pool.ts";

const ROUNDS = { loopback: 15, slow: 5 };
const DRAWS = 100_000;
/** As many visits as the time allows. */
const VISITS = { most: 200, milliseconds: 15_000 };

/** How far chance alone takes the share that varies most, in percentage points, in all but about one of 400 runs. */
function findNoise(draws: number): number {
  const variance = Math.max(...DUE_SHARES.map((share) => (share * (100 - share)) / draws));
  return 3 * Math.sqrt(variance);
}

function renderCosts(costs: readonly [LoadCost, ...LoadCost[]]): string {
  const [ours] = costs;
  const rows = costs.map(({ contestant, requests, bytes, times, slowTimes }) => [
    contestant.name,
    `${requests}`,
    `${bytes}`,
    renderTenths(findMedian(times)),
    renderRatio(findMedian(times), findMedian(ours.times)),
    renderTenths(findMedian(slowTimes)),
    renderRatio(findMedian(slowTimes), findMedian(ours.slowTimes)),
  ]);
  return renderFigures(["", "requests", "bytes", "ms", "ratio", "slow ms", "ratio"], rows);
}

function findError(shares: readonly number[]): number {
  return Math.max(...shares.map((share, index) => Math.abs(share - (DUE_SHARES[index] ?? 0))));
}

function renderShares(drawn: readonly DrawnShares[]): string {
  const weights = SAMPLE.map(({ weight }) => `${weight}`);
  const rows = [{ title: "due", shares: DUE_SHARES }, ...drawn].map(({ title, shares }) => [
    title,
    ...shares.map(renderTenths),
    findError(shares).toFixed(2),
  ]);
  return renderFigures(["share of weight, %", ...weights, "error"], rows);
}

async function runDrafts(bench: Bench): Promise<readonly string[]> {
  const contestants = await putFiles(bench.server);
  const [first, ...others] = await measureLoads(bench, contestants, ROUNDS);
  if (!first) throw new RangeError("contestants: expected at least one, got none");
  bench.tell("until the link is rewritten, from the start of the visit");
  bench.tell(renderCosts([first, ...others]));
  bench.tell(`all bodies in brotli, the page's own included, from one server; medians of ${ROUNDS.loopback} loads`);
  bench.tell(
    `on loopback, ${ROUNDS.slow} on a slow line (${SLOW_LINE.latency} ms a request, ${SLOW_LINE.throughput / 1000} kB/s)`,
  );
  const drawn = await measureRules(bench, contestants, DRAWS);
  const visited = await measureVisits(bench, contestants[0], VISITS);
  bench.tell(`\n${renderShares([...drawn, visited])}`);
  bench.tell(`${DRAWS} draws by each rule, in its page; error: the largest difference, in percentage points`);
  bench.tell(
    `(chance alone: up to ${findNoise(DRAWS).toFixed(2)}, with ${visited.draws} visits up to ${findNoise(visited.draws).toFixed(2)})`,
  );
  return [];
}

/** What the script costs and how fairly it draws, beside this project's early drafts in the same page. */
export const draftsSuite: Suite = {
  name: "drafts",
  title: "drafts: the same page with the script, and with each of this project's early drafts",
  run: runDrafts,
};
