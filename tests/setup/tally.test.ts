import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { addTallies, forbidSkips, renderTally } from "./tally.ts";

suite("a tally", () => {
  test("adds up", () => {
    const tallies = [
      { passed: 2, failures: ["a"] },
      { passed: 3, failures: ["b", "c"], skips: ["d"] },
    ];
    assert.deepEqual(addTallies(tallies), { passed: 5, failures: ["a", "b", "c"], skips: ["d"] });
  });

  test("ends with the two counts", () => {
    assert.equal(renderTally({ passed: 4, failures: [] }), "4 passed, 0 failed");
    assert.equal(renderTally({ passed: 4, failures: ["a > b"] }), "failed: a > b\n4 passed, 1 failed");
  });

  test("tells what was skipped, and counts it as failed where nothing may be", () => {
    const tally = { passed: 4, failures: ["a"], skips: ["b: get it"] };
    assert.equal(renderTally(tally), "skipped: b: get it\nfailed: a\n4 passed, 1 failed");
    assert.deepEqual(forbidSkips(tally), { passed: 4, failures: ["a", "b: get it"] });
  });
});
