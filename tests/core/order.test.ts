import assert from "node:assert/strict";
import { test } from "node:test";
import { type Draw, expectedShares, hasPath, orderMirrors, randomDraw, sessionDraw } from "../../src/core/index.ts";
import { chiSquareOverBound, seededWords } from "./statistics.ts";
import { mirrorsOf } from "./vectors.ts";

const DRAWS = 200_000;
const POOLS = [
  [100, 50, 50],
  [1000, 100, 100, 100, 100, 100],
  [10, 5, 6, 0],
  [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 1000],
];

/** Each visitor has a draw of their own: fresh chance, or the key of a session. */
const SOURCES: Record<string, (visitor: number) => Draw> = {
  "fresh chance": (
    (draw) => () =>
      draw
  )(randomDraw(seededWords(20261121))),
  "session keys that count up": (visitor) => sessionDraw(String(visitor)),
  "random session keys": (
    (words) => () =>
      sessionDraw(words(new Uint32Array(2)).join())
  )(seededWords(7)),
};

function countFirst(weights: readonly number[], source: (visitor: number) => Draw): number[] {
  const mirrors = mirrorsOf(weights);
  const counts = weights.map(() => 0);
  for (let visitor = 0; visitor < DRAWS; visitor++) {
    const [first] = orderMirrors(mirrors, source(visitor));
    const index = mirrors.findIndex((mirror) => mirror === first);
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}

for (const [name, source] of Object.entries(SOURCES)) {
  for (const weights of POOLS) {
    test(`draws ${weights.join("/")} by weight from ${name}`, () => {
      const counts = countFirst(weights, source);
      const over = chiSquareOverBound(counts, expectedShares(mirrorsOf(weights)));
      assert.ok(over < 1, `chi-square is ${over} of its bound, counts ${counts.join(" ")}`);
    });
  }

  test(`draws every whole order by weight without replacement from ${name}`, () => {
    const weights = [100, 50, 30, 20];
    const mirrors = mirrorsOf(weights);
    const counts = new Map<string, number>();
    for (let visitor = 0; visitor < DRAWS; visitor++) {
      const order = orderMirrors(mirrors, source(visitor))
        .map(({ weight }) => weight)
        .join();
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    const chances = successiveChances(weights);
    const orders = [...chances.keys()];
    const over = chiSquareOverBound(
      orders.map((order) => counts.get(order) ?? 0),
      [...chances.values()],
    );
    assert.equal(orders.length, 24);
    assert.ok(over < 1, `chi-square is ${over} of its bound`);
  });
}

/** The chance of each whole order when one is drawn by weight after the other, computed by hand: w1/W * w2/(W-w1) * … */
function successiveChances(weights: readonly number[], chance = 1): Map<string, number> {
  if (weights.length === 0) return new Map([["", chance]]);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return new Map(
    weights.flatMap((weight) => {
      const rest = successiveChances(
        weights.filter((other) => other !== weight),
        (chance * weight) / total,
      );
      return [...rest].map(
        ([order, chanceOfOrder]) => [order ? `${weight},${order}` : String(weight), chanceOfOrder] as const,
      );
    }),
  );
}

test("tells a biased draw from a fair one", () => {
  // What the rank rule of a well-known redirector gives for 100/50/50: a test that cannot see it proves nothing.
  assert.ok(chiSquareOverBound([58_600, 20_600, 20_800], [0.5, 0.25, 0.25]) > 1);
  assert.ok(chiSquareOverBound([50_600, 24_700, 24_700], [0.5, 0.25, 0.25]) > 1);
});

test("never draws a mirror of weight 0, not even when all are", () => {
  for (let visitor = 0; visitor < 1000; visitor++) {
    const order = orderMirrors(mirrorsOf([0, 1, 0, 1000]), sessionDraw(String(visitor)));
    assert.equal(order.length, 2);
    assert.ok(order.every(({ weight }) => weight > 0));
  }
  assert.deepEqual(orderMirrors(mirrorsOf([0, 0]), sessionDraw("")), []);
});

test("moves only the sessions of a mirror that leaves", () => {
  const before = mirrorsOf([100, 50, 30, 20, 5]);
  const left = before[1];
  const after = before.filter((mirror) => mirror !== left);
  for (let visitor = 0; visitor < 20_000; visitor++) {
    const draw = sessionDraw(`visitor ${visitor}`);
    const order = orderMirrors(before, draw);
    assert.deepEqual(
      orderMirrors(after, draw),
      order.filter((mirror) => mirror !== left),
    );
  }
});

test("moves sessions only to a mirror that comes", () => {
  const before = mirrorsOf([100, 50, 30]);
  const after = mirrorsOf([100, 50, 30, 60]);
  for (let visitor = 0; visitor < 20_000; visitor++) {
    const draw = sessionDraw(`visitor ${visitor}`);
    const [was] = orderMirrors(before, draw);
    const [is] = orderMirrors(after, draw);
    assert.ok(is?.url_prefix === was?.url_prefix || is?.weight === 60);
  }
});

test("gives the same order whatever the order of the list", () => {
  const mirrors = mirrorsOf([3, 1, 4, 1, 5, 9, 2, 6]);
  for (let visitor = 0; visitor < 1000; visitor++) {
    const draw = sessionDraw(String(visitor));
    assert.deepEqual(orderMirrors([...mirrors].reverse(), draw), orderMirrors(mirrors, draw));
  }
});

test("leaves out a mirror that lacks the path", () => {
  const [one, two] = mirrorsOf([1, 1]);
  assert.ok(one && two);
  const mirrors = [{ ...one, lacks: ["os/2.0/", "os/1.0/image.iso"] }, two];
  const paths = (path?: string): string[] =>
    orderMirrors(mirrors, sessionDraw("a"), path)
      .map(({ url_prefix }) => url_prefix)
      .sort();
  assert.deepEqual(paths("os/1.0/other.iso"), [one.url_prefix, two.url_prefix]);
  assert.deepEqual(paths("os/1.0/image.iso"), [two.url_prefix]);
  assert.deepEqual(paths("os/2.0/image.iso"), [two.url_prefix]);
  assert.deepEqual(paths(), [one.url_prefix, two.url_prefix]);
});

test("takes one text for a list of one, and believes nothing else of what a mirror lacks", () => {
  const lack = (lacks: unknown): boolean =>
    !hasPath({ url_prefix: "https://m.example/", weight: 1, lacks: lacks as string[] }, "os/image.iso");
  for (const lacks of ["os/", ["x", "os/"], ["os/image.iso"], [""]]) assert.ok(lack(lacks), JSON.stringify(lacks));
  const odd: unknown[] = [null, 0, {}, { length: 3 }, { toString: null, valueOf: null }, 3, true];
  for (const lacks of [...odd, odd, [[["os/"]]]]) assert.ok(!lack(lacks), JSON.stringify(lacks));
});

test("never gives 0 or 1 as chance", () => {
  for (const word of [0, 1, 0x7fffffff, 0x80000000, 0xffffffff]) {
    const value = randomDraw((words) => words.fill(word))({ url_prefix: "", weight: 1 });
    assert.ok(value > 0 && value < 1);
  }
});
