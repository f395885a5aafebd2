import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { suite, test } from "node:test";
import { runScenario, type WayResult } from "../../../src/balance/simulate/run-scenario.ts";
import { readScenario, SCENARIO_NAMES } from "./scenarios.ts";

const MEASURES = ["moves", "off_minutes", "swings", "wrong_moves"] as const;

type Comparison = "better" | "equal" | "worse";
type Comparisons = Readonly<Record<string, Readonly<Record<(typeof MEASURES)[number], Comparison>>>>;

const EXPECTED = JSON.parse(
  readFileSync(new URL("../../vectors/balance-ways.json", import.meta.url), "utf8"),
) as Readonly<Record<string, Comparisons>>;

function compare(own: number, other: number): Comparison {
  if (own === other) return "equal";
  return own < other ? "better" : "worse";
}

function compareWays(ours: WayResult, others: readonly WayResult[]): Comparisons {
  return Object.fromEntries(
    others.map((other) => [
      other.way,
      Object.fromEntries(MEASURES.map((measure) => [measure, compare(ours[measure], other[measure])])),
    ]),
  ) as Comparisons;
}

suite("balancing in terms, against the naive ways", () => {
  test("is compared in every scenario", () => {
    assert.deepEqual(Object.keys(EXPECTED).sort(), [...SCENARIO_NAMES].sort());
  });

  for (const [name, expected] of Object.entries(EXPECTED))
    test(`is as good as it is said to be: ${name}`, () => {
      const { ways } = runScenario(readScenario(name));
      const ours = ways.at(-1);
      assert.ok(ours?.way === "terms");
      assert.deepEqual(compareWays(ours, ways.slice(0, -1)), expected);
    });

  test("is better than each of them on every measure when a newcomer is broken", () => {
    for (const comparison of Object.values(EXPECTED["broken-newcomer"] ?? {}))
      assert.deepEqual(Object.values(comparison), ["better", "better", "better", "better"]);
  });

  test("moves fewer clients than kicking in every scenario", () => {
    for (const comparisons of Object.values(EXPECTED)) assert.equal(comparisons["kicking"]?.moves, "better");
  });
});
