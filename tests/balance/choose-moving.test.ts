import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { chooseMoving } from "../../src/balance/choose-moving.ts";

const ids = fc.uniqueArray(fc.nat(), { maxLength: 30 });
const chance = fc.infiniteStream<number>(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }));

suite("choosing who is moved", () => {
  test("takes those first that came back in an earlier balance, nobody twice, and no more than there are", () => {
    fc.assert(
      fc.property(ids, fc.nat({ max: 40 }), chance, (list, count, stream) => {
        const [first, others] = [list.slice(0, 7), list.slice(7)];
        const moving = chooseMoving({ first, others, count }, () => stream.next().value as number);
        assert.equal(moving.length, Math.min(count, list.length));
        assert.equal(new Set(moving).size, moving.length);
        assert.ok(moving.every((id) => list.includes(id)));
        assert.equal(moving.filter((id) => first.includes(id)).length, Math.min(count, first.length));
      }),
      { seed: 6 },
    );
  });

  test("leaves to chance which of the others go", () => {
    const counts = [0, 0, 0, 0];
    for (let one = 0; one < 4; one++)
      for (let other = 0; other < 3; other++) {
        const numbers = [(one + 0.5) / 4, (other + 0.5) / 3];
        const moving = chooseMoving({ others: [0, 1, 2, 3], count: 2 }, () => numbers.shift() ?? 0);
        for (const id of moving) counts[id] = (counts[id] ?? 0) + 1;
      }
    assert.deepEqual(counts, [6, 6, 6, 6]);
  });
});
