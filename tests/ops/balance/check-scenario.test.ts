import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { checkScenario } from "../../../src/ops/balance/check-scenario.ts";
import { readScenario, SCENARIO_NAMES } from "../../balance/simulate/scenarios.ts";

const GOOD = {
  title: "t",
  seed: "1",
  hours: 1,
  mirrors: [
    { name: "a", weight: 1 },
    { name: "b", weight: 2 },
  ],
  clients: { at_start: 10, arrivals_per_hour: 0 },
};

function withGroups(...groups: readonly object[]): object {
  return { ...GOOD, clients: { ...GOOD.clients, groups } };
}

const WRONG: readonly (readonly [string, unknown, string, string])[] = [
  ["no JSON", "{", "invalid-json", ""],
  ["a list", [], "wrong-type", ""],
  ["no mirrors", { ...GOOD, mirrors: [] }, "bad-minitems", "/mirrors"],
  ["a misspelled key", { ...GOOD, huors: 2 }, "unknown-key", "/huors"],
  ["no hours", { ...GOOD, hours: undefined }, "missing-key", "/hours"],
  ["more than a week", { ...GOOD, hours: 169 }, "bad-maximum", "/hours"],
  ["a weight of 0", { ...GOOD, mirrors: [{ name: "a", weight: 0 }] }, "bad-minimum", "/mirrors/0/weight"],
  [
    "a name that steers terminals",
    { ...GOOD, mirrors: [{ name: "\u001b[2J", weight: 1 }] },
    "bad-pattern",
    "/mirrors/0/name",
  ],
  [
    "two of one name",
    { ...GOOD, mirrors: [...GOOD.mirrors, { name: "a", weight: 3 }] },
    "duplicate-name",
    "/mirrors/2/name",
  ],
  ["an unknown mirror", withGroups({ part: 0.5, pinned_to: ["c"] }), "unknown-name", "/clients/groups/0/pinned_to"],
  [
    "a block of an unknown one",
    withGroups({ part: 0.5, blocked_from: "c" }),
    "unknown-name",
    "/clients/groups/0/blocked_from",
  ],
  ["a group that reaches all", withGroups({ part: 0.5 }), "unclear-group", "/clients/groups/0"],
  [
    "a group of both kinds",
    withGroups({ part: 1, pinned_to: ["a"], blocked_from: "b" }),
    "unclear-group",
    "/clients/groups/0",
  ],
  [
    "groups of more than all",
    withGroups({ part: 0.6, pinned_to: ["a"] }, { part: 0.6, blocked_from: "b" }),
    "too-large-groups",
    "/clients/groups",
  ],
  [
    "too many clients",
    { ...GOOD, hours: 100, clients: { at_start: 0, arrivals_per_hour: 30_000 } },
    "too-many-clients",
    "/clients",
  ],
];

suite("checking a scenario", () => {
  for (const name of SCENARIO_NAMES)
    test(`finds nothing wrong in ${name}`, () => {
      assert.ok(readScenario(name).title);
    });

  for (const [name, data, code, pointer] of WRONG)
    test(`refuses ${name}`, () => {
      const text = typeof data === "string" ? data : JSON.stringify(data);
      const { scenario, problems } = checkScenario(text, "s.json");
      assert.equal(scenario, undefined);
      assert.deepEqual(
        problems.map((problem) => [problem.code, problem.pointer, problem.file]),
        [[code, pointer, "s.json"]],
      );
      assert.ok(problems.every(({ cure = "" }) => cure.length > 0));
    });

  test("tells all that is wrong at once", () => {
    const data = { ...withGroups({ part: 0.9, pinned_to: ["c"] }, { part: 0.9 }) };
    const { problems } = checkScenario(JSON.stringify(data), "s.json");
    assert.deepEqual(
      problems.map(({ code }) => code),
      ["unknown-name", "unclear-group", "too-large-groups"],
    );
  });
});
