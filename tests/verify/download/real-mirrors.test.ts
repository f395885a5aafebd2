import assert from "node:assert/strict";
import { suite, test } from "node:test";
import pMap from "p-map";
import { assertComplete } from "./assert-complete.ts";
import type { Behaviour } from "./behaviour.ts";
import { FIVE_MIRRORS } from "./five-mirrors.ts";
import { type RealRun, runReal } from "./run-real.ts";
import { runRealSchedule } from "./run-real-schedule.ts";
import { makeSampleFile } from "./sample-file.ts";

const SAMPLE = makeSampleFile(1_500_000, 65_536);

/** Short, for what never comes; a mirror that is only late rests for a moment and is asked again. */
const LIMITS = { stallMs: 400, restMs: 10, maxRestMs: 100, tries: 3, slowRate: 0 };

/** `npm run fuzz` runs 2,000. */
const SCHEDULES = 40;

/** Every fault, and what is told of a mirror that has it. */
const FAULTS: readonly (readonly [Behaviour, string])[] = [
  [{ kind: "dead" }, "unreachable"],
  [{ kind: "hangs" }, "stalls"],
  [{ kind: "stalls", at: 0.1 }, "stalls"],
  [{ kind: "resets", at: 0.1 }, "breaks-off"],
  [{ kind: "truncates", at: 0.1 }, "breaks-off"],
  [{ kind: "flips", at: 0.1 }, "lies"],
  [{ kind: "too-long" }, "too-long"],
  [{ kind: "no-range" }, "no-range"],
  [{ kind: "wrong-total" }, "wrong-file"],
  [{ kind: "wrong-range" }, "wrong-range"],
  [{ kind: "to-http" }, "redirected"],
  [{ kind: "status", status: 404 }, "missing"],
  [{ kind: "status", status: 416 }, "wrong-file"],
  [{ kind: "status", status: 403 }, "refused"],
  [{ kind: "status", status: 503, retryAfter: "1" }, "busy"],
];

/** Downloads from a good mirror and one with a fault, for a session that draws each of them. */
async function runBeside(behaviour: Behaviour): Promise<RealRun> {
  const mirrors = {
    "https://bad.example/": { weight: 1000, rate: Infinity, latencyMs: 0, behave: () => behaviour },
    "https://good.example/": { weight: 1, rate: Infinity, latencyMs: 0, behave: () => ({ kind: "serves" }) as const },
  };
  return runReal({ sample: SAMPLE, mirrors, seed: 1, change: { limits: LIMITS } });
}

suite("a download from real mirrors", () => {
  for (const [behaviour, fault] of FAULTS)
    test(`arrives beside a mirror with the fault ${JSON.stringify(behaviour)}`, async () => {
      const run = await runBeside(behaviour);
      assertComplete(run, SAMPLE);
      const told = run.events.flatMap((event) => ("fault" in event ? `${event.mirror} ${event.fault}` : []));
      assert.ok(told.includes(`https://bad.example/ ${fault}`), told.join());
    });

  test(`ends with the right file or a clear failure in ${SCHEDULES} schedules of faults`, async () => {
    const seeds = Array.from({ length: SCHEDULES }, (_, index) => 1_000_000 + index);
    const ends = await pMap(seeds, runRealSchedule, { concurrency: 8 });
    assert.ok(ends.includes("complete"), ends.join(" "));
  });

  test("arrives though each of five mirrors has a fault, and wastes less than a twentieth", async () => {
    const sample = makeSampleFile(32 * 2 ** 20, 2 ** 18);
    const run = await runReal({
      sample,
      mirrors: FIVE_MIRRORS,
      seed: 5,
      change: { limits: { stallMs: 400, slowRate: 0 } },
    });
    assertComplete(run, sample);
    const { bytesWasted, mirrors } = run.outcome.account;
    assert.ok(bytesWasted < sample.list.size / 20, JSON.stringify(run.outcome.account));
    assert.ok(
      run.events.some((event) => event.kind === "mirror-dropped" && event.fault === "lies"),
      JSON.stringify(mirrors),
    );
  });
});
