import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { startPace } from "../../src/verify/pace.ts";

const MEGABYTE = 1e6;

suite("the pace of a work", () => {
  test("says nothing before anything is done", () => {
    const pace = startPace({ total: 200 * MEGABYTE, done: 50 * MEGABYTE }, "en", () => 0);
    assert.deepEqual(pace.tell(), { part: 0.25, words: "" });
  });

  test("counts the speed from what it did itself", () => {
    let now = 1000;
    const pace = startPace({ total: 200 * MEGABYTE, done: 50 * MEGABYTE }, "en", () => now);
    now += 2000;
    pace.add(50 * MEGABYTE);
    const { part, words } = pace.tell();
    assert.equal(part, 0.5);
    assert.equal(words.replace(/[\u2068\u2069]/g, ""), "50% · 25 MB/s · 4 seconds");
  });

  test("has nothing to say of no work at all", () => {
    assert.deepEqual(startPace({ total: 0, done: 0 }, "en", () => 0).tell(), { part: 0, words: "" });
  });
});
