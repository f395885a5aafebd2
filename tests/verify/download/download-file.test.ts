import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { orderMirrors } from "../../../src/core/order.ts";
import { sessionDraw } from "../../../src/core/session.ts";
import type { PublicMirror } from "../../../src/core/pool.ts";
import { createSink } from "../../../src/verify/download/create-sink.ts";
import { downloadFile } from "../../../src/verify/download/download-file.ts";
import type { Answer, Question } from "../../../src/verify/download/download-request.ts";
import { assertComplete } from "./assert-complete.ts";
import { FIVE_MIRRORS } from "./five-mirrors.ts";
import { moveBuffer } from "./move-buffer.ts";
import { type PlannedMirror, poolOf, runVirtual } from "./run-virtual.ts";
import { digestNow, makeSampleFile } from "./sample-file.ts";
import { A, B, mirror, PIECE, run, SAMPLE, stopAfter } from "./small-runs.ts";
import { createVirtualClock } from "./virtual-clock.ts";
import { createVirtualNetwork } from "./virtual-network.ts";

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

  test("takes nothing more from a mirror that lied, though another request to it is under way", async () => {
    const liar: PlannedMirror = {
      ...mirror(),
      behave: (number) => (number === 0 ? { kind: "flips", at: 0.5 } : { kind: "serves" }),
    };
    const limits = { perMirror: 2, total: 4 };
    for (let seed = 0; seed < 20; seed++) {
      const done = await run({ [A]: liar, [B]: mirror() }, () => ({ limits }), seed);
      assertComplete(done, SAMPLE);
      const dropped = done.events.findIndex((event) => event.kind === "mirror-dropped" && event.mirror === A);
      const later = done.events.slice(dropped + 1).filter((event) => "mirror" in event && event.mirror === A);
      assert.ok(dropped >= 0 && done.network.sightings.filter((sighting) => sighting.mirror === A).length > 1);
      assert.deepEqual(later, [], `seed ${seed}`);
    }
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

  test("tells of a mirror that it is slow once another one proved much faster, and of no other", async () => {
    const sample = makeSampleFile(64 * 2 ** 17, 2 ** 17);
    const mirrors = { [A]: { ...mirror(), rate: 1000 }, [B]: { ...mirror(), rate: 50_000 } };
    // A seed with which both take part.
    const { events } = await runVirtual({
      sample,
      seed: 1,
      chunk: 2 ** 15,
      mirrors,
      change: () => ({ limits: { perMirror: 1, total: 2 } }),
    });
    const slow = new Set(
      events.flatMap((event) => (event.kind === "piece-checked" && event.isSlow ? event.mirror : [])),
    );
    assert.deepEqual([...slow], [A]);
  });

  test("takes the last pieces from a mirror that stalls, though the next in the order is dead", async () => {
    const sample = makeSampleFile(64 * 2 ** 17, 2 ** 17);
    const done = await runVirtual({ sample, mirrors: FIVE_MIRRORS, seed: 59, chunk: 2 ** 15 });
    assertComplete(done, sample);
    // It counts as stalled after ten seconds.
    assert.ok(done.clock.now() < 5000, `took ${done.clock.now()} ms`);
  });

  test("comes back to a dead mirror ever later, and gives it up", async () => {
    const times: number[] = [];
    const { outcome, clock, network } = await run({ [A]: mirror("dead") }, (virtual) => ({
      random: () => 0,
      onEvent: ({ kind }) => kind === "mirror-rests" && times.push(virtual.now()),
    }));
    assert.equal(outcome.kind === "failed" && outcome.reason, "no-mirror-left");
    const steps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    assert.deepEqual(steps.slice(0, 4), [510, 1010, 2010, 4010]);
    assert.ok(clock.now() < 320_000 && network.sightings.length <= 24, String(network.sightings.length));
  });

  test("gives up a dead mirror soon when another one works", async () => {
    const slow: PlannedMirror = { ...mirror(), rate: 0.5 };
    const { events, outcome } = await run({ [A]: mirror("dead"), [B]: slow }, () => ({ random: () => 0 }));
    assert.equal(outcome.kind, "complete");
    const failures = events.filter((event) => "fault" in event && event.mirror === A);
    assert.ok(failures.length <= 6, String(failures.length));
  });

  test("outlasts five minutes without a line, and blames no mirror for them", async () => {
    const mirrors = { [A]: mirror(), [B]: mirror() };
    const done = await run(mirrors, (clock) => {
      const { fetch } = createVirtualNetwork({
        ...{ clock, file: SAMPLE.bytes, mirrors: new Map(Object.entries(mirrors)), chunk: PIECE, isByteStream: true },
      });
      return {
        fetch: (url, question) =>
          clock.now() > 5000 && clock.now() < 305_000
            ? Promise.reject(new TypeError("fetch failed"))
            : fetch(url, question),
        random: () => 1,
      };
    });
    assertComplete(done, SAMPLE);
    assert.ok(done.clock.now() > 305_000, String(done.clock.now()));
    assert.ok(done.outcome.account.mirrors.every(({ isDropped }) => !isDropped));
  });

  test("keeps a mirror that fails often, as long as it gives something in between", async () => {
    const moody: PlannedMirror = {
      ...mirror(),
      behave: (number) => (number % 6 === 5 ? { kind: "serves" } : { kind: "status", status: 503 }),
    };
    const limits = { perMirror: 1, total: 1, piecesPerRequest: 16, requestMs: 1e9 };
    const done = await run({ [A]: moody }, () => ({ limits, random: () => 1 }));
    assertComplete(done, SAMPLE);
    const rests = done.events.flatMap((event) => (event.kind === "mirror-rests" ? event.ms : []));
    // After what went well, they begin anew.
    assert.deepEqual(rests.slice(0, 10), [1000, 2000, 4000, 8000, 16_000, 1000, 2000, 4000, 8000, 16_000]);
  });

  test("overlooks no mirror whose rest ends while it looks", async () => {
    const busy: PlannedMirror = {
      ...{ ...mirror(), rate: 1000 },
      behave: (number) => (number < 2 ? { kind: "status", status: 503 } : { kind: "serves" }),
    };
    // Each look at the clock takes a millisecond; the pool is read, and then all are looked at, about when the rest ends.
    for (let poolMs = 960; poolMs < 1060; poolMs++) {
      const done = await run({ [A]: busy }, (clock) => {
        let looks = 0;
        let readings = 0;
        const readPool = (): Promise<PublicMirror[]> =>
          ++readings > 2 ? new Promise(() => undefined) : Promise.resolve(poolOf({ [A]: busy }));
        return {
          ...{ clock: { now: () => clock.now() + (looks += 1), setTimer: clock.setTimer }, readPool },
          ...{ random: () => 1, limits: { poolMs } },
        };
      });
      assertComplete(done, SAMPLE);
      assert.ok(done.clock.now() < 5000, `took ${done.clock.now()} ms when the pool was read after ${poolMs}`);
    }
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

  test("tells a mirror nothing but what is wanted", async () => {
    const asked: unknown[] = [];
    const fetch = function (this: unknown, _url: string, { signal, headers, ...rest }: Question): Promise<Answer> {
      asked.push([this, rest, Object.keys(headers), signal.aborted]);
      return Promise.reject(new TypeError("fetch failed"));
    };
    const clock = createVirtualClock();
    const readPool = (): Promise<PublicMirror[]> => Promise.resolve(poolOf({ [A]: mirror() }));
    const { list } = SAMPLE;
    const sink = createSink({ list, digest: digestNow, write: moveBuffer });
    const tools = { clock, random: Math.random, sink };
    await clock.run(downloadFile({ list, path: "os/os.img", draw: () => 0.5, readPool, fetch, ...tools }));
    const privacy = { redirect: "follow", cache: "no-store", credentials: "omit", referrerPolicy: "no-referrer" };
    // A browser's fetch does not work as another object's method.
    assert.deepEqual(asked[0], [undefined, privacy, ["Range"], false]);
  });

  test("is nothing but an end for an empty file", async () => {
    const sample = makeSampleFile(0, PIECE);
    const { outcome } = await runVirtual({ sample, mirrors: { [A]: mirror() }, seed: 1 });
    assert.equal(outcome.kind, "complete");
  });
});
