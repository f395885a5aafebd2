import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { suite, test } from "node:test";
import { compareWays, describeComparison } from "../../../src/balance/simulate/compare-ways.ts";
import { medianMeasures } from "../../../src/balance/simulate/measures.ts";
import { type ComparedScenario, recallResult } from "../../../src/build/balance/compared-scenario.ts";
import {
  compareScenario,
  renderReadme,
  SCENARIO_NAMES,
  WAYS_COMMAND,
} from "../../../src/build/balance/compare-scenarios.ts";
import { readWays } from "../../../src/build/balance/read-ways.ts";
import { runScenario } from "../../../src/balance/simulate/run-scenario.ts";
import { SCENARIO_NAMES as FILES } from "./scenarios.ts";

const KEPT = await readWays();

function findKept(name: string): ComparedScenario {
  const kept = KEPT.find((one) => one.name === name);
  assert.ok(kept, `run "${WAYS_COMMAND}"`);
  return kept;
}

/** How ours does against another way in a scenario, by the kept medians. */
function compareKept(name: string, other: string): ReturnType<typeof compareWays> {
  const { ways } = findKept(name).result;
  const [ours, theirs] = ["terms", other].map((way) => ways.find(({ own }) => own.way === way)?.medians);
  assert.ok(ours && theirs);
  return compareWays(ours, theirs);
}

suite("the ways of balancing", () => {
  test("are compared in every scenario", () => {
    assert.deepEqual([...SCENARIO_NAMES].sort(), [...FILES].sort());
    assert.deepEqual(
      KEPT.map(({ name }) => name),
      SCENARIO_NAMES,
    );
  });

  for (const name of SCENARIO_NAMES)
    test(`come to the numbers that are published: ${name}`, async () => {
      assert.deepEqual(JSON.parse(JSON.stringify(await compareScenario(name))), findKept(name), `"${WAYS_COMMAND}"`);
    });

  test("are compared in README as they came out", () => {
    const words = (text: string): string => text.replace(/ +/g, " ").replace(/-{3,}/g, "---");
    const readme = words(readFileSync("README.md", "utf8"));
    assert.equal(words(renderReadme(readme, KEPT)), readme, `run "${WAYS_COMMAND}"`);
    assert.match(readme, /against two choices/);
  });

  test("are kept in few bytes without loss", () => {
    const kept = findKept("new-mirror");
    assert.deepEqual(recallResult(kept), runScenario(kept.scenario));
  });

  test("have none that does better than ours on a measure when a newcomer is broken", () => {
    for (const other of ["kicking", "no pause", "two choices"]) {
      const { better, worse } = compareKept("broken-newcomer", other);
      assert.deepEqual([better, worse], [["moves/client", "minutes off", "wrong"], []]);
    }
  });

  test("have ours better than kicking on every measure when half of the clients are pinned", () => {
    assert.equal(compareKept("half-pinned", "kicking").better.length, 4);
  });

  test("have ours move fewer clients than kicking in every scenario", () => {
    for (const name of SCENARIO_NAMES) assert.ok(compareKept(name, "kicking").better.includes("moves/client"), name);
  });
});

suite("a comparison", () => {
  const measures = { ...medianMeasures([]), moves_per_client: 0.1, off_minutes: 7, swings: 1 };

  test("takes for equal what is shown as the same number", () => {
    const other = { ...measures, moves_per_client: 0.1004, off_minutes: 6, wrong_moves: 2 };
    const words = "better: wrong; equal: moves/client, swings; worse: minutes off";
    assert.equal(describeComparison(compareWays(measures, other)), words);
  });

  test("goes by the median of the runs", () => {
    const runs = [9, 1, 4].map((swings) => ({ ...measures, swings }));
    assert.equal(medianMeasures(runs).swings, 4);
  });
});
