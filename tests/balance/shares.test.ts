import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { fairShares } from "../../src/balance/fair-shares.ts";
import { BALANCE } from "./balance-vectors.ts";

const taker = fc.record({
  weight: fc.integer({ min: 0, max: 1000 }),
  max_clients: fc.option(fc.integer({ min: 1, max: 500 }), { nil: undefined }),
});

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

suite("the fair shares of mirrors", () => {
  for (const { name, mirrors, clients, shares } of BALANCE.shares)
    test(`are ${shares.join(", ")} for ${name}`, () => {
      assert.deepEqual(fairShares(mirrors, clients), shares);
    });

  test("sum to all clients, leave out weight 0, and pass a threshold only when all are full", () => {
    fc.assert(
      fc.property(fc.array(taker, { minLength: 1, maxLength: 8 }), fc.nat({ max: 3000 }), (takers, clients) => {
        const shares = fairShares(takers, clients);
        const weighed = takers.filter(({ weight }) => weight > 0);
        assert.equal(sum(shares), weighed.length > 0 ? clients : 0);
        const hasRoom = sum(weighed.map(({ max_clients = Infinity }) => max_clients)) >= clients;
        takers.forEach(({ weight, max_clients = Infinity }, index) => {
          const share = shares[index] ?? -1;
          assert.ok(weight === 0 ? share === 0 : share >= 0);
          assert.ok(!hasRoom || share <= max_clients);
        });
      }),
      { seed: 6, numRuns: 500 },
    );
  });
});
