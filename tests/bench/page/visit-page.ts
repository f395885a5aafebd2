import type { Bench } from "../suite.ts";
import { BIG_PAGE } from "./big-page.ts";
import { listSteps, prepareVisit } from "./visit.ts";
import { traceTasks, type StepCost } from "./trace-tasks.ts";

/** Where the two pages stand, by whether they have the script. */
export const PAGE_PATHS = { with: "/with-script", without: "/without-script" } as const;

/** With or without the script. */
export type PageKind = keyof typeof PAGE_PATHS;

/** What one visit cost. */
export interface Visit {
  /** In the order of the steps. */
  readonly costs: readonly StepCost[];
  /** How many tasks over 50 ms the browser reported to the page itself. */
  readonly longTasks: number;
}

async function visitPage({ browser, server }: Bench, kind: PageKind): Promise<Visit> {
  const page = await browser.newPage();
  await prepareVisit(page);
  const costs: StepCost[] = [];
  for (const { act } of listSteps(server.origin + PAGE_PATHS[kind], BIG_PAGE.links)) {
    costs.push(await traceTasks(page, act));
  }
  const longTasks = await page.evaluate(() => window.longTasks);
  await page.close();
  return { costs, longTasks };
}

/** Visits both pages in turn, so that what else the machine does falls on both alike. */
export async function visitInTurn(bench: Bench, visits: number): Promise<Readonly<Record<PageKind, readonly Visit[]>>> {
  const made = { with: [] as Visit[], without: [] as Visit[] };
  // The first visit warms the browser up and does not count.
  for (let round = 0; round <= visits; round++) {
    for (const kind of ["without", "with"] as const) {
      const visit = await visitPage(bench, kind);
      if (round > 0) made[kind].push(visit);
    }
  }
  return made;
}
