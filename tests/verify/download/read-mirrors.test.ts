import assert from "node:assert/strict";
import { suite, test } from "node:test";
import type { PublicMirror } from "../../../src/core/pool.ts";
import { DEFAULT_LIMITS } from "../../../src/verify/download/download-limits.ts";
import type { DownloadEvent } from "../../../src/verify/download/download-event.ts";
import type { DownloadRequest } from "../../../src/verify/download/download-request.ts";
import { assertComplete } from "./assert-complete.ts";
import { type PlannedMirror, runVirtual, type VirtualRun } from "./run-virtual.ts";
import { makeSampleFile } from "./sample-file.ts";
import type { VirtualClock } from "./virtual-clock.ts";

const SAMPLE = makeSampleFile(600 * 1024, 1024);
const [A, B] = ["https://a.example/", "https://b.example/"];

/** 300 s for one connection. */
const MIRROR: PlannedMirror = { weight: 1, rate: 2, latencyMs: 10, behave: () => ({ kind: "serves" }) };

function run(readPool: DownloadRequest["readPool"], seed = 1): Promise<VirtualRun> {
  return runVirtual({ sample: SAMPLE, seed, mirrors: { [A]: MIRROR, [B]: MIRROR }, change: () => ({ readPool }) });
}

/** Gives one pool after the other, and then always the last. */
function readInTurn(...pools: readonly (readonly PublicMirror[] | Error)[]): DownloadRequest["readPool"] {
  let count = 0;
  return () => {
    const pool = pools[Math.min(count++, pools.length - 1)] ?? [];
    return pool instanceof Error ? Promise.reject(pool) : Promise.resolve(pool);
  };
}

/** Gives what happened after the pool was read for the nth time. */
function listAfter({ events }: VirtualRun, reading: number): readonly DownloadEvent[] {
  const readings = events.flatMap(({ kind }, index) => (kind === "pool-read" ? index : []));
  return events.slice(readings[reading]);
}

/** Gives the mirrors that were asked after the pool was read for the nth time. */
function listAsked(run: VirtualRun, reading: number): string[] {
  const later = listAfter(run, reading);
  return [...new Set(later.flatMap((event) => (event.kind === "pieces-asked" ? event.mirror : [])))].sort();
}

/** Gives how many pieces a mirror gave after the pool was read for the nth time. */
function countGiven(run: VirtualRun, mirror: string, reading: number): number {
  return listAfter(run, reading).filter((event) => event.kind === "piece-checked" && event.mirror === mirror).length;
}

function failureOf({ outcome }: VirtualRun): string | undefined {
  return outcome.kind === "failed" ? outcome.reason : undefined;
}

const a = { url_prefix: A, weight: 1 };
const b = { url_prefix: B, weight: 1 };

/** Ways to leave a pool in which the other mirror stays. */
const LEAVING: Readonly<Record<string, readonly PublicMirror[]>> = {
  "is gone": [b],
  "has weight 0": [{ ...a, weight: 0 }, b],
  "lacks the file": [{ ...a, lacks: ["os/"] }, b],
};

suite("the pool of a download", () => {
  for (const [name, after] of Object.entries(LEAVING))
    test(`takes from a mirror that ${name} only what is on its way`, async () => {
      const done = await run(readInTurn([a], after));
      assertComplete(done, SAMPLE);
      assert.deepEqual(listAsked(done, 0), [A, B]);
      assert.deepEqual(listAsked(done, 1), [B]);
      assert.ok(countGiven(done, A, 1) <= DEFAULT_LIMITS.perMirror);
    });

  test("is read at once when it is said to have changed", async () => {
    const readings: number[] = [];
    const change = (clock: VirtualClock): Partial<DownloadRequest> => {
      const poolChanges = new EventTarget();
      clock.setTimer(() => poolChanges.dispatchEvent(new Event("change")), 5000);
      const readPool = readInTurn([a], [b]);
      return { poolChanges, readPool: (signal) => (readings.push(clock.now()), readPool(signal)) };
    };
    const done = await runVirtual({ sample: SAMPLE, seed: 1, mirrors: { [A]: MIRROR, [B]: MIRROR }, change });
    assertComplete(done, SAMPLE);
    assert.deepEqual(readings.slice(0, 3), [0, 5000, 5000 + DEFAULT_LIMITS.poolMs]);
    assert.deepEqual(listAsked(done, 1), [B]);
  });

  test("gives pieces to a mirror that comes", async () => {
    // In these sessions, one of the two slots is the new mirror's.
    const runs = await Promise.all([1, 2, 3, 4].map((seed) => run(readInTurn([a], [a, b]), seed)));
    for (const done of runs) assertComplete(done, SAMPLE);
    assert.ok(runs.some((done) => listAsked(done, 1).length === 2));
  });

  test("holds when it cannot be read again", async () => {
    const done = await run(readInTurn([a], new Error("offline")));
    assertComplete(done, SAMPLE);
    assert.ok(done.events.some(({ kind }) => kind === "pool-unread"));
  });

  test("must be there in the beginning, within half a minute", async () => {
    assert.equal(failureOf(await run(readInTurn(new Error("offline")))), "no-pool");
    const never = await run(() => new Promise(() => undefined));
    assert.deepEqual([failureOf(never), never.clock.now()], ["no-pool", 30_000]);
  });

  test("must have a mirror that carries the file", async () => {
    for (const pool of [[], [{ ...a, weight: 0 }], [{ ...a, lacks: ["os/os.img"] }]])
      assert.equal(failureOf(await run(readInTurn(pool))), "no-mirror");
  });

  test("is read once more when no mirror is left", async () => {
    const dead = { url_prefix: "https://dead.example/", weight: 1 };
    const change = (): Partial<DownloadRequest> => ({
      ...{ readPool: readInTurn([dead], [b]), limits: { poolMs: Infinity } },
    });
    assertComplete(await runVirtual({ sample: SAMPLE, seed: 1, mirrors: { [B]: MIRROR }, change }), SAMPLE);
  });
});
