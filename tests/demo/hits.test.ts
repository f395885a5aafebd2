import assert from "node:assert/strict";
import { test } from "node:test";
import { countEvent, drawnShares, NO_HITS, type StandInEvent } from "../../src/demo/hits.ts";

function count(events: readonly StandInEvent[]) {
  return events.reduce(countEvent, NO_HITS);
}

test("a first choice is a hit, a second one a retry", () => {
  const counts = count([
    { type: "begin", kind: "hit" },
    { type: "begin", kind: "retry" },
    { type: "begin", kind: "hit" },
  ]);
  assert.deepEqual(counts, { hits: 2, retries: 1, bytes: 0, active: 3 });
});

test("what the browser does by itself is no download", () => {
  const counts = count([
    { type: "begin", kind: "hit" },
    { type: "begin", kind: "again" },
    { type: "bytes", count: 7 },
  ]);
  assert.deepEqual(counts, { hits: 1, retries: 0, bytes: 7, active: 2 });
});

test("bytes add up while a request is active, and its end adds none", () => {
  const counts = count([
    { type: "begin", kind: "hit" },
    { type: "bytes", count: 1000 },
    { type: "bytes", count: 24 },
    { type: "end", kind: "hit", status: 206, bytes: 1024 },
  ]);
  assert.deepEqual(counts, { hits: 1, retries: 0, bytes: 1024, active: 0 });
});

test("drawn shares are parts of all hits, and leave retries out", () => {
  const counts = [
    { ...NO_HITS, hits: 3, retries: 7 },
    { ...NO_HITS, hits: 1 },
    { ...NO_HITS, retries: 2 },
  ];
  assert.deepEqual(drawnShares(counts), [0.75, 0.25, 0]);
});

test("drawn shares are 0 while nothing was drawn", () => {
  assert.deepEqual(drawnShares([NO_HITS, NO_HITS]), [0, 0]);
});
