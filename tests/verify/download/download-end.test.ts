import assert from "node:assert/strict";
import { suite, test } from "node:test";
import type { PublicMirror } from "../../../src/core/pool.ts";
import type { Digest } from "../../../src/verify/piece-list.ts";
import { createSink } from "../../../src/verify/download/create-sink.ts";
import { assertComplete } from "./assert-complete.ts";
import { moveBuffer } from "./move-buffer.ts";
import { type PlannedMirror, poolOf, type VirtualRun } from "./run-virtual.ts";
import { digestNow } from "./sample-file.ts";
import { A, B, mirror, run, SAMPLE, stopAfter } from "./small-runs.ts";

function assertNothingRuns({ clock, network }: VirtualRun): void {
  assert.deepEqual([clock.countTimers(), network.countOpen()], [0, 0], "timers and connections left");
}

suite("the end of a download", () => {
  test("stops at once, and leaves nothing running", async () => {
    const stopped = await run({ [A]: mirror(), [B]: mirror() }, () => stopAfter(40));
    assert.equal(stopped.outcome.kind, "stopped");
    assert.equal(stopped.outcome.account.piecesMissing, 61);
    assertNothingRuns(stopped);
  });

  test("does not begin when it was stopped before", async () => {
    const { outcome, network } = await run({ [A]: mirror() }, () => ({ signal: AbortSignal.abort() }));
    assert.deepEqual([outcome.kind, network.sightings.length], ["stopped", 0]);
  });

  test("fails with what the sink threw, and leaves nothing running", async () => {
    const cause = new Error("no space is left");
    const failed = await run({ [A]: mirror() }, () => ({ sink: { keep: () => Promise.reject(cause) } }));
    const { outcome } = failed;
    assert.deepEqual(outcome.kind === "failed" && [outcome.reason, outcome.cause], ["not-written", cause]);
    assertNothingRuns(failed);
  });

  test("blames no mirror for what a listener throws", async () => {
    const cause = new Error("a mistake");
    const onEvent = (): never => {
      throw cause;
    };
    const broken = await run({ [A]: mirror() }, () => ({ onEvent }));
    const { outcome } = broken;
    assert.deepEqual(outcome.kind === "failed" && [outcome.reason, outcome.cause], ["broken", cause]);
    assert.ok(outcome.account.mirrors.every(({ failures }) => failures === 0));
    assertNothingRuns(broken);
  });

  test("ends when the time for the whole is over", async () => {
    const late = await run({ [A]: mirror() }, () => ({ limits: { totalMs: 5000 } }));
    assert.equal(late.outcome.kind === "failed" && late.outcome.reason, "too-late");
    assert.equal(late.clock.now(), 5000);
    assertNothingRuns(late);
  });

  test("tells of every mirror why no file came", async () => {
    const liar: PlannedMirror = { ...mirror(), behave: () => ({ kind: "flips", at: 0 }) };
    const { outcome } = await run({ [A]: liar, [B]: mirror("encoded") });
    assert.equal(outcome.kind === "failed" && outcome.reason, "no-mirror-left");
    const faults = outcome.account.mirrors.map(({ mirror: name, fault, isDropped }) => [name, fault, isDropped]);
    assert.deepEqual(faults.sort(), [
      [A, "lies", true],
      [B, "encoded", true],
    ]);
  });

  test("refuses a list and checked pieces that do not fit", async () => {
    const { list } = SAMPLE;
    for (const change of [
      { list: { ...list, hashes: list.hashes.subarray(1) } },
      { checked: [101] },
      { checked: [-1] },
    ])
      await assert.rejects(
        run({ [A]: mirror() }, () => change),
        RangeError,
      );
  });

  test("leaves no answer open that was not read", async () => {
    const gone: PlannedMirror = { ...mirror(), behave: () => ({ kind: "status", status: 404 }) };
    for (const bad of [gone, mirror("no-range"), mirror("wrong-total")]) {
      const done = await run({ [A]: bad, [B]: mirror() });
      assertComplete(done, SAMPLE);
      assertNothingRuns(done);
    }
  });

  test("waits for the pieces that are on their way to the disk, and counts them", async () => {
    const late = await run({ [A]: mirror() }, () => {
      const stop = new AbortController();
      const digest: Digest = (bytes) => {
        stop.abort();
        return digestNow(bytes);
      };
      return { signal: stop.signal, sink: createSink({ list: SAMPLE.list, digest, write: moveBuffer }) };
    });
    const { kind, account } = late.outcome;
    assert.deepEqual([kind, account.piecesMissing], ["stopped", 101 - late.there.size]);
    assert.ok(late.there.size > 0);
  });

  test("comes when the pool has brought nobody better three times more", async () => {
    const names = Array.from({ length: 9 }, (_, index) => `https://m${index}.example/`);
    const mirrors = Object.fromEntries(names.map((name) => [name, mirror("encoded")]));
    let looks = 0;
    const readPool = (): Promise<PublicMirror[]> => Promise.resolve(poolOf(mirrors).slice(looks, ++looks));
    const { outcome } = await run(mirrors, () => ({ readPool }));
    assert.equal(outcome.kind === "failed" && outcome.reason, "no-mirror-left");
    assert.equal(looks, 4);
  });
});
