import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { scaleWeights } from "../../../src/ops/dns/scale-weights.ts";

const weights = fc
  .array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 12 })
  .filter((list) => list.some((one) => one > 0));

suite("weights in an engine's range", () => {
  test("stay as they are where they fit", () => {
    assert.deepEqual(scaleWeights([50, 30, 0, 20], { largest: 100 }), { weights: [50, 30, 0, 20], largestError: 0 });
  });

  test("are brought down, with the error told", () => {
    const { weights: scaled, largestError } = scaleWeights([1000, 300, 1], { largest: 100 });
    assert.deepEqual(scaled, [99, 30, 1]);
    assert.ok(Math.abs(largestError - (1000 / 1301 - 99 / 130)) < 1e-12, String(largestError));
  });

  test("are spread over the whole range where that is asked for", () => {
    assert.deepEqual(scaleWeights([1, 1], { largest: 1000, isSpread: true }).weights, [1000, 1000]);
    assert.deepEqual(scaleWeights([0.5, 0.25], { largest: 100 }).weights, [100, 50]);
  });

  test("are whole, in range and proportional as far as the range allows, with 0 at 0", () => {
    fc.assert(
      fc.property(weights, fc.integer({ min: 1, max: 5000 }), fc.boolean(), (list, largest, isSpread) => {
        const { weights: scaled, largestError } = scaleWeights(list, { largest, isSpread });
        const [sum, scaledSum] = [list, scaled].map((numbers) => numbers.reduce((part, one) => part + one, 0));
        assert.ok(sum && scaledSum);
        let error = 0;
        scaled.forEach((one, index) => {
          assert.ok(Number.isInteger(one) && one <= largest && (one === 0) === (list[index] === 0));
          error = Math.max(error, Math.abs(one / scaledSum - (list[index] ?? 0) / sum));
        });
        assert.ok(Math.abs(error - largestError) < 1e-12);
        if (largest > 1000) assert.ok(largestError < 0.001 * list.length);
      }),
      { numRuns: 500, seed: 4 },
    );
  });

  test("are refused where there is no range, or nothing to draw", () => {
    for (const largest of [0, 1.5, NaN]) assert.throws(() => scaleWeights([1], { largest }), RangeError);
    assert.throws(() => scaleWeights([0], { largest: 5 }), RangeError);
    assert.throws(() => scaleWeights([-1, 1], { largest: 5 }), RangeError);
  });
});
