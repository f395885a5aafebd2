import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { suite, test } from "node:test";
import fc from "fast-check";
import { judgeTrace, readTraceTime } from "../../src/ops/trace.ts";

/** A trace file, and the time that it tells; null: none. */
interface TraceVector {
  readonly name: string;
  readonly text: string;
  readonly synced: string | null;
}

const VECTORS = JSON.parse(readFileSync("tests/vectors/traces.json", "utf8")) as readonly TraceVector[];
const NOW = new Date("2026-11-21T04:30:00Z");

function judge(text: string, maxAgeHours?: number) {
  return judgeTrace(text, { path: "trace", maxAgeHours }, NOW);
}

suite("a trace file", () => {
  for (const { name, text, synced } of VECTORS)
    test(`is read: ${name}`, () => {
      const time = readTraceTime(text);
      // Fractions of a second are beside the point.
      assert.equal(time ? time.toISOString().replace(/\.\d+Z/, ".000Z") : null, synced);
    });

  test("makes a mirror outdated when it is older than the pool allows, and only then", () => {
    const reason = "last synced 3 days ago, the pool allows 24 hours";
    assert.deepEqual(judge("2026-11-18T04:00:00Z", 24).fault, { code: "old-trace", reason });
    assert.equal(judge("2026-11-20T04:29:59Z", 24).fault?.code, "old-trace");
    assert.deepEqual(judge("2026-11-20T04:30:00Z", 24), { synced: "2026-11-20T04:30:00.000Z" });
    assert.deepEqual(judge("2020-01-01", undefined), { synced: "2020-01-01T00:00:00.000Z" });
  });

  test("that names a time to come, or none, tells nothing", () => {
    assert.equal(judge("2026-11-21T06:00:00Z", 24).trouble, "tells of a time to come (2026-11-21T06:00:00.000Z)");
    assert.equal(judge("2026-11-21T05:00:00Z", 24).trouble, undefined);
    assert.equal(judge("<html>", 24).trouble, 'begins with no time, got "<html>"');
  });

  test("of any text ends in a time or in words", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { synced, trouble } = judge(text);
        assert.notEqual(synced === undefined, trouble === undefined);
      }),
      { seed: 5 },
    );
  });
});
