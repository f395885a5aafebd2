import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { orderMirrors } from "../../../src/core/order.ts";
import { sessionDraw } from "../../../src/core/session.ts";
import { spreadSlots } from "../../../src/verify/download/spread-slots.ts";

const SESSIONS = 20_000;

interface Pool {
  readonly weights: readonly number[];
  readonly slots: number;
}

const POOLS: readonly Pool[] = [
  { weights: [50, 50, 50], slots: 2 },
  { weights: [100, 50], slots: 2 },
  { weights: [100, 50, 50, 20, 0], slots: 2 },
  { weights: [1000, 10], slots: 2 },
  { weights: [40, 30, 20, 10, 5, 1], slots: 3 },
];

/** Gives the numbers of the mirrors that each session's slots are given. */
function spreadAll({ weights, slots }: Pool): number[][] {
  const mirrors = weights.map((weight, index) => ({ url_prefix: `https://m${index}.example/`, weight }));
  return Array.from({ length: SESSIONS }, (_, key) => {
    const draw = sessionDraw(`session ${key}`);
    return spreadSlots(orderMirrors(mirrors, draw), draw, slots).map((mirror) => mirrors.indexOf(mirror));
  });
}

/** Gives how often each mirror has a slot, as a part of the sessions. */
function countSlot(given: readonly number[][], slot: number, { weights }: Pool): number[] {
  return weights.map((_, index) => given.filter((numbers) => numbers[slot] === index).length / SESSIONS);
}

suite("the mirrors of a download's slots", () => {
  for (const pool of POOLS) {
    const { weights, slots } = pool;
    const sum = weights.reduce((one, other) => one + other, 0);
    const given = spreadAll(pool);

    test(`are each drawn by the weights ${weights.join("/")}`, () => {
      for (let slot = 0; slot < slots; slot++)
        for (const [index, share] of countSlot(given, slot, pool).entries()) {
          const due = (weights[index] ?? 0) / sum;
          // Four standard deviations.
          const bound = 4 * Math.sqrt((due * (1 - due)) / SESSIONS);
          assert.ok(Math.abs(share - due) <= bound, `slot ${slot} is mirror ${index}'s in ${share}, due are ${due}`);
        }
    });

    test(`are as many as can be with the weights ${weights.join("/")}`, () => {
      for (const numbers of given)
        for (const [index, weight] of weights.entries()) {
          const held = numbers.filter((number) => number === index).length;
          assert.ok(held <= Math.ceil((weight * slots) / sum), `mirror ${index} has ${held} slots`);
        }
    });
  }

  test("are none where no mirror has weight", () => {
    assert.deepEqual(spreadSlots([], sessionDraw("k"), 2), []);
  });
});
