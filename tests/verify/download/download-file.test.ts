import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { orderMirrors } from "../../../src/core/order.ts";
import { sessionDraw } from "../../../src/core/session.ts";
import type { PublicMirror } from "../../../src/core/pool.ts";
import { downloadFile } from "../../../src/verify/download/download-file.ts";
import type { Answer, DownloadRequest, Question } from "../../../src/verify/download/download-request.ts";
import { assertComplete } from "./assert-complete.ts";
import type { Behaviour } from "./behaviour.ts";
import { type PlannedMirror, poolOf, runVirtual, type VirtualPlan, type VirtualRun } from "./run-virtual.ts";
import { digestNow, makeSampleFile } from "./sample-file.ts";
import { createVirtualClock } from "./virtual-clock.ts";

const PIECE = 1024;
const SAMPLE = makeSampleFile(100 * PIECE + 1, PIECE);

function mirror(
  kind: Exclude<Behaviour["kind"], "status" | "stalls" | "resets" | "truncates" | "flips"> = "serves",
): PlannedMirror {
  return { weight: 50, rate: 1, latencyMs: 10, behave: () => ({ kind }) };
}

function run(
  mirrors: VirtualPlan["mirrors"],
  change: VirtualPlan["change"] = () => ({}),
  seed = 1,
): Promise<VirtualRun> {
  return runVirtual({ sample: SAMPLE, mirrors, seed, change });
}

/** Stops a download when so many pieces are written. */
function stopAfter(pieces: number): Partial<DownloadRequest> {
  const controller = new AbortController();
  let count = 0;
  return {
    signal: controller.signal,
    onEvent: ({ kind }) => {
      if (kind === "piece-checked" && ++count === pieces) controller.abort();
    },
  };
}

function assertNothingRuns({ clock, network }: VirtualRun): void {
  assert.deepEqual([clock.countTimers(), network.countOpen()], [0, 0], "timers and connections left");
}

const [A, B] = ["https://a.example/", "https://b.example/"];

