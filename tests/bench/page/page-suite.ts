import { readFile } from "node:fs/promises";
import { findMedian, renderFigures, renderRatio, renderTenths } from "../figures.ts";
import type { Bench, Suite } from "../suite.ts";
import { BIG_PAGE, makeBigPage, makeBigPool } from "./big-page.ts";
import { PAGE_PATHS, visitInTurn, type Visit } from "./visit-page.ts";
import { listSteps } from "./visit.ts";

/** The longest that the page may be blocked. */
const LIMIT_MS = 50;

const VISITS = 9;

/** What the visits say of one step, in ms. */
interface StepFigures {
  readonly title: string;
  readonly without: readonly number[];
  readonly with: readonly number[];
  readonly script: readonly number[];
  readonly processor: readonly number[];
}

async function putFiles({ server }: Bench): Promise<void> {
  server.put(PAGE_PATHS.with, makeBigPage({ withScript: true }));
  server.put(PAGE_PATHS.without, makeBigPage({ withScript: false }));
  server.put("/mirrors.json", makeBigPool());
  server.put("/fairmirror.js", await readFile("dist/fairmirror.js"));
}

function listFigures(visits: Readonly<Record<"with" | "without", readonly Visit[]>>): readonly StepFigures[] {
  return listSteps("", BIG_PAGE.links).map(({ title }, step) => {
    const costs = visits.with.flatMap((visit) => visit.costs[step] ?? []);
    return {
      title,
      without: visits.without.flatMap((visit) => visit.costs[step]?.page ?? []),
      with: costs.map(({ page }) => page),
      script: costs.map(({ script }) => script),
      processor: costs.map(({ scriptProcessor }) => scriptProcessor),
    };
  });
}

function renderPageRow({ title, without, with: served }: StepFigures): readonly string[] {
  const figures = [without, served].flatMap((times) => [findMedian(times), Math.max(...times)]);
  return [title, ...figures.map(renderTenths), renderRatio(findMedian(served), findMedian(without))];
}

function renderScriptRow({ title, script, processor }: StepFigures): readonly string[] {
  const figures = [script, processor].flatMap((times) => [findMedian(times), Math.max(...times)]);
  return [title, ...figures.map(renderTenths)];
}

/** The processor's time is held against the limit: the clock also counts what other programs took meanwhile. */
function findBroken({ title, processor }: StepFigures): readonly string[] {
  const worst = Math.max(...processor);
  if (worst <= LIMIT_MS) return [];
  return [`${title}: the script must block for at most ${LIMIT_MS} ms of processor time, got ${renderTenths(worst)}`];
}

async function runPage(bench: Bench): Promise<readonly string[]> {
  await putFiles(bench);
  const visits = await visitInTurn(bench, VISITS);
  const figures = listFigures(visits);
  const count = (kind: "with" | "without"): number => findMedian(visits[kind].map(({ longTasks }) => longTasks));
  bench.tell("longest task that the script runs in, ms");
  bench.tell(renderFigures(["", "median", "worst", "processor", "worst"], figures.map(renderScriptRow)));
  bench.tell("\nlongest task of the whole page, layout included, without the script and with it, ms");
  bench.tell(renderFigures(["", "without", "worst", "with", "worst", "ratio"], figures.map(renderPageRow)));
  bench.tell(`\n${VISITS} visits to each page, in turn; tasks over 50 ms that the browser told the page of,`);
  bench.tell(`in the median visit: ${count("without")} without the script, ${count("with")} with it`);
  return figures.flatMap(findBroken);
}

/** Whether a page of many links and a large pool stays quick. */
export const pageSuite: Suite = {
  name: "page",
  title: `page: ${BIG_PAGE.links} links, a pool of ${BIG_PAGE.mirrors} mirrors, at most ${LIMIT_MS} ms blocked`,
  run: runPage,
};
