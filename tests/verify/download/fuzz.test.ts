import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { assertComplete } from "./assert-complete.ts";
import { createDice } from "./dice.ts";
import { makeFaultSchedule } from "./fault-schedule.ts";
import { runVirtual, type VirtualRun } from "./run-virtual.ts";
import { makeSampleFile } from "./sample-file.ts";

const SCHEDULES = 1000;
const PIECE = 1000;
const SAMPLES = [1, 999, 1000, 7001, 24_000].map((size) => makeSampleFile(size, PIECE, size));

/** Ten hours: longer than any of these files takes, even by a trickle. */
const TOTAL_MS = 36_000_000;

/** Checks what holds for every end. */
function assertEnded({ outcome, clock, network, broken }: VirtualRun, size: number): void {
  assert.deepEqual(broken, []);
  assert.notEqual(outcome.kind, "stopped");
  assert.ok(outcome.kind !== "failed" || outcome.reason !== "broken", JSON.stringify(outcome));
  assert.ok(clock.now() < TOTAL_MS, `took ${clock.now()} ms: ${JSON.stringify(outcome)}`);
  assert.deepEqual([clock.countTimers(), network.countOpen()], [0, 0], "timers and connections left");
  for (const [mirror, peak] of network.peaks) assert.ok(peak <= (mirror ? 2 : 4), `${peak} connections to ${mirror}`);
  for (const { mirror, bytesWasted, failures } of outcome.account.mirrors) {
    const seen = network.sightings.filter((sighting) => sighting.mirror === mirror);
    const [early, whole] = [seen.filter(({ isRead }) => !isRead), seen.filter(({ range }) => range === undefined)];
    // What fails, and what is taken away, wastes the piece that it was at.
    const bound = (early.length + failures) * PIECE + whole.length * size;
    assert.ok(bytesWasted <= bound, `${mirror} wasted ${bytesWasted}, bound ${bound}`);
  }
}

async function runSchedule(seed: number): Promise<VirtualRun["outcome"]["kind"]> {
  const dice = createDice(seed + 1_000_000);
  const sample = SAMPLES[dice(SAMPLES.length)] ?? makeSampleFile(1, 1);
  const { mirrors, checked, hasGood } = makeFaultSchedule(seed, Math.ceil(sample.list.size / PIECE));
  const limits = { totalMs: TOTAL_MS };
  const shape = { chunk: 1 + dice(1500), isByteStream: dice(2) === 0 };
  const run = await runVirtual({ sample, mirrors, seed, ...shape, change: () => ({ checked, limits }) });
  assertEnded(run, sample.list.size);
  if (hasGood || run.outcome.kind === "complete") assertComplete(run, sample);
  return run.outcome.kind;
}

suite("a download under faults", () => {
  test(`ends with the right file or a clear failure in ${SCHEDULES} schedules`, async (context) => {
    const ends = new Map<string, number>();
    for (let seed = 0; seed < SCHEDULES; seed++) {
      const end = await runSchedule(seed).catch((error: unknown) => {
        throw new Error(`schedule ${seed}: ${String(error)}`, { cause: error });
      });
      ends.set(end, (ends.get(end) ?? 0) + 1);
    }
    context.diagnostic(JSON.stringify([...ends]));
    assert.ok((ends.get("failed") ?? 0) > SCHEDULES / 20 && (ends.get("complete") ?? 0) > SCHEDULES / 2);
  });
});
