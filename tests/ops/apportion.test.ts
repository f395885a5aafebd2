import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { apportion } from "../../src/ops/apportion.ts";

const weight = fc.oneof(fc.integer({ min: 0, max: 1000 }), fc.double({ min: 0, max: 1000, noNaN: true }));
const weights = fc.array(weight, { minLength: 1, maxLength: 12 }).filter((list) => list.some((one) => one > 0));

suite("apportioning by largest remainder", () => {
  for (const [list, total, parts] of [
    [[50, 30, 20], 10, [5, 3, 2]],
    [[1, 1, 1], 100, [34, 33, 33]],
    [[1000, 1], 10, [9, 1]],
    [[1000, 1, 0, 1], 3, [1, 1, 0, 1]],
    [[5, 3, 1], 10, [6, 3, 1]],
    [[0, 7], 1, [0, 1]],
  ] as const)
    test(`gives ${parts.join()} for ${list.join()} in ${total}`, () => {
      assert.deepEqual(apportion(list, total), parts);
    });

  test("sums to the total, keeps 0 at 0 and the rest at 1 or more, and stays within 1 of the quota where nothing was raised", () => {
    fc.assert(
      fc.property(weights, fc.integer({ min: 12, max: 10_000 }), (list, total) => {
        const parts = apportion(list, total);
        const sum = list.reduce((part, one) => part + one, 0);
        assert.equal(
          parts.reduce((part, one) => part + one, 0),
          total,
        );
        const isRaised = list.some((one) => one > 0 && (total * one) / sum < 1);
        list.forEach((one, index) => {
          const part = parts[index] ?? -1;
          assert.ok(one === 0 ? part === 0 : part >= 1);
          if (!isRaised) assert.ok(Math.abs(part - (total * one) / sum) < 1 + 1e-6);
        });
      }),
      { numRuns: 500, seed: 4 },
    );
  });

  test("never gives a heavier one less", () => {
    fc.assert(
      fc.property(weights, fc.integer({ min: 12, max: 500 }), (list, total) => {
        const parts = apportion(list, total);
        const pairs = list
          .map((one, index) => [one, parts[index] ?? 0] as const)
          .sort(([a, m], [b, n]) => a - b || m - n);
        pairs.forEach(([, part], index) => assert.ok(index === 0 || part >= (pairs[index - 1]?.[1] ?? 0)));
      }),
      { numRuns: 500, seed: 4 },
    );
  });

  test("refuses what cannot be shared out", () => {
    for (const [list, total] of [
      [[0, 0], 5],
      [[], 5],
      [[1, -1], 5],
      [[1, NaN], 5],
      [[1, Infinity], 5],
      [[1, 1, 1], 2],
      [[1], 1.5],
    ] as const)
      assert.throws(() => apportion(list, total), RangeError);
  });
});
