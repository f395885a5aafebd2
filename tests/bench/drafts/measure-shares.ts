import type { Page } from "playwright";
import type { Bench } from "../suite.ts";
import type { Contestant } from "./contestants.ts";
import { loadPage } from "./load-page.ts";
import type { Rule } from "./rules.ts";
import { SAMPLE } from "./sample-pool.ts";

/** How often each host was drawn. */
type Counts = Readonly<Record<string, number>>;

/** The share of each mirror of the sample, in its order, in percent. */
export interface DrawnShares {
  readonly title: string;
  readonly shares: readonly number[];
  readonly draws: number;
}

const TOTAL_WEIGHT = SAMPLE.reduce((sum, { weight }) => sum + weight, 0);

/** The shares that the weights of the sample promise, in percent. */
export const DUE_SHARES: readonly number[] = SAMPLE.map(({ weight }) => (100 * weight) / TOTAL_WEIGHT);

function countDraws(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function findShares(counts: Counts, members: Rule["members"] = {}): readonly number[] {
  return SAMPLE.map(({ host: mirror }) => {
    const hits = Object.entries(counts).map(([host, count]) => {
      const served = members[host] ?? [host];
      return served.includes(mirror) ? count / served.length : 0;
    });
    return (100 * hits.reduce((sum, hit) => sum + hit, 0)) / countDraws(counts);
  });
}

async function drawInPage(page: Page, { script }: Rule, draws: number): Promise<Counts> {
  const counts = await page.evaluate(`(async () => {
    const drawOne = await (${script})();
    const counts = {};
    for (let left = ${draws}; left--;) {
      const host = drawOne();
      counts[host] = (counts[host] ?? 0) + 1;
    }
    return counts;
  })()`);
  return counts as Counts;
}

/** Draws often by each rule, in the page that uses it. */
export async function measureRules(
  { browser, server }: Bench,
  contestants: readonly Contestant[],
  draws: number,
): Promise<readonly DrawnShares[]> {
  const drawn: DrawnShares[] = [];
  for (const { path, rules } of contestants) {
    const page = await browser.newPage();
    await page.goto(server.origin + path);
    for (const rule of rules) {
      drawn.push({ title: rule.title, shares: findShares(await drawInPage(page, rule, draws), rule.members), draws });
    }
    await page.close();
  }
  return drawn;
}

/** Loads a page as many new visitors, until there were enough or the time is over, and reads where its link leads. */
export async function measureVisits(
  { browser, server }: Bench,
  { name, path }: Contestant,
  { most, milliseconds }: { readonly most: number; readonly milliseconds: number },
): Promise<DrawnShares> {
  const counts: Record<string, number> = {};
  const end = Date.now() + milliseconds;
  while (countDraws(counts) < most && Date.now() < end) {
    const visits = [1, 2, 3, 4].map(() => loadPage(browser, server.origin + path));
    for (const { host } of await Promise.all(visits)) counts[host] = (counts[host] ?? 0) + 1;
  }
  const draws = countDraws(counts);
  return { title: `${name}, ${draws} real visits`, shares: findShares(counts), draws };
}