suite("a download", () => {
  test("asks the session's mirror first", async () => {
    const mirrors = Object.fromEntries("abcdefgh".split("").map((name) => [`https://${name}.example/`, mirror()]));
    for (let seed = 0; seed < 20; seed++) {
      const { events } = await run(mirrors, undefined, seed);
      const [first] = orderMirrors(poolOf(mirrors), sessionDraw(`session ${seed}`));
      const asked = events.find(({ kind }) => kind === "pieces-asked");
      assert.equal(asked && "mirror" in asked && asked.mirror, first?.url_prefix);
    }
  });

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

  test("goes on where an earlier one stopped, and fetches nothing twice", async () => {
    const mirrors = { [A]: mirror(), [B]: mirror() };
    const { there } = await run(mirrors, () => stopAfter(40));
    const resumed = await run(mirrors, () => ({ checked: there }));
    assertComplete(resumed, SAMPLE);
    const bytes = resumed.outcome.account.mirrors.reduce((sum, account) => sum + account.bytes, 0);
    assert.equal(bytes, SAMPLE.list.size - 40 * PIECE);
  });

  test("takes the whole file from a mirror without Range when nothing better is left, but for what is there", async () => {
    const done = await run({ [A]: mirror("no-range"), [B]: mirror("wrong-total") }, () => ({ checked: [0, 50] }));
    assertComplete(done, SAMPLE);
    assert.equal(done.outcome.account.bytesWasted, 2 * PIECE);
    assert.equal(done.network.sightings.filter(({ range }) => range === undefined).length, 1);
  });

  test("takes nothing but its first answer from a mirror without Range while another is left", async () => {
    const done = await run({ [A]: mirror("no-range"), [B]: mirror() });
    assertComplete(done, SAMPLE);
    assert.equal(done.outcome.account.bytesWasted, 0);
    assert.ok(done.network.sightings.every(({ range }) => range !== undefined));
  });

  test("takes a piece from a mirror that trickles", async () => {
    const sample = makeSampleFile(1000, 100);
    const mirrors = { [A]: { ...mirror(), rate: 0.001 }, [B]: { ...mirror(), rate: 500 } };
    for (let seed = 0; seed < 20; seed++) {
      const done = await runVirtual({ sample, seed, chunk: 1, mirrors });
      assertComplete(done, sample);
      // Alone, it would take a quarter of an hour.
      assert.ok(done.clock.now() < 60_000, `seed ${seed} took ${done.clock.now()} ms`);
    }
  });

  test("comes back to a dead mirror ever later, and gives it up", async () => {
    const times: number[] = [];
    const { outcome, clock, network } = await run({ [A]: mirror("dead") }, (virtual) => ({
      random: () => 0,
      onEvent: ({ kind }) => kind === "mirror-rests" && times.push(virtual.now()),
    }));
    assert.equal(outcome.kind === "failed" && outcome.reason, "no-mirror-left");
    const steps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    assert.deepEqual(steps, [510, 1010, 2010, 4010]);
    assert.ok(clock.now() < 20_000 && network.sightings.length <= 12, String(network.sightings.length));
  });

  test("leaves a busy mirror alone for as long as it asks, but no longer than a minute", async () => {
    for (const [retryAfter, ms] of [
      ["20", 20_000],
      ["900", 60_000],
      ["Wed, 21 Oct 2026 07:28:00 GMT", 1000],
    ] as const) {
      const busy: PlannedMirror = {
        ...mirror(),
        behave: (number) => (number < 2 ? { kind: "status", status: 503, retryAfter } : { kind: "serves" }),
      };
      const done = await run({ [A]: busy }, () => ({ random: () => 1 }));
      assertComplete(done, SAMPLE);
      const rests = done.events.flatMap((event) => (event.kind === "mirror-rests" ? event.ms : []));
      assert.deepEqual(rests, [ms]);
    }
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

  test("fails with what the sink threw, and leaves nothing running", async () => {
    const cause = new Error("no space is left");
    const keep = (): never => {
      throw cause;
    };
    const failed = await run({ [A]: mirror() }, () => ({ sink: { write: () => Promise.reject(cause) } }));
    const unkept = await run({ [A]: mirror() }, () => ({ keep }));
    for (const { outcome } of [failed, unkept])
      assert.deepEqual(outcome.kind === "failed" && [outcome.reason, outcome.cause], ["not-written", cause]);
    assertNothingRuns(failed);
  });

  test("blames no mirror for what a listener or the digest throws", async () => {
    const cause = new Error("a mistake");
    const onEvent = (): never => {
      throw cause;
    };
    for (const change of [{ onEvent }, { digest: () => Promise.reject(cause) }]) {
      const broken = await run({ [A]: mirror() }, () => change);
      const { outcome } = broken;
      assert.deepEqual(outcome.kind === "failed" && [outcome.reason, outcome.cause], ["broken", cause]);
      assert.ok(outcome.account.mirrors.every(({ failures }) => failures === 0));
      assertNothingRuns(broken);
    }
  });

  test("tells a mirror nothing but what is wanted", async () => {
    const asked: unknown[] = [];
    const fetch = function (this: unknown, _url: string, { signal, headers, ...rest }: Question): Promise<Answer> {
      asked.push([this, rest, Object.keys(headers), signal.aborted]);
      return Promise.reject(new TypeError("fetch failed"));
    };
    const clock = createVirtualClock();
    const readPool = (): Promise<PublicMirror[]> => Promise.resolve(poolOf({ [A]: mirror() }));
    const tools = { clock, digest: digestNow, random: Math.random, sink: { write: () => Promise.resolve() } };
    await clock.run(downloadFile({ list: SAMPLE.list, path: "os/os.img", draw: () => 0.5, readPool, fetch, ...tools }));
    const privacy = { redirect: "follow", cache: "no-store", credentials: "omit", referrerPolicy: "no-referrer" };
    // A browser's fetch does not work as another object's method.
    assert.deepEqual(asked[0], [undefined, privacy, ["Range"], false]);
  });

  test("ends when the time for the whole is over", async () => {
    const late = await run({ [A]: mirror() }, () => ({ limits: { totalMs: 5000 } }));
    assert.equal(late.outcome.kind === "failed" && late.outcome.reason, "too-late");
    assert.equal(late.clock.now(), 5000);
    assertNothingRuns(late);
  });

  test("is nothing but an end for an empty file", async () => {
    const sample = makeSampleFile(0, PIECE);
    const { outcome } = await runVirtual({ sample, mirrors: { [A]: mirror() }, seed: 1 });
    assert.equal(outcome.kind, "complete");
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
});
