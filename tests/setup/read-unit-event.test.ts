import assert from "node:assert/strict";
import { resolve } from "node:path";
import { suite, test } from "node:test";
import { readUnitEvent, type UnitEvent } from "./read-unit-event.ts";

const FILE = "tests/a.test.ts";

function sketchEvent(event: Partial<UnitEvent>): UnitEvent {
  return { kind: "pass", name: "adds", file: FILE, details: {}, ...event };
}

const SUBTESTS = Object.assign(new Error("1 subtest failed"), { failureType: "subtestsFailed" });
const CODE = Object.assign(new Error("1 !== 2"), { failureType: "testCodeFailure" });

const CASES: readonly (readonly [string, Partial<UnitEvent>, number, readonly string[]])[] = [
  ["counts a test that passes", {}, 1, []],
  ["does not count a suite beside its tests", { details: { type: "suite" } }, 0, []],
  ["counts a test that fails", { kind: "fail", details: { error: CODE } }, 0, [`${FILE}: "adds" did not pass`]],
  ["does not count a failure twice", { kind: "fail", details: { type: "suite", error: SUBTESTS } }, 0, []],
  ["takes a skipped test for a failure", { skip: true }, 0, [`${FILE}: "adds" was skipped`]],
  [
    "takes a skipped suite for a failure",
    { skip: true, details: { type: "suite" } },
    0,
    [`${FILE}: "adds" was skipped`],
  ],
  ["takes a test skipped for a reason for a failure", { skip: "no time" }, 0, [`${FILE}: "adds" was skipped`]],
  ["takes a test to be written for a failure", { todo: true }, 0, [`${FILE}: "adds" is to be done`]],
  ["takes a file without tests for a failure", { name: resolve(FILE) }, 0, [`${FILE}: "${resolve(FILE)}" ran no test`]],
];

suite("readUnitEvent", () => {
  for (const [name, event, passed, failures] of CASES) {
    test(name, () => {
      assert.deepEqual(readUnitEvent(sketchEvent(event)), { passed, failures });
    });
  }

  test("tells a suite that was skipped for want of a program, with the cure", () => {
    const event = sketchEvent({ skip: "nginx was not found; cure: get it", details: { type: "suite" } });
    const skips = [`${FILE}: "adds": nginx was not found; cure: get it`];
    assert.deepEqual(readUnitEvent(event), { passed: 0, failures: [], skips });
  });
});
