import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { orderMirrors } from "../../src/core/order.ts";
import { sessionDraw } from "../../src/core/session.ts";
import { type Visit, visitDraw } from "../../src/verify/visit-draw.ts";

/** Of very different weights, so that a wrong place would show. */
const POOL = Array.from({ length: 50 }, (_, index) => ({
  url_prefix: `https://m${index}.example/`,
  weight: index % 2 === 0 ? 1 : 1000,
}));

function order(visit: Visit): string[] {
  return orderMirrors(POOL, visitDraw(visit)).map(({ url_prefix: prefix }) => prefix);
}

suite("the order of a visit that was handed over", () => {
  test("is the session's where nothing was chosen or tried", () => {
    const drawn = orderMirrors(POOL, sessionDraw("1")).map(({ url_prefix: prefix }) => prefix);
    assert.deepEqual(order({ key: "1" }), drawn);
  });

  test("begins with the mirror that was chosen, whatever its weight, and is otherwise the same", () => {
    for (const choice of ["https://m0.example/", "https://m1.example/"]) {
      const others = order({ key: "1" }).filter((prefix) => prefix !== choice);
      assert.deepEqual(order({ key: "1", choice }), [choice, ...others]);
    }
  });

  test("ends with the mirrors that were tried, and is otherwise the same", () => {
    const tried = order({ key: "1" }).slice(0, 4);
    const result = order({ key: "1", tried });
    assert.deepEqual(result.slice(0, -4), order({ key: "1" }).slice(4));
    assert.deepEqual(result.slice(-4).sort(), [...tried].sort());
  });

  test("does not begin with a choice that was tried since", () => {
    const choice = "https://m1.example/";
    assert.equal(order({ key: "1", choice, tried: [choice] }).at(-1), choice);
  });
});
