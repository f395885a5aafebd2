import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { HEX_DRAWS, printHexPattern } from "../../../src/ops/redirect/hex-pattern.ts";

const isInRange = (first: number, end: number) => {
  const pattern = new RegExp(`^${printHexPattern(first, end)}`);
  return (draw: number) => pattern.test(draw.toString(16).padStart(4, "0"));
};

suite("printHexPattern", () => {
  test("fits the numbers of a range and no other", () => {
    const place = fc.integer({ min: 0, max: HEX_DRAWS });
    const range = fc.uniqueArray(place, { minLength: 2, maxLength: 2 }).map((ends) => ends.sort((a, b) => a - b));
    const property = fc.property(range, place, ([first = 0, end = 0], draw) => {
      const isIn = isInRange(first, end);
      const near = [first - 1, first, end - 1, end, draw].filter((at) => at >= 0 && at < HEX_DRAWS);
      for (const at of near) assert.equal(isIn(at), at >= first && at < end, `${at} of ${first} to ${end}`);
    });
    fc.assert(property, { seed: 4, numRuns: 2_000 });
  });

  test("is short for the whole, for halves and for one", () => {
    assert.equal(printHexPattern(0, HEX_DRAWS), "(?:)");
    assert.equal(printHexPattern(0, 0x8000), "(?:[01234567])");
    assert.equal(printHexPattern(0xabcd, 0xabce), "(?:abcd)");
    assert.equal(printHexPattern(0x0fff, 0x1001), "(?:0fff|1000)");
  });

  test("refuses what is no range", () => {
    for (const [first, end] of [
      [1, 1],
      [2, 1],
      [-1, 1],
      [0, HEX_DRAWS + 1],
      [0.5, 1],
    ] as const)
      assert.throws(() => printHexPattern(first, end), RangeError);
  });
});
