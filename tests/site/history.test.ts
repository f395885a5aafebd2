import assert from "node:assert/strict";
import { test } from "node:test";
import { pictureHistory } from "../../src/build/site-history.ts";

const NOW = new Date("2026-11-21T04:30:00Z");

test("pictures 30 days that end today, whatever days are known", () => {
  const { cells, words, percent } = pictureHistory(
    [
      { day: "2026-09-01", checks: 9, up: 0 },
      { day: "2026-11-19", checks: 24, up: 24 },
      { day: "2026-11-20", checks: 24, up: 23 },
      { day: "2026-11-21", checks: 2, up: 0 },
    ],
    NOW,
  );
  assert.equal(cells.length, 30);
  assert.deepEqual(
    cells.slice(-4).map(({ day, kind }) => [day, kind]),
    [
      ["2026-11-18", "none"],
      ["2026-11-19", "up"],
      ["2026-11-20", "part"],
      ["2026-11-21", "down"],
    ],
  );
  assert.equal(words, "up in 94 % of 50 checks");
  assert.equal(percent, 94);
});

test("never rounds a fault away", () => {
  assert.equal(pictureHistory([{ day: "2026-11-21", checks: 100_000, up: 99_999 }], NOW).percent, 99.9);
});

test("tells a kind of day by its height, not by colour alone", () => {
  const days = [
    { day: "2026-11-19", checks: 1, up: 1 },
    { day: "2026-11-20", checks: 2, up: 1 },
    { day: "2026-11-21", checks: 1, up: 0 },
  ];
  const heights = pictureHistory(days, NOW)
    .cells.slice(-4)
    .map(({ height }) => height);
  assert.equal(new Set(heights).size, 4);
});
