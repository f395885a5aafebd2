import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { addTallies, renderTally } from "./tally.ts";

suite("a tally", () => {
  test("adds up", () => {
    const tallies = [
      { passed: 2, failures: ["a"] },
      { passed: 3, failures: ["b", "c"] },
    ];
    assert.deepEqual(addTallies(tallies), { passed: 5, failures: ["a", "b", "c"] });
  });

  test("ends with the two counts", () => {
    assert.equal(renderTally({ passed: 4, failures: [] }), "4 passed, 0 failed");
    assert.equal(renderTally({ passed: 4, failures: ["a > b"] }), "failed: a > b\n4 passed, 1 failed");
  });
});
