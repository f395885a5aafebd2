import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { readPool } from "../../src/core/index.ts";
import { escapeText, showValue } from "../../src/core/show-value.ts";

const SHOWN = JSON.parse(readFileSync("tests/vectors/shown.json", "utf8")) as readonly {
  readonly name: string;
  readonly value?: unknown;
  readonly shown: string;
}[];

/** As much as any value may take in a message: every one of 120 characters escaped. */
const MOST = 720;

for (const { name, value, shown } of SHOWN) {
  test(`shows ${name}`, () => assert.equal(showValue(value), shown));
}

test("shows whatever there is in few characters, all of which can be seen", () => {
  const value = fc.oneof(fc.anything(), fc.string({ unit: "binary" }), fc.string({ unit: "binary-ascii" }));
  fc.assert(
    fc.property(value, (any) => {
      const shown = showValue(any);
      assert.ok(shown.length <= MOST);
      assert.doesNotMatch(shown, /[\p{C}\p{Zl}\p{Zp}]/u);
    }),
    { numRuns: 2000, seed: 5 },
  );
});

test("shows a text of a megabyte in few characters", () => {
  assert.ok(showValue("\u001b".repeat(2 ** 20)).length <= MOST);
});

test("shows what JSON has no text for", () => {
  const circle: unknown[] = [];
  circle.push(circle);
  for (const value of [circle, 1n, { deep: JSON.parse("[".repeat(50_000) + "]".repeat(50_000)) as unknown }])
    assert.equal(showValue(value), "a value beyond showing");
  assert.equal(showValue(undefined), "nothing");
});

test("escapes a text that is taken over as it is, and leaves the rest", () => {
  assert.equal(escapeText("/mirrors/0/wei\u001bght ü"), "/mirrors/0/wei\\u001bght ü");
});

test("tells of a list that is nested too deep to show, and does not throw", () => {
  const text = `{"version": ${"[".repeat(50_000)}${"]".repeat(50_000)}, "mirrors": []}`;
  assert.deepEqual(
    readPool(JSON.parse(text)).problems.map(({ code }) => code),
    ["newer-version"],
  );
});
