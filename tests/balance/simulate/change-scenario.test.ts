import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { changeScenario, findChanged, readChanges } from "../../../src/balance/simulate/change-scenario.ts";
import { listEvents } from "../../../src/balance/simulate/list-events.ts";
import { checkScenario } from "../../../src/ops/balance/check-scenario.ts";
import { readScenario, SCENARIO_NAMES } from "./scenarios.ts";

suite("changing a scenario", () => {
  for (const name of SCENARIO_NAMES) {
    // The reader makes objects without a prototype, which count as others.
    const scenario = structuredClone(readScenario(name));

    test(`leaves it as it is where nothing is changed: ${name}`, () => {
      const { groups = [] } = scenario.clients;
      const same = { ...scenario, clients: { ...scenario.clients, groups } };
      assert.deepEqual(changeScenario(scenario, readChanges(scenario)), same);
    });

    test(`gives one that is right, whatever the sliders say: ${name}`, () => {
      for (const changes of [
        { clients: 1000, pinned: 0.9, weight: 5, seed: "9999" },
        { clients: 20_000, pinned: 0, weight: 200, seed: "" },
      ])
        assert.deepEqual(checkScenario(JSON.stringify(changeScenario(scenario, changes)), name).problems, []);
    });
  }

  test("lets as many more arrive as there are more in the beginning, and weighs the mirror that something happens to", () => {
    const changes = { clients: 5000, pinned: 0.25, weight: 7, seed: "s" };
    const { clients, mirrors, seed } = changeScenario(readScenario("slow-mirror"), changes);
    assert.deepEqual([clients.at_start, clients.arrivals_per_hour, seed], [5000, 2500, "s"]);
    assert.deepEqual(clients.groups, [{ part: 0.25, pinned_to: ["a.example"] }]);
    assert.deepEqual(
      mirrors.map(({ weight }) => weight),
      [20, 7, 50],
    );
    assert.equal(findChanged(readScenario("daily-wave")), 2);
  });
});

suite("what happens in a scenario", () => {
  test("is told in the order of time, and a mirror that joins broken once", () => {
    const told = SCENARIO_NAMES.map((name) =>
      listEvents(readScenario(name))
        .map(({ words }) => words)
        .join(),
    );
    const expected = {
      "new-mirror": "c.example joins",
      "mirror-lost": "c.example is lost",
      "half-pinned": "c.example joins",
      "broken-newcomer": "c.example joins, broken",
      "daily-wave": "",
      "slow-mirror": "b.example becomes slow",
    };
    assert.deepEqual(Object.fromEntries(SCENARIO_NAMES.map((name, index) => [name, told[index]])), expected);
  });
});
