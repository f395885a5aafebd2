import type { Bench } from "../suite.ts";
import type { Contestant } from "./contestants.ts";
import { loadPage, type Line } from "./load-page.ts";

/** A phone on a bad day, or an anonymity network on a good one. */
export const SLOW_LINE: Line = { latency: 300, throughput: 200_000 };

/** What the loads of one page cost. */
export interface LoadCost {
  readonly contestant: Contestant;
  readonly requests: number;
  readonly bytes: number;
  /** When the link was rewritten, in ms since the visit began: on loopback, and on the slow line. */
  readonly times: readonly number[];
  readonly slowTimes: readonly number[];
}

async function measureTraffic(
  { browser, server }: Bench,
  { path }: Contestant,
): Promise<Pick<LoadCost, "requests" | "bytes">> {
  server.takeSent();
  await loadPage(browser, server.origin + path, { fixedChance: true });
  const sent = server.takeSent();
  return { requests: sent.length, bytes: sent.reduce((sum, { bytes }) => sum + bytes, 0) };
}

async function measureTime({ browser, server }: Bench, { path }: Contestant, line?: Line): Promise<number> {
  const options = { fixedChance: true, ...(line && { line }) };
  const { rewrittenAt } = await loadPage(browser, server.origin + path, options);
  return rewrittenAt;
}

/** Loads each page often. In a round each has its turn, so that what else the machine does falls on all alike. */
export async function measureLoads(
  bench: Bench,
  contestants: readonly Contestant[],
  rounds: { readonly loopback: number; readonly slow: number },
): Promise<readonly LoadCost[]> {
  const costs = [];
  for (const contestant of contestants) {
    costs.push({
      contestant,
      ...(await measureTraffic(bench, contestant)),
      times: [] as number[],
      slowTimes: [] as number[],
    });
  }
  for (let left = rounds.loopback; left > 0; left--) {
    for (const { contestant, times } of costs) times.push(await measureTime(bench, contestant));
  }
  for (let left = rounds.slow; left > 0; left--) {
    // On the slow line a load only waits: all wait together.
    const waits = costs.map(async ({ contestant, slowTimes }) =>
      slowTimes.push(await measureTime(bench, contestant, SLOW_LINE)),
    );
    await Promise.all(waits);
  }
  return costs;
}
