import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { findReach } from "../../../src/ops/balance/find-reach.ts";
import { weighCapacities, weighSimply } from "../../../src/ops/balance/weigh-capacities.ts";
import { BALANCE } from "../../balance/balance-vectors.ts";

const { mbytes_per_second, total, equal_weights_reach, ranges, simple } = BALANCE.capacities;

function assertNear(value: number, expected: number): void {
  assert.ok(Math.abs(value - expected) < 0.001, `${value} is not ${expected}`);
}

suite("weights from capacities", () => {
  test("are needed: with equal weights the first mirror is full at 14 % of what Tails' mirrors can give", () => {
    assertNear(
      mbytes_per_second.reduce((sum, speed) => sum + speed, 0),
      total,
    );
    const reach = findReach(
      mbytes_per_second,
      mbytes_per_second.map(() => 1),
    );
    assertNear(reach, equal_weights_reach);
    assert.equal(Math.round((reach / total) * 100), 14);
  });

  for (const { largest, reach } of ranges)
    test(`up to ${largest} let Tails' mirrors give ${reach} MB/s`, () => {
      const weighing = weighCapacities(mbytes_per_second, largest);
      assertNear(weighing.reach, reach);
      assert.ok(weighing.weights.every((weight) => Number.isInteger(weight) && weight >= 1 && weight <= largest));
    });

  test("up to 100 let Tails' mirrors give 96 % of what they can", () => {
    assert.equal(Math.round((weighCapacities(mbytes_per_second, 100).reach / total) * 100), 96);
  });

  test("take the least range that is within 1 % of the best", () => {
    const weighing = weighSimply(mbytes_per_second);
    assert.equal(weighing.largest, simple.largest);
    assertNear(weighing.reach, simple.reach);
    const best = Math.max(
      ...Array.from({ length: 1000 }, (_, index) => weighCapacities(mbytes_per_second, index + 1).reach),
    );
    assert.ok(weighing.reach >= 0.99 * best);
    for (let largest = 1; largest < simple.largest; largest++)
      assert.ok(weighCapacities(mbytes_per_second, largest).reach < 0.99 * best, String(largest));
  });

  test("never promise more than all capacities together", () => {
    const capacities = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(capacities, fc.integer({ min: 1, max: 1000 }), (list, largest) => {
        const { weights, reach } = weighCapacities(list, largest);
        assert.ok(reach <= list.reduce((sum, one) => sum + one, 0) * (1 + 1e-9));
        assert.ok(weights.every((weight) => weight >= 1));
      }),
      { seed: 6 },
    );
  });

  test("leave out who gives nothing", () => {
    assert.deepEqual(weighSimply([0, 30, 10]).weights, [0, 3, 1]);
    assert.throws(() => weighSimply([0, 0]), RangeError);
    assert.throws(() => weighCapacities([1], 0), RangeError);
  });
});
