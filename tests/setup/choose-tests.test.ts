import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { chooseTests } from "./choose-tests.ts";

const FILES = [
  "tests/core/order.test.ts",
  "tests/core/ask.ts",
  "tests/browser/links.spec.ts",
  "tests/ops/order.test.ts",
];
const [CORE_ORDER = "", , LINKS = "", OPS_ORDER = ""] = FILES;

suite("chooseTests", () => {
  test("takes every test file and nothing beside them without a word", () => {
    assert.deepEqual(chooseTests([], FILES), { unit: [CORE_ORDER, OPS_ORDER], browser: [LINKS] });
  });

  test("takes one kind", () => {
    assert.deepEqual(chooseTests(["unit"], FILES), { unit: [CORE_ORDER, OPS_ORDER], browser: [] });
    assert.deepEqual(chooseTests(["browser"], FILES), { unit: [], browser: [LINKS] });
  });

  test("takes what a part of a path names, each file once", () => {
    assert.deepEqual(chooseTests(["core/order", "order.test", "links"], FILES), {
      unit: [CORE_ORDER, OPS_ORDER],
      browser: [LINKS],
    });
  });

  test("refuses a word that names no test", () => {
    assert.throws(() => chooseTests(["units"], FILES), { name: "RangeError", message: /no test matches "units"/ });
  });
});
