import assert from "node:assert/strict";
import { assertComplete } from "./assert-complete.ts";
import { createDice } from "./dice.ts";
import { makeFaultSchedule } from "./fault-schedule.ts";
import { type RealRun, runReal } from "./run-real.ts";
import { makeSampleFile } from "./sample-file.ts";

const PIECE = 1000;
const SAMPLES = [1, 1000, 7001, 24_000].map((size) => makeSampleFile(size, PIECE, size));

/** Short: what never comes is soon over, and what only comes late is asked again. */
const LIMITS = { stallMs: 200, restMs: 5, maxRestMs: 40, totalMs: 60_000 };

/** A machine under load may make a good mirror stall for so short a time, again and again: then only the failure must be clear. */
function isLateOnly({ outcome }: RealRun): boolean {
  return outcome.kind === "failed" && outcome.account.mirrors.some(({ fault }) => fault === "stalls");
}

/** Runs a schedule of faults over real servers; gives how it ended. Throws when it did not end as it must. */
export async function runRealSchedule(seed: number): Promise<RealRun["outcome"]["kind"]> {
  const dice = createDice(seed + 2_000_000);
  const sample = SAMPLES[dice(SAMPLES.length)] ?? makeSampleFile(1, 1);
  const { mirrors, checked, hasGood } = makeFaultSchedule(seed, Math.ceil(sample.list.size / PIECE));
  // Bytes of so small files need no time: rates are for the clock that jumps.
  const unpaced = Object.fromEntries(
    Object.entries(mirrors).map(([url, mirror]) => [url, { ...mirror, rate: Infinity }]),
  );
  const run = await runReal({ sample, mirrors: unpaced, seed, change: { checked, limits: LIMITS } });
  assert.deepEqual(run.broken, []);
  const { outcome } = run;
  const isClear = outcome.kind === "failed" && ["no-mirror", "no-mirror-left"].includes(outcome.reason);
  if (outcome.kind === "complete" || (hasGood && !isLateOnly(run))) assertComplete(run, sample);
  else assert.ok(isClear, JSON.stringify(outcome));
  return outcome.kind;
}
